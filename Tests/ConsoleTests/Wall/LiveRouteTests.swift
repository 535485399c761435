import AskingRouters
import Database
import Foundation
import Hummingbird
import Identity
import Language
import Places
import Serving
import Synchronization
import Testing
import Timekeeping

@testable import Console
@testable import WebWatch

/// Follows a stream until `isEnough`, which sees all that has come so far, then tells the program to end.
private func follow(
    _ wall: WallBench,
    _ page: String = "board",
    as reader: WallReader = .leader,
    doing change: @escaping @Sendable () async throws -> Void = {},
    until isEnough: @escaping @Sendable (String) -> Bool
) async throws -> String {
    let response = try await wall.door.response(.get, "/events?page=\(page)", as: reader)
    #expect(response.headers[.contentType] == "text/event-stream; charset=utf-8")
    #expect(response.headers[.cacheControl] == "no-store")
    let body = WrittenBody()
    try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await response.body.write(body) }
        group.addTask {
            while !body.text.contains("event: fragment") { try await Task.sleep(for: .milliseconds(2)) }
            try await change()
            for _ in 0..<5_000 where !isEnough(body.text) { try await Task.sleep(for: .milliseconds(2)) }
            wall.time.end()
        }
        try await group.waitForAll()
    }
    #expect(body.isFinished)
    return body.text
}

@Test("a stream begins with the whole board, tells of a finding at once, and ends with the program")
func streamTells() async throws {
    try await withWall { wall in
        let website = try await wall.website("cualo.example")
        let text = try await follow(wall) {
            try await wall.infect(website, quote: "Nhà cái mới")
        } until: {
            $0.contains(CheckKind.hiddenLinks.name(.vietnamese))
        }
        let first = text.components(separatedBy: "\n\n").prefix(4).joined()
        for id in ["board-tiles", "board-map", "board-findings", "board-cases"] {
            #expect(first.contains("id=\"\(id)\""), "\(id)")
        }
        #expect(text.contains("Cửa Lò: Có sự cố"))
        // The cases have not changed, so they came once.
        #expect(text.components(separatedBy: "id=\"board-cases\"").count == 2)
    }
}

@Test("a quiet stream is kept open by comments, and sends nothing else")
func heartbeat() async throws {
    try await withWall { wall in
        let text = try await follow(wall) { $0.components(separatedBy: ": alive\n\n").count > 2 }
        #expect(text.components(separatedBy: "event: fragment").count == 5)
    }
}

@Test("each line of a fragment is a data line of its event, whatever breaks lines in it")
func wireFormat() {
    let event = EventStream.event("<p>a\r\n\n\rb</p>")
    #expect(
        String(decoding: event, as: UTF8.self) == "event: fragment\ndata: <p>a \ndata: \ndata:  b</p>\n\n"
    )
}

@Test("a website's page is live too; its stream is not there for a reader of another unit")
func websiteStream() async throws {
    try await withWall { wall in
        let website = try await wall.website("cualo.example")
        let page = "website.\(website.id)"
        let text = try await follow(wall, page) {
            try await wall.infect(website)
        } until: {
            $0.contains("<mark>Nhà cái</mark>")
        }
        #expect(text.contains("id=\"website-state\"") && text.contains("id=\"website-chart\""))
        #expect(!text.contains(WallReader.token))
        let other = WallReader(role: .officer, unit: anhSon.rawValue)
        #expect(try await wall.door.get("/events?page=\(page)", as: other).status == 404)
    }
}

@Test("what is no live page has no stream")
func noSuchStream() async throws {
    try await withWall { (wall) async throws in
        for query in ["", "?page=", "?page=x", "?page=website.", "?page=website.%27--"] {
            #expect(try await wall.door.get("/events\(query)").status == 404, "\(query)")
        }
    }
}

@Test("a stream ends when its session has ended")
func streamEndsWithSession() async throws {
    try await withWall { wall in
        let text = try await follow(wall) {
            wall.time.visitor = nil
            // The program does not end: the stream has to end by itself.
            for _ in 0..<50 { try await Task.sleep(for: .milliseconds(2)) }
        } until: { _ in
            true
        }
        #expect(text.contains("event: fragment"))
    }
}

@Test("a reader who has left is noticed when something is written, and gives the place back")
func readerLeaves() async throws {
    struct Gone: Error {}
    try await withWall { wall in
        for _ in 0..<(OpenStreams.perAccountMax + 3) {
            let response = try await wall.door.response(.get, "/events?page=board", as: .leader)
            await #expect(throws: Gone.self) {
                try await response.body.write(WrittenBody(onWrite: { _ in throw Gone() }))
            }
        }
    }
}

@Test("an account has so many streams and no more; another one has its own")
func streamLimit() async throws {
    try await withWall { wall in
        var open: [Any] = []
        for _ in 0..<OpenStreams.perAccountMax {
            open.append(try await wall.door.response(.get, "/events?page=board", as: .leader))
        }
        let refused = try await wall.door.get("/events?page=board")
        #expect(refused.status == 429 || refused.status == 503)
        var other = WallReader.viewer
        other.account = UUID(uuid: (8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1))
        let one = try await wall.door.response(.get, "/events?page=board", as: other)
        #expect(one.status.code == 200)
        open = []
        let again = try await wall.door.response(.get, "/events?page=board", as: .leader)
        #expect(again.status.code == 200)
    }
}

@Test("the program has so many streams and no more")
func streamsOfAll() throws {
    let streams = OpenStreams()
    var places: [OpenStreams.Place] = []
    for index in 0..<OpenStreams.allMax { places.append(try streams.enter("account \(index)")) }
    #expect(throws: ServingError.self) { try streams.enter("one more") }
    #expect(streams.count == OpenStreams.allMax)
    places = []
    #expect(streams.count == 0)
}

@Test("readers of the same see the same fragments, made once; another scope or language has its own")
func sharedFragments() async throws {
    let time = WallTime()
    let made = Mutex(0)
    let live = LiveFragments(clock: time.wall)
    func look(_ units: Set<Places.Unit.ID>, _ language: Language = .vietnamese) async throws -> Int {
        let audience = LiveFragments.Audience(page: .board, scopes: [.units(units)], language: language)
        let fragments = try await live.current(for: audience) {
            made.withLock { $0 += 1 }
            return [LiveFragment(name: "x", html: "<p>\(units.count)</p>")]
        }
        return try #require(fragments.first).version
    }
    let first = try await look([cuaLo])
    #expect(try await look([cuaLo]) == first && made.withLock { $0 } == 1)
    #expect(try await look([cuaLo, anhSon]) != first && made.withLock { $0 } == 2)
    #expect(try await look([cuaLo], .english) != first && made.withLock { $0 } == 3)
    time.advance(.seconds(1))
    // Made anew, and the same as before: nobody is sent it again.
    #expect(try await look([cuaLo]) == first && made.withLock { $0 } == 4)
    time.advance(.seconds(-3600))
    #expect(try await look([cuaLo]) == first && made.withLock { $0 } == 5)
}

@Test("a failure to make fragments is told, and the next look tries again")
func fragmentsFail() async throws {
    struct Broken: Error {}
    let live = LiveFragments(clock: WallTime().wall)
    let audience = LiveFragments.Audience(page: .board, scopes: [], language: .english)
    await #expect(throws: Broken.self) { try await live.current(for: audience) { throw Broken() } }
    let made = try await live.current(for: audience) { [LiveFragment(name: "x", html: "y")] }
    #expect(made.count == 1)
}
