import Hummingbird
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import Serving

/// One guarded connection without a socket, on a clock that the test moves.
private struct Guarded {
    let channel: EmbeddedChannel

    init(_ room: ConnectionRoom = ConnectionRoom(connectionsMax: 10)) throws {
        channel = EmbeddedChannel(handler: ConnectionGuard(ConnectionLimits(), room))
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
    }

    func wait(_ seconds: Int64) { channel.embeddedEventLoop.advanceTime(by: .seconds(seconds)) }

    func read(_ parts: HTTPRequestPart...) throws { for part in parts { try channel.writeInbound(part) } }

    func answer() throws {
        for part in [HTTPResponsePart.head(HTTPResponse(status: .ok)), .end(nil)] {
            try channel.writeOutbound(part)
        }
        while try channel.readOutbound(as: HTTPResponsePart.self) != nil {}
    }

    /// The status and the text that the guard itself has answered.
    func told() throws -> (status: Int, text: String)? {
        guard case .head(let head) = try channel.readOutbound(as: HTTPResponsePart.self),
            case .body(let body) = try channel.readOutbound(as: HTTPResponsePart.self)
        else { return nil }
        return (head.status.code, String(buffer: body))
    }

    static let head = HTTPRequestPart.head(
        HTTPRequest(method: .post, scheme: "http", authority: "a", path: "/")
    )
}

@Suite("The guard of a connection")
struct ConnectionGuardTests {
    @Test("a connection on which nothing comes is told and closed")
    func silence() throws {
        let guarded = try Guarded()
        guarded.wait(19)
        #expect(guarded.channel.isActive)
        guarded.wait(1)
        #expect(try guarded.told()?.status == 408)
        #expect(!guarded.channel.isActive)
    }

    @Test("a kept connection ends without a word after its time, a busy one never")
    func kept() throws {
        let guarded = try Guarded()
        try guarded.read(Guarded.head, .end(nil))
        guarded.wait(10_000)
        #expect(guarded.channel.isActive, "the program takes its time")
        try guarded.answer()
        guarded.wait(74)
        #expect(guarded.channel.isActive)
        guarded.wait(1)
        #expect(!guarded.channel.isActive)
        #expect(try guarded.told() == nil)
    }

    @Test("the time of a body begins with it, also when that is sooner than what was waited for before")
    func slowBody() throws {
        let guarded = try Guarded()
        try guarded.read(Guarded.head, .end(nil))
        try guarded.answer()
        guarded.wait(1)
        try guarded.read(Guarded.head)
        for _ in 0..<29 {
            guarded.wait(1)
            try guarded.read(.body(ByteBuffer(string: "a")))
        }
        #expect(guarded.channel.isActive)
        guarded.wait(1)
        let told = try guarded.told()
        #expect(told?.status == 408 && told?.text.contains("saved nothing") == true)
    }

    @Test("who takes nothing of an answer is let go after a minute")
    func stalledReader() throws {
        let guarded = try Guarded()
        try guarded.read(Guarded.head, .end(nil))
        for isWritable in [false, true, false] {
            guarded.wait(59)
            guarded.channel.isWritable = isWritable
            guarded.channel.pipeline.fireChannelWritabilityChanged()
        }
        guarded.wait(59)
        #expect(guarded.channel.isActive)
        guarded.wait(1)
        #expect(!guarded.channel.isActive)
        #expect(try guarded.told() == nil)
    }

    @Test("what is no request is told and closed; within a request whoever reads it gets the error")
    func errors() throws {
        struct Broken: Error {}
        let guarded = try Guarded()
        guarded.channel.pipeline.fireErrorCaught(Broken())
        #expect(try guarded.told()?.status == 400)
        #expect(!guarded.channel.isActive)
        let reading = try Guarded()
        try reading.read(Guarded.head)
        reading.channel.pipeline.fireErrorCaught(Broken())
        #expect(throws: Broken.self) { try reading.channel.throwIfErrorCaught() }
        #expect(reading.channel.isActive)
    }

    @Test("the last place goes to who asks now; when all are being answered a new one is told to come again")
    func places() throws {
        let room = ConnectionRoom(connectionsMax: 1)
        let idle = try Guarded(room)
        let second = try Guarded(room)
        #expect(!idle.channel.isActive && second.channel.isActive)
        try second.read(Guarded.head, .end(nil))
        let third = try Guarded(room)
        #expect(try third.told()?.status == 503)
        #expect(!third.channel.isActive && second.channel.isActive)
    }

    @Test("when the program ends, a request that is still being sent does not hold it up")
    func quiescing() throws {
        let guarded = try Guarded()
        try guarded.read(Guarded.head)
        guarded.channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
        #expect(!guarded.channel.isActive)
    }
}
