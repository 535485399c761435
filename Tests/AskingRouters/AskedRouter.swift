package import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
package import Serving
import Synchronization

/// Asks a router without a socket.
///
/// The HTTP library's own test client would bring a TLS library along, which takes longer to build than the program.
package struct AskedRouter: Sendable {
    private let responder: any HTTPResponder<SenContext>

    package init(_ responder: any HTTPResponder<SenContext>) { self.responder = responder }

    /// The answer, whose body is still to be written; `prepare` adds what a middleware would have found out.
    package func response(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ fields: HTTPFields = [:],
        body: [UInt8] = [],
        prepare: (inout SenContext) -> Void = { _ in }
    ) async throws -> Response {
        let head = HTTPRequest(
            method: method,
            scheme: "http",
            authority: "sen.example",
            path: path,
            headerFields: fields
        )
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: body)))
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        // as the server gives one to each request
        logger[metadataKey: "hb.request.id"] = "\(UInt64.random(in: .min ... .max))"
        let source = ApplicationRequestContextSource(channel: EmbeddedChannel(), logger: logger)
        var context = SenContext(source: source)
        prepare(&context)
        return try await responder.respond(to: request, context: context)
    }

    /// The whole answer.
    package func ask(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ fields: HTTPFields = [:],
        body: [UInt8] = [],
        prepare: (inout SenContext) -> Void = { _ in }
    ) async throws -> WholeAnswer {
        let response = try await response(method, path, fields, body: body, prepare: prepare)
        let written = WrittenBody()
        try await response.body.write(written)
        return WholeAnswer(status: response.status.code, headers: response.headers, bytes: written.bytes)
    }
}

/// What came back, whole.
package struct WholeAnswer: Sendable {
    package let status: Int
    package let headers: HTTPFields
    package let bytes: [UInt8]
}

/// Takes what a response writes; as slow or as broken as a test wants it.
package final class WrittenBody: ResponseBodyWriter, Sendable {
    private let state = Mutex((bytes: [UInt8](), isFinished: false))
    private let onWrite: @Sendable (String) throws -> Void

    package init(onWrite: @escaping @Sendable (String) throws -> Void = { _ in }) { self.onWrite = onWrite }

    package var bytes: [UInt8] { state.withLock { $0.bytes } }
    package var text: String { String(decoding: bytes, as: UTF8.self) }
    package var isFinished: Bool { state.withLock { $0.isFinished } }

    package func write(_ buffer: ByteBuffer) async throws {
        state.withLock { $0.bytes += buffer.readableBytesView }
        try onWrite(String(buffer: buffer))
    }

    package func finish(_ trailingHeaders: HTTPFields?) async throws {
        state.withLock { $0.isFinished = true }
    }
}
