import AskingRouters
import Datasets
import HTTPTypes
import Hummingbird
import Identity
import Places
import Serving
import Synchronization
import Testing
import Timekeeping

@testable import API

private let changes = "/api/v1/datasets/dan-so/changes"
private let events = ["Accept": "text/event-stream"]

extension APIBench {
    /// Two communes with three versions each.
    fileprivate func changed(_ classification: Classification = .shared) async throws -> Caller {
        try await declare(reportDeclaration(classification))
        for people in 1...3 {
            try await written([
                report(commune, "2026-10", #""people": \#(people)"#),
                report(otherCommune, "2026-10", #""people": \#(people)"#),
            ])
        }
        try await sequence()
        return try await caller(.viewer)
    }

    /// Opens a stream and says what it wrote once it ended; `onWrite` sees each piece.
    fileprivate func stream(
        _ path: String,
        _ headers: [String: String],
        key: String,
        onWrite: @escaping @Sendable (String) throws -> Void = { _ in }
    ) async throws -> WrittenBody {
        var fields: HTTPFields = [.authorization: "Bearer \(key)"]
        for (name, value) in headers { fields[try #require(HTTPField.Name(name))] = value }
        let response = try await router.response(.get, path, fields)
        #expect(response.headers[.contentType] == "text/event-stream; charset=utf-8")
        let written = WrittenBody(onWrite: onWrite)
        try await response.body.write(written)
        return written
    }
}

private func sequences(_ told: Told) -> [Int64] { told.items.compactMap { $0["sequence"]?.integer } }

@Test("a page of changes ends with the place from which the next one begins, and none is told twice")
func pagesOfChanges() async throws {
    try await withAPI { (bench) async throws in
        let viewer = try await bench.changed()
        let all = try await viewer.get("\(changes)?after=-1")
        #expect(all.items.count == 6)
        #expect(all.items.compactMap { $0["version"]?.integer } == [1, 1, 2, 2, 3, 3])
        #expect(all.items.first?["record"]?["record"]?["people"] == 1)
        #expect(all.items.first?["action"] == "put")
        var (seen, place): ([Int64], Int64) = ([], -1)
        while true {
            let told = try await viewer.get("\(changes)?after=\(place)&limit=4")
            seen += sequences(told)
            place = try #require(told.json["next"]?.integer)
            if place == told.json["newest"]?.integer { break }
        }
        #expect(seen == sequences(all))
        for bad in ["after=-2", "after=a", "after=1.5", "after=99999999", "limit=501"] {
            #expect(try await viewer.get("\(changes)?\(bad)").status == 400, "\(bad)")
        }
        #expect(try await viewer.get("/api/v1/datasets/khong/changes").status == 404)
        #expect(try await bench.stranger.get(changes).status == 401)
    }
}

@Test("as NDJSON all changes come in one answer, a change a line, and one entry tells of it")
func changesAsLines() async throws {
    try await withAPI { (bench) async throws in
        let viewer = try await bench.changed()
        let before = try await bench.audited()
        let told = try await viewer.streamed(changes, ["Accept": "application/x-ndjson"])
        let lines = told.text.split(separator: "\n")
        #expect(lines.count == 6 && lines.allSatisfy { $0.hasPrefix(#"{"sequence":"#) })
        #expect(try await bench.audited() == before + ["record.read"])
    }
}

@Test("changes of personal data need a purpose, are those of one's units, and each is written down")
func personalChanges() async throws {
    try await withAPI { (bench) async throws in
        _ = try await bench.changed(.personal)
        let officer = try await bench.caller(.officer, in: commune)
        #expect(try await officer.get(changes).code == "record.purpose-missing")
        let before = try await bench.audited()
        let told = try await officer.get(changes, purpose)
        #expect(told.items.count == 3 && told.items.allSatisfy { $0["unit"]?.text == commune.rawValue })
        let entries = try await bench.audited()
        #expect(entries == before + Array(repeating: "record.read", count: 3))
        let sent = try await officer.streamed(
            changes,
            purpose.merging(["Accept": "application/x-ndjson"]) { $1 }
        )
        #expect(sent.text.split(separator: "\n").count == 3)
        #expect(try await bench.audited().count == entries.count + 3)
    }
}

@Test("a stream of events goes on from Last-Event-ID as changes come, and ends when its key is revoked")
func eventStream() async throws {
    try await withAPI { (bench) async throws in
        let viewer = try await bench.changed()
        let all = sequences(try await viewer.get(changes))
        let made = try await bench.makeKey(.viewer)
        let pieces = Mutex<[String]>([])
        async let ended = bench.stream(
            changes,
            events.merging(["Last-Event-ID": "\(all[3])"]) { $1 },
            key: made.text
        ) { piece in pieces.withLock { $0.append(piece) } }
        while pieces.withLock({ $0.count }) < 2 { try await Task.sleep(for: .milliseconds(5)) }
        try await bench.written([report(commune, "2026-10", #""people": 4"#)])
        try await bench.sequence()
        while !pieces.withLock({ $0.joined().contains(#""version":4"#) }) {
            try await Task.sleep(for: .milliseconds(5))
        }
        try await bench.revoke(made.key)
        let text = try await ended.text
        let ids = text.matches(of: /id: (\d+)\nevent: put\ndata: \{/).compactMap { Int64($0.1) }
        #expect(ids.prefix(2) == all[4...5] && ids.count == 3)
        #expect(text.hasPrefix("retry: 3000\n\n"))
    }
}

@Test("a stream without changes says that it lives, and a key has a limited number of them")
func quietStreams() async throws {
    try await withAPI { (bench) async throws in
        let viewer = try await bench.changed()
        let newest = try #require(try await viewer.get(changes).json["newest"]?.integer)
        let key = try await bench.makeKey(.viewer)
        struct Left: Error {}
        let stream = try? await bench.stream("\(changes)?after=\(newest)", events, key: key.text) { piece in
            if piece.contains(": alive") { throw Left() }
        }
        #expect(stream?.text.contains(": alive\nid: ") == true)
        #expect(bench.house.operating.streams.count == 0)
        let fields: HTTPFields = [.authorization: "Bearer \(key.text)", .accept: "text/event-stream"]
        var open: [Response] = []
        for _ in 0..<OpenStreams.perAccountMax {
            open.append(try await bench.router.response(.get, changes, fields))
        }
        #expect(open.allSatisfy { $0.status.code == 200 })
        #expect(try await bench.router.response(.get, changes, fields).status.code == 429)
        open = []
        #expect(bench.house.operating.streams.count == 0)
    }
}
