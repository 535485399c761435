import AskingRouters
import AuditLog
import Foundation
import Hummingbird
import Identity
import Language
import Serving

@testable import Console

/// Somebody who reads the console, as a test wants them: what recognising a session would have found out.
struct WallReader: Sendable {
    var role: Role
    var unit: String
    var language = Language.vietnamese
    var account = UUID(uuid: (7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1))

    static let leader = WallReader(role: .leader, unit: "40")
    static let viewer = WallReader(role: .viewer, unit: "40")
    static let token = "token-of-the-session"

    func reading(_ language: Language) -> WallReader {
        var reader = self
        reader.language = language
        return reader
    }

    var visitor: Visitor {
        Visitor(
            principal: Principal(actor: .account(account), grants: [RoleGrant(role, in: unit)]),
            name: "Nguyễn Thị Mẫu",
            accountID: account.uuidString,
            formToken: Self.token,
            language: language
        )
    }
}

/// What came back, whole.
struct WallAnswer {
    let status: Int
    let headers: HTTPFields
    let text: String
    var location: String? { headers[.location] }
    var setCookie: String? { headers[.setCookie] }
}

/// Sends requests through the router without a socket.
struct WallDoor: Sendable {
    let responder: any HTTPResponder<SenContext>

    /// `tags` are the entity tags of what the reader has already.
    func get(
        _ path: String,
        as reader: WallReader? = .leader,
        cookie: String? = nil,
        knowing tags: String? = nil
    ) async throws -> WallAnswer {
        try await read(response(.get, path, as: reader, cookie: cookie, tags: tags))
    }

    func post(
        _ path: String,
        _ fields: [String: String] = [:],
        as reader: WallReader? = .leader,
        token: String? = WallReader.token
    ) async throws -> WallAnswer {
        let all = fields.merging(token.map { ["token": $0] } ?? [:]) { $1 }
        let body = all.sorted { $0.key < $1.key }
            .map { "\(ConsolePath.encoded($0.key))=\(ConsolePath.encoded($0.value))" }.joined(separator: "&")
        let type = "application/x-www-form-urlencoded"
        return try await read(response(.post, path, as: reader, Array(body.utf8), type: type))
    }

    /// A form with one file, and with the short fields that go with it.
    func upload(
        _ path: String,
        _ file: [UInt8],
        named name: String = "a.csv",
        fields: [String: String] = ["token": WallReader.token],
        as reader: WallReader? = .leader,
        dropping cut: Int = 0
    ) async throws -> WallAnswer {
        var body: [UInt8] = []
        for (key, value) in fields.sorted(by: { $0.key < $1.key }) {
            body += "--X\r\nContent-Disposition: form-data; name=\"\(key)\"\r\n\r\n\(value)\r\n".utf8
        }
        body += "--X\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n".utf8
        body += "Content-Type: application/octet-stream\r\n\r\n".utf8
        body += file + "\r\n--X--\r\n".utf8
        let type = "multipart/form-data; boundary=X"
        return try await read(response(.post, path, as: reader, body.dropLast(cut), type: type))
    }

    func response(
        _ method: HTTPRequest.Method,
        _ path: String,
        as reader: WallReader?,
        _ body: [UInt8] = [],
        type: String? = nil,
        cookie: String? = nil,
        tags: String? = nil
    ) async throws -> Response {
        var fields = HTTPFields()
        if let cookie { fields[.cookie] = cookie }
        if let tags { fields[.ifNoneMatch] = tags }
        if let type { fields[.contentType] = type }
        return try await AskedRouter(responder).response(method, path, fields, body: body) { context in
            context.visitor = reader?.visitor
            context.language = reader?.language ?? .vietnamese
        }
    }

    private func read(_ response: Response) async throws -> WallAnswer {
        let body = WrittenBody()
        try await response.body.write(body)
        return WallAnswer(
            status: Int(response.status.code),
            headers: response.headers,
            text: String(decoding: body.bytes, as: UTF8.self)
        )
    }
}
