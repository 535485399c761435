import Foundation
import RunningPrograms
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

@Suite("sen serve --lab, as a newcomer starts it", .timeLimit(.minutes(2)))
struct ServeTests {
    @Test("it says where it is, answers there, and ends when it is asked to")
    func startsAndEnds() async throws {
        let sen = try await RunningSen.start(in: RunningSen.Place())
        let (_, lab) = try await URLSession.shared.data(from: sen.labAddress)
        #expect((lab as? HTTPURLResponse)?.statusCode == 200)
        let (page, answer) = try await URLSession.shared.data(from: sen.address.appending(path: "nowhere"))
        #expect((answer as? HTTPURLResponse)?.statusCode == 404)
        #expect(String(decoding: page, as: UTF8.self).contains("<html lang=\"vi\""))
        #expect(sen.account.name == "lanhdao" && sen.account.password.count >= 12)
        #expect(await sen.stop() == .exited(0), "\(sen.log)")
    }

    @Test("the first start prints a link that makes the administrator; the secrets are in no log")
    func firstAdministrator() async throws {
        try await withSen { sen in
            let link = try #require(try await sen.firstAdministratorLink(within: .seconds(10)))
            #expect(link.absoluteString.hasPrefix(sen.address.absoluteString))
            #expect(!sen.log.contains(link.lastPathComponent) && !sen.log.contains(sen.account.password))
        }
    }

    @Test("started again in the same folder it takes up its data, and the lab's account has a new password")
    func startsAgain() async throws {
        let place = try RunningSen.Place()
        let first = try await withSen(in: place) { $0.account }
        let second = try await withSen(in: place) { $0.account }
        #expect(first.name == second.name && first.password != second.password)
    }

    @Test("killed in the middle of its work it starts again, and its audit log holds")
    func survivesKill() async throws {
        let place = try RunningSen.Place()
        let sen = try await RunningSen.start(in: place)
        sen.process.signal(SIGKILL)
        #expect(await sen.process.wait(atMost: .seconds(10)) == .killed(signal: SIGKILL))
        try await withSen(in: place) { again in
            let verdict = try await again.run("audit", "verify")
            #expect(verdict.status == 0, "\(verdict.output)\(verdict.error)")
        }
    }
}
