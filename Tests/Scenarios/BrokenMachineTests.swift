import Foundation
import RunningPrograms
import Testing

/// A task as the API takes it.
func taskJSON(_ title: String) -> String {
    #"{"kind":"task","title":"\#(title)","unit":"40","severity":"attention","#
        + #""subject":{"kind":"other","id":"1","name":"x"}}"#
}

@Suite("sen serve on a machine that goes bad", .timeLimit(.minutes(3)))
struct BrokenMachineTests {
    private static let list = "/api/v1/cases?limit=100"

    @Test("on a full disk it says so, shows what it has, loses nothing, and goes on when there is room")
    func fullDisk() async throws {
        let machine = try BrokenMachine()
        try await withSen(environment: machine.environment) { sen in
            let caller = try await APICaller(sen)
            let visitor = try ConsoleVisitor(sen.address)
            let (name, password) = (sen.account.name, sen.account.password)
            #expect(
                try await visitor.post("/sign-in", [("name", name), ("password", password)]).status == 200
            )
            #expect(try await caller.post("/api/v1/cases", taskJSON("Trước")).hasPrefix("HTTP/1.1 201"))
            try machine.fillDisk()
            let refused = try await caller.post("/api/v1/cases", taskJSON("Giữa"))
            #expect(refused.hasPrefix("HTTP/1.1 503"), "\(refused)")
            #expect(refused.contains("disk is full, so nothing was saved"), "\(refused)")
            let page = try await ConsoleVisitor(sen.address)
                .post("/sign-in", [("name", name), ("password", password)])
            #expect(page.status == 503 && page.body.contains("Ổ đĩa của máy chủ đã đầy"), "\(page.body)")
            // Longer than the watch, the reactions and the log need to try to write, several times each.
            try await Task.sleep(for: .seconds(8))
            #expect(sen.process.ending == nil)
            #expect(try await visitor.get("/cases").body.contains("Trước"), "reading goes on")
            #expect(try await caller.get(Self.list).contains(#""title":"Trước""#))
            try machine.emptyDisk()
            #expect(try await caller.post("/api/v1/cases", taskJSON("Sau")).hasPrefix("HTTP/1.1 201"))
            let cases = try await caller.get(Self.list)
            #expect(cases.contains(#""title":"Trước""#) && cases.contains(#""title":"Sau""#))
            #expect(!cases.contains(#""title":"Giữa""#), "what was refused is not there")
            let verdict = try await sen.run("audit", "verify")
            #expect(verdict.status == 0, "\(verdict.output)\(verdict.error)")
        }
    }

    @Test("killed on a full disk it starts again with everything that it answered")
    func killedOnFullDisk() async throws {
        let machine = try BrokenMachine()
        let place = try RunningSen.Place()
        let sen = try await RunningSen.start(in: place, environment: machine.environment)
        let caller = try await APICaller(sen)
        #expect(try await caller.post("/api/v1/cases", taskJSON("Trước")).hasPrefix("HTTP/1.1 201"))
        try machine.fillDisk()
        #expect(try await caller.post("/api/v1/cases", taskJSON("Giữa")).hasPrefix("HTTP/1.1 503"))
        sen.process.signal(SIGKILL)
        #expect(await sen.process.wait(atMost: .seconds(10)) == .killed(signal: SIGKILL))
        try await withSen(in: place) { again in
            let cases = try await caller.get(Self.list)
            #expect(cases.contains(#""title":"Trước""#) && !cases.contains(#""title":"Giữa""#), "\(cases)")
            #expect(try await again.run("audit", "verify").status == 0)
        }
    }

    @Test("commands on a full disk say so, end with 2 and leave nothing half done")
    func commandsOnFullDisk() async throws {
        let machine = try BrokenMachine()
        let place = try RunningSen.Place()
        try await withSen(in: place) { sen in
            try machine.fillDisk()
            let data = ["--data", place.dataFolder]
            let keys = ["accounts", "keys", "make", "--name", "Thử", "--role", "viewer", "--unit", "40"]
            for words in [keys + data, ["backup", place.folder.path + "backup"] + data] {
                let outcome = try await Program.run(words, language: "en", environment: machine.environment)
                #expect(outcome.status == 2, "\(words): \(outcome.error)")
                #expect(outcome.error.localizedCaseInsensitiveContains("disk"), "\(words): \(outcome.error)")
            }
            #expect(!FileManager.default.fileExists(atPath: place.folder.path + "backup"))
            #expect(try await sen.run("audit", "verify").status == 0)
            #expect(!(try await sen.run("accounts", "keys", "list")).output.contains("Thử"))
        }
    }

    @Test("a clock set back by an hour ends no session, stops neither watch nor log, and loses nothing")
    func clockBack() async throws {
        let machine = try BrokenMachine()
        try await withSen(environment: machine.environment) { sen in
            let visitor = try ConsoleVisitor(sen.address)
            let (name, password) = (sen.account.name, sen.account.password)
            #expect(
                try await visitor.post("/sign-in", [("name", name), ("password", password)]).status == 200
            )
            // Made two hours ago; one that is younger than the clock is refused until it has caught up.
            let past = try BrokenMachine()
            try past.setClockBack(minutes: 120)
            let caller = try await APICaller(sen, environment: past.environment)
            let young = try await APICaller(sen)
            #expect(try await young.post("/api/v1/cases", taskJSON("Trước")).hasPrefix("HTTP/1.1 201"))
            try machine.setClockBack(minutes: 60)
            let refused = try await young.get(Self.list)
            #expect(
                refused.hasPrefix("HTTP/1.1 401") && refused.contains("Ask an administrator for a new one")
            )
            let opened = try await caller.post("/api/v1/cases", taskJSON("Sau"))
            #expect(opened.hasPrefix("HTTP/1.1 201"), "\(opened)")
            let page = try await visitor.get("/cases")
            #expect(page.status == 200 && page.body.contains("Trước") && page.body.contains("Sau"))
            try await checksGoOn(caller)
            let ready = try await RawConnection.say(
                [Array("GET /readyz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".utf8)],
                to: sen.place.port
            )
            #expect(ready.hasPrefix("HTTP/1.1 200"), "the log takes entries into its tree: \(ready)")
            let verdict = try await sen.run("audit", "verify")
            #expect(verdict.status == 0, "\(verdict.output)\(verdict.error)")
        }
    }

    /// The lab's websites are looked at every few seconds; a watch that waited for the old time would stand still.
    private func checksGoOn(_ caller: APICaller) async throws {
        func count() async throws -> Int {
            let metrics = try await caller.get("/metrics")
            let lines = metrics.split(whereSeparator: \.isNewline)
            let line = lines.first { $0.hasPrefix("sen_checks_started_total") }
            return line.flatMap { $0.split(separator: " ").last }.flatMap { Int($0) } ?? 0
        }
        let before = try await count()
        var now = before
        for _ in 0..<60 where now <= before {
            try await Task.sleep(for: .milliseconds(500))
            now = try await count()
        }
        #expect(now > before)
    }
}
