import Access
import Cases
package import Hummingbird
import Language
import Places
package import Serving
import Timekeeping
import WebWatch

/// `GET /events?page=board`: server-sent events that keep a page live.
///
/// Each event `fragment` is the new HTML of one element with an id. The stream begins with all of them, since
/// something may have changed between the page and the stream; then come those that change. It ends with the
/// session, and with the program.
package struct EventRoutes: Sendable {
    private let house: ConsoleHouse
    private let live: LiveFragments
    private let streams = OpenStreams()

    package init(_ house: ConsoleHouse) {
        self.house = house
        live = LiveFragments(clock: house.clock)
    }

    package func add(to router: Router<SenContext>) { router.get("/events", use: stream) }

    /// Between two looks.
    private static let lookSeconds = 1
    /// Without an event for so long a comment is sent: proxies close a silent connection after 30 to 60 seconds, and
    /// a reader who has left is noticed.
    private static let silentLooksMax = 15
    /// Looks between two questions whether the session still is one.
    private static let looksPerSessionCheck = 5

    private func stream(_ request: Request, _ context: SenContext) async throws -> Response {
        let visitor = try context.signedIn()
        guard let page = QueryFields(request)["page"].flatMap({ LivePage($0) }) else {
            throw ServingError(.notFound, "no such live page")
        }
        // Asked once before the answer begins, so that a page that one may not see is refused with its status.
        _ = try await fragments(of: page, for: visitor, request, context)
        let place = try streams.enter(visitor.accountID)
        return Response(
            status: .ok,
            headers: [.contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store"],
            body: .init { writer in
                defer { withExtendedLifetime(place) {} }
                try await send(page, to: &writer, request, context)
                try await writer.finish(nil)
            }
        )
    }

    private func send(
        _ page: LivePage,
        to writer: inout any ResponseBodyWriter,
        _ request: Request,
        _ context: SenContext
    ) async throws {
        var (sent, silentLooks, looks) = ([String: Int](), 0, 0)
        var visitor = try context.signedIn()
        while true {
            if looks.isMultiple(of: Self.looksPerSessionCheck) {
                guard let now = await house.watch.visitor(request) else { return }
                visitor = now
            }
            looks += 1
            // A database that is busy or full ends no stream: the page says by itself how old it is.
            let current = (try? await fragments(of: page, for: visitor, request, context)) ?? []
            let changed = current.filter { sent[$0.name] != $0.version }
            for fragment in changed {
                try await writer.write(ByteBuffer(bytes: EventStream.event(fragment.html)))
                sent[fragment.name] = fragment.version
            }
            silentLooks = changed.isEmpty ? silentLooks + 1 : 0
            if silentLooks >= Self.silentLooksMax {
                try await writer.write(ByteBuffer(bytes: EventStream.heartbeat))
                silentLooks = 0
            }
            do { try await house.watch.pause(.seconds(Self.lookSeconds)) } catch { return }
        }
    }

    private func fragments(
        of page: LivePage,
        for visitor: Visitor,
        _ request: Request,
        _ context: SenContext
    ) async throws -> [LiveFragment] {
        let scopes = [
            house.access.scope(of: visitor.principal, to: ReadWebsite.self),
            house.access.scope(of: visitor.principal, to: ReadCase.self),
        ]
        let audience = LiveFragments.Audience(page: page, scopes: scopes, language: context.language)
        return try await live.current(for: audience) {
            let frame = house.fragmentFrame(for: request, context)
            switch page {
            case .board: return try await BoardRoute(house: house).fragments(for: visitor, frame)
            case .website(let id):
                return try await WebsitePageRoute(house: house).fragments(of: id, for: visitor, frame)
            }
        }
    }
}

/// The wire format of server-sent events: https://html.spec.whatwg.org/multipage/server-sent-events.html.
enum EventStream {
    static let heartbeat = Array(": alive\n\n".utf8)

    /// `event: fragment` with the HTML, line by line; CR and LF both end a line there.
    static func event(_ html: HTML) -> [UInt8] {
        var bytes = Array("event: fragment\ndata: ".utf8)
        for byte in html.bytes {
            switch byte {
            case 0x0D: bytes.append(0x20)
            case 0x0A: bytes += "\ndata: ".utf8
            default: bytes.append(byte)
            }
        }
        return bytes + "\n\n".utf8
    }
}
