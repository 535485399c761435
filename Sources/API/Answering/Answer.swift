import Hummingbird

/// What an operation answers.
struct Answer: Sendable {
    enum Content: Sendable {
        case none
        case json(JSON)
        case bytes([UInt8], type: String)
        /// Written piece by piece, for what may be larger than memory; a failure in between breaks the answer off.
        case stream(type: String, @Sendable (inout any ResponseBodyWriter) async throws -> Void)
    }
    var status = HTTPResponse.Status.ok
    var headers: HTTPFields = [:]
    var content: Content
    /// What is kept of it for whoever sends the same request again: without a secret that is told once.
    var kept: JSON?

    static func json(_ value: JSON, _ status: HTTPResponse.Status = .ok) -> Answer {
        Answer(status: status, content: .json(value))
    }

    static func bytes(_ bytes: [UInt8], type: String) -> Answer { Answer(content: .bytes(bytes, type: type)) }

    static let nothing = Answer(status: .noContent, content: .none)

    /// The same with the version that a later change can name.
    func version(_ version: Int) -> Answer {
        var answer = self
        answer.headers[.eTag] = "\"\(version)\""
        return answer
    }

    /// The same, telling where the new thing is.
    func location(_ path: String) -> Answer {
        var answer = self
        answer.headers[.location] = path
        return answer
    }

    /// The content's type and bytes.
    var sent: (type: String?, bytes: [UInt8]) {
        switch content {
        case .none: (nil, [])
        case .json(let value): ("application/json", value.bytes)
        case .bytes(let bytes, let type): (type, bytes)
        case .stream(let type, _): (type, [])
        }
    }

    var response: Response {
        let sent = sent
        var headers = headers
        if let type = sent.type { headers[.contentType] = type }
        if case .stream(_, let write) = content {
            let body = ResponseBody { writer in
                try await write(&writer)
                try await writer.finish(nil)
            }
            return Response(status: status, headers: headers, body: body)
        }
        return Response(
            status: status,
            headers: headers,
            body: sent.bytes.isEmpty ? .init() : .init(byteBuffer: ByteBuffer(bytes: sent.bytes))
        )
    }
}
