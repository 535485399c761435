import Foundation
import HostileServers
import RunningPrograms
import Testing

/// A page that is hard to read, and what `sen check` makes of it.
private struct HardPage: CustomTestStringConvertible {
    let testDescription: String
    let html: [UInt8]
    var type = "text/html; charset=utf-8"
    /// What the report says of it in English; a page that is read like any other has none.
    var told: String?

    static let all = [
        HardPage(
            testDescription: "malformed HTML",
            html: Array(
                "<!doctype><p <a href='x' <div></p></table><td><<>>&#xFFFFFFF;</body></html><p>\u{0}".utf8
            )
        ),
        HardPage(
            testDescription: "a label of another charset",
            html: Array("<title>Xã Mẫu</title><p>Đảng ủy, Ủy ban nhân dân xã Mẫu</p>".utf8),
            type: "text/html; charset=windows-1252"
        ),
        HardPage(
            testDescription: "a label that no charset has",
            html: Array("<title>Xã Mẫu</title><p>Ủy ban nhân dân xã Mẫu</p>".utf8),
            type: "text/html; charset=khong-co"
        ),
        HardPage(
            testDescription: "100,000 links",
            html: Array(String(repeating: "<a href=\"/tin\">Tin</a>", count: 100_000).utf8)
        ),
        HardPage(
            testDescription: "100,000 levels",
            html: Array(String(repeating: "<div>", count: 100_000).utf8),
            told: "nested too deeply"
        ),
    ]
}

/// A server that does not keep to what it says.
private struct HardServer: CustomTestStringConvertible {
    let testDescription: String
    /// The stable code of the failure.
    let code: String
    let serve: @Sendable (HostileServer.Connection) -> Void

    static let all = [
        HardServer(testDescription: "redirects without end", code: "too-many-redirects") { connection in
            let path = connection.readRequest().split(separator: " ").dropFirst().first ?? "/"
            connection.answer([], status: "302 Found", headers: ["Location: \(path)a", "Connection: close"])
        },
        HardServer(testDescription: "a body shorter than its length", code: "wrong-length") { connection in
            _ = connection.readRequest()
            connection.send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n<p>a")
        },
        HardServer(testDescription: "a byte every half second", code: "timed-out-body") { connection in
            _ = connection.readRequest()
            connection.send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n")
            while connection.send("a") { Thread.sleep(forTimeInterval: 0.5) }
        },
    ]
}

@Suite("sen check: pages and servers that are hard to read", .timeLimit(.minutes(5)))
struct CheckHostilePageTests {
    @Test("a page that is hard to read is read all the same, or told with its limit", arguments: HardPage.all)
    fileprivate func pages(page: HardPage) async throws {
        try await withServer({ connection in
            _ = connection.readRequest()
            connection.answer(page.html, headers: ["Content-Type: \(page.type)", "Connection: close"])
        }) { (server) async throws in
            let outcome = try await Program.check(server.url, language: "en")
            let report = try CheckReport(try await Program.check(server.url, "--json"))
            #expect(outcome.status == report.exitCode && (0...2).contains(outcome.status), "\(outcome.error)")
            #expect(report.visits.first?.status == 200 && report.visits.first?.failure == nil)
            if let told = page.told {
                #expect(
                    outcome.output.contains(told) && outcome.output.contains("What to do:"),
                    "\(outcome.output)"
                )
                #expect(report.kinds.contains("unreadable"))
            } else {
                #expect(!report.kinds.contains("unreadable"), "\(outcome.output)")
            }
        }
    }

    @Test(
        "a server that does not keep to what it says has its own code and advice",
        arguments: HardServer.all
    )
    fileprivate func servers(hard: HardServer) async throws {
        try await withServer(hard.serve) { (server) async throws in
            let outcome = try await Program.check(server.url, "--quick", "--json", language: "en")
            let report = try CheckReport(outcome)
            #expect(report.visits.first?.failure?.code == hard.code, "\(outcome.output)")
            #expect(report.visits.first?.failure?.text.isEmpty == false)
            #expect(outcome.status == 2 || outcome.status == 1, "\(outcome.status)")
            #expect(report.findings.allSatisfy { !$0.advice.isEmpty } && !report.findings.isEmpty)
        }
    }

    @Test(
        "a self-signed certificate and one by an unknown authority are findings that say why and what to do"
    )
    func certificates() async throws {
        let authority = try await TestAuthority()
        defer { try? FileManager.default.removeItem(at: authority.folder) }
        try await authority.certify("khong-tin", for: "localhost")
        try await authority.selfSign("tu-ky", for: "localhost")
        var reasons: Set<String> = []
        for name in ["khong-tin", "tu-ky"] {
            let server = try await TLSServer.start(authority, certificate: name)
            defer { server.stop() }
            let url = "https://localhost:\(server.port)/"
            let outcome = try await Program.check(url, "--quick", "--json", language: "en")
            let report = try CheckReport(outcome)
            let finding = report.findings.first { $0.kind == "certificate" }
            #expect(report.exitCode == 2 && finding?.advice.isEmpty == false, "\(name): \(outcome.output)")
            reasons.insert(finding?.evidence.first?.reason ?? "")
            let spoken = try await Program.check(url, "--quick", language: "en")
            #expect(spoken.output.contains("What to do:"), "\(spoken.output)")
        }
        #expect(reasons.count == 2, "they are told apart: \(reasons)")
    }
}
