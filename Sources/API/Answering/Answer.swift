import Hummingbird

/// What an operation answers.
struct Answer: Sendable {
    enum Content: Sendable {
        case none
        case json(JSON)
        case bytes([UInt8], type: String)
    }
    var status = HTTPResponse.Status.ok
    var headers: HTTPFields = [:]
    var content: Content

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
        }
    }

    var response: Response {
        let sent = sent
        var headers = headers
        if let type = sent.type { headers[.contentType] = type }
        return Response(
            status: status,
            headers: headers,
            body: sent.bytes.isEmpty ? .init() : .init(byteBuffer: ByteBuffer(bytes: sent.bytes))
        )
    }
}
