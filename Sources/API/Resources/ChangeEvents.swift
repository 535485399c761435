import Datasets
import HTTPTypes
import Hummingbird
import Language
import Logging
import Serving

/// The changes of a dataset as server-sent events: https://html.spec.whatwg.org/multipage/server-sent-events.html.
///
/// A client that was cut off sends the number of the last event it has in `Last-Event-ID`, as every one does by itself.
/// What a slow reader has not taken is not read for him either: one page at most is in memory.
struct ChangeEvents: Sendable {
    static let type = "text/event-stream"
    /// Between two looks at the log, which gives places twice a second.
    private static let look = Duration.seconds(1)
    /// Without an event for so long a comment is sent: proxies close a silent connection after 30 to 60 seconds, and a
    /// reader who has left is noticed.
    private static let silentLooksMax = 15
    /// Looks between two questions whether the key still holds; also asked between two pages.
    private static let looksPerCheck = 5
    /// Changes that are read at once.
    private static let pageMax = 100
    /// When a client that was cut off comes again.
    private static let retryMilliseconds = 3_000

    let walk: ChangeWalk

    /// - Throws: what asking for a page throws, so that a refusal comes with its status; `streamsFull`.
    func answer() async throws -> Answer {
        var walk = walk
        let first = try await walk.page(countMax: Self.pageMax)
        let place = try walk.call.house.operating.streams.enter(try walk.call.context.signedIn().accountID)
        // Nobody is told that he was read of before he is: of personal data each batch is written down.
        if !walk.isEachNoted { try await walk.note(nil) }
        var answer = Answer(
            content: .stream(type: "\(Self.type); charset=utf-8") { [walk] writer in
                defer { withExtendedLifetime(place) {} }
                do { try await Self.send(walk, from: first, to: &writer) } catch {
                    // The client comes again by itself, and is then told why it may not.
                    walk.call.context.logger.debug("a stream of changes ends: \(error)")
                }
            }
        )
        // Proxies must not collect it (nginx reads this one).
        answer.headers[.cacheControl] = "no-store"
        if let name = HTTPField.Name("X-Accel-Buffering") { answer.headers[name] = "no" }
        return answer
    }

    private static func send(
        _ start: ChangeWalk,
        from first: ChangePage,
        to writer: inout any ResponseBodyWriter
    ) async throws {
        var (walk, page, looks, silentLooks) = (start, first, 0, 0)
        try await writer.write(ByteBuffer(string: "retry: \(retryMilliseconds)\n\n"))
        while true {
            if walk.isEachNoted { try await walk.note(page.changes) }
            if !page.changes.isEmpty { try await writer.write(events(page.changes)) }
            silentLooks = page.changes.isEmpty ? silentLooks + 1 : 0
            if silentLooks >= silentLooksMax {
                try await writer.write(heartbeat(at: page.next))
                silentLooks = 0
            }
            if page.isAtEnd {
                try await walk.call.house.operating.pause(look)
                looks += 1
            }
            if looks.isMultiple(of: looksPerCheck) || !page.isAtEnd { try await walk.renew() }
            page = try await walk.page(countMax: pageMax)
        }
    }

    static func events(_ changes: [RecordChange]) -> ByteBuffer {
        var bytes: [UInt8] = []
        for change in changes {
            bytes += "id: \(change.sequence)\nevent: \(change.action.rawValue)\ndata: ".utf8
            // JSON of ours has no line ends.
            bytes += ChangeShape.json(change).bytes
            bytes += "\n\n".utf8
        }
        return ByteBuffer(bytes: bytes)
    }

    /// A block without data moves the client's place and is no event.
    private static func heartbeat(at place: Int64) -> ByteBuffer {
        ByteBuffer(string: place < 0 ? ": alive\n\n" : ": alive\nid: \(place)\n\n")
    }
}
