import AskingRouters
import Hummingbird
import Language
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
final class Browser: Sendable {
    private let router: AskedRouter
    private let jar = Mutex<[String: String]>([:])
    /// Sent with each request, over what a browser sends by itself.
    private let extra: [String: String]

    init(_ responder: any HTTPResponder<SenContext>, headers: [String: String] = [:]) {
        router = AskedRouter(responder)
        extra = headers
    }

    /// The same browser after its reader chose English.
    func inEnglish() -> Browser {
        jar.withLock { $0[SenCookie.language] = Language.english.rawValue }
        return self
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
        let answer = try await router.ask(method, path, fields, body: Array(body.utf8))
        for line in answer.headers[values: .setCookie] {
            let pair = line.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
            let value = pair.count == 2 ? String(pair[1]) : ""
            jar.withLock { $0[String(pair[0])] = value.isEmpty ? nil : value }
        }
        return Answer(status: answer.status, headers: answer.headers, bytes: answer.bytes)
    }

    static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}
