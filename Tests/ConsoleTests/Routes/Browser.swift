import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Serving
import Synchronization

/// What came back, whole.
struct Answer {
    let status: Int
    let headers: HTTPFields
    let bytes: [UInt8]

    var text: String { String(decoding: bytes, as: UTF8.self) }
    var location: String? { headers[.location] }

    /// The page of an error, but for the number that each request has.
    var withoutRequestNumber: String { text.replacing(/(số yêu cầu|request) <code>[^<]*<\/code>/, with: "") }

    /// The value of the last hidden field of this name: that of the page, after the header's switches.
    func hidden(_ name: String) -> String? {
        let begin = "name=\"\(name)\" value=\""
        guard let at = text.ranges(of: begin).last else { return nil }
        return String(text[at.upperBound...].prefix { $0 != "\"" })
    }
}

/// Goes from page to page as a browser does: keeps cookies, says from which site it comes, follows nothing by itself.
///
/// Calls the router without a socket. The HTTP library's own test client would bring a TLS library along, which takes
/// longer to build than the whole program.
final class Browser: Sendable {
    private let responder: any HTTPResponder<SenContext>
    private let jar = Mutex<[String: String]>([:])
    /// Sent with each request, over what a browser sends by itself.
    private let extra: [String: String]

    init(_ responder: any HTTPResponder<SenContext>, headers: [String: String] = [:]) {
        self.responder = responder
        extra = headers
    }

    var session: String? {
        get { jar.withLock { $0[SenCookie.session] } }
        set { jar.withLock { $0[SenCookie.session] = newValue } }
    }

    func get(_ path: String) async throws -> Answer {
        try await send(.get, path, body: "", headers: [:])
    }

    /// Posts the form of a page of ours; `headers` for what another site or an old browser would send.
    func post(
        _ path: String,
        _ fields: [String: String],
        headers: [String: String] = ["sec-fetch-site": "same-origin"]
    ) async throws -> Answer {
        let body = fields.sorted { $0.key < $1.key }
            .map { "\(Self.encoded($0.key))=\(Self.encoded($0.value))" }.joined(separator: "&")
        return try await send(.post, path, body: body, headers: headers)
    }

    private func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        body: String,
        headers: [String: String]
    ) async throws -> Answer {
        var fields = HTTPFields()
        if method == .post { fields[.contentType] = "application/x-www-form-urlencoded" }
        let cookies = jar.withLock { $0.map { "\($0.key)=\($0.value)" }.joined(separator: "; ") }
        if !cookies.isEmpty { fields[.cookie] = cookies }
        for (name, value) in extra.merging(headers, uniquingKeysWith: { $1 }) {
            if let name = HTTPFields.Element.Name(name) { fields[name] = value }
        }
        let request = Request(
            head: HTTPRequest(
                method: method,
                scheme: "http",
                authority: "sen.example",
                path: path,
                headerFields: fields
            ),
            body: RequestBody(buffer: ByteBuffer(string: body))
        )
        var logger = Logger(label: "test")
        logger[metadataKey: "hb.request.id"] = "1"  // as the server gives one to each request
        let source = ApplicationRequestContextSource(channel: EmbeddedChannel(), logger: logger)
        return try await read(responder.respond(to: request, context: SenContext(source: source)))
    }

    private func read(_ response: Response) async throws -> Answer {
        for line in response.headers[values: .setCookie] {
            let pair = line.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
            let value = pair.count == 2 ? String(pair[1]) : ""
            jar.withLock { $0[String(pair[0])] = value.isEmpty ? nil : value }
        }
        let body = Body()
        try await response.body.write(body)
        return Answer(
            status: Int(response.status.code),
            headers: response.headers,
            bytes: body.bytes.withLock { $0 }
        )
    }

    static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}

private final class Body: ResponseBodyWriter, Sendable {
    let bytes = Mutex<[UInt8]>([])
    func write(_ buffer: ByteBuffer) async throws { bytes.withLock { $0 += buffer.readableBytesView } }
    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
