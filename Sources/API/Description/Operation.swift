import Hummingbird
import Language

/// One thing that the API does: where it is found, what it takes, what it answers, and the code that does it.
///
/// The router and the OpenAPI document are both made from these, so that the one cannot have what the other has not.
struct Operation: Sendable {
    let method: HTTPRequest.Method
    /// Such as `/api/v1/cases/{id}`.
    let path: String
    /// Such as `listCases`; unique, and the name of the method in generated clients.
    let id: String
    let summary: Text
    var parameters: [Parameter] = []
    var body = Body.none
    var answer: AnswerShape
    /// Whether the answer carries an `ETag` that a later change can name.
    var hasVersion = false
    var needsKey = true
    let handle: @Sendable (Call) async throws -> Answer

    enum Body: Sendable {
        case none
        case json(Schema)
        /// Bytes of one of these media types, `*/*` for any.
        case raw(types: [String], bytesMax: Int)

        /// Our requests are some texts of 10,000 characters at most.
        static let jsonBytesMax = 256 * 1024

        var bytesMax: Int {
            switch self {
            case .none: 0
            case .json: Self.jsonBytesMax
            case .raw(_, let bytesMax): bytesMax
            }
        }
    }

    /// Whether a change may, or must, say which version it was made for.
    var matchesVersion: Bool { parameters.contains { $0.name == Parameter.ifMatch.name } }

    /// By the first part of the path behind the version.
    var tag: String {
        let parts = path.split(separator: "/").map(String.init)
        return parts.starts(with: ["api", "v1"]) ? parts[2] : "operating"
    }

    /// The names between braces, in order.
    var pathNames: [String] {
        path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
    }

    var shape: PathShape { PathShape(path) }

    /// Whether `concrete` is a path of this operation.
    func matches(_ concrete: String) -> Bool { shape.matches(concrete.split(separator: "/")) }
}

/// What an operation answers when it succeeds.
struct AnswerShape: Sendable {
    enum Content: Sendable {
        case none
        case json(Schema)
        case bytes(type: String)
    }
    var statuses: [HTTPResponse.Status] = [.ok]
    var content: Content
    /// Media types that are answered as well when a caller names them.
    var otherTypes: [String] = []

    /// All media types that there are answers in.
    var types: [String] {
        switch content {
        case .none, .json: ["application/json"] + otherTypes
        case .bytes(let type): [String(type.prefix { $0 != ";" })] + otherTypes
        }
    }

    static func json(_ schema: Schema, _ statuses: [HTTPResponse.Status] = [.ok]) -> AnswerShape {
        AnswerShape(statuses: statuses, content: .json(schema))
    }
    static let nothing = AnswerShape(statuses: [.noContent], content: .none)
}

/// What an operation takes besides a body.
struct Parameter: Sendable {
    enum Place: String, Sendable { case query, header }

    let name: String
    var place = Place.query
    let schema: Schema
    var isRequired = false
    /// Whether it may stand several times; then ``schema`` is of each.
    var timesMax = 1
    let text: Text

    static func query(_ name: String, _ schema: Schema, timesMax: Int = 1, _ text: Text) -> Parameter {
        Parameter(name: name, schema: schema, timesMax: timesMax, text: text)
    }

    static func header(_ name: String, _ schema: Schema, _ text: Text) -> Parameter {
        Parameter(name: name, place: .header, schema: schema, text: text)
    }
}

extension Parameter {
    static let ifMatch = Parameter(
        name: "If-Match",
        place: .header,
        schema: .text(min: 1, max: 200, pattern: #"^(\*|"[0-9]{1,18}")$"#),
        text: .API.ifMatch
    )
    /// The same, where a change without it would be blind.
    static let ifMatchNeeded = Parameter(
        name: ifMatch.name,
        place: .header,
        schema: ifMatch.schema,
        isRequired: true,
        text: .API.ifMatch
    )
    /// `*` for what must not be there yet.
    static let ifNoneMatch = header(
        "If-None-Match",
        .text(min: 1, max: 200, pattern: #"^\*$"#),
        .API.ifNoneMatch
    )
    static let idempotencyKey = Parameter(
        name: "Idempotency-Key",
        place: .header,
        schema: .text(min: 1, max: 200, pattern: "^[!-~]{1,200}$"),
        text: .API.idempotencyKey
    )
    static let cursor = query("cursor", .text(min: 1, max: 4_096, pattern: "^[A-Za-z0-9_-]+$"), .API.cursor)

    static func limit(max: Int) -> Parameter { query("limit", .integer(min: 1, max: max), .API.limit) }
}
