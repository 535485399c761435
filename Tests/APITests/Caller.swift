import AskingRouters
import Foundation
import HTTPTypes
import Hummingbird
import Testing

@testable import API

/// Who asks the API, with or without a key; every answer is held against what the document promises.
struct Caller: Sendable {
    let bench: APIBench
    let key: String?
    var language = "en"

    func get(_ path: String, _ headers: [String: String] = [:]) async throws -> Told {
        try await ask(.get, path, headers)
    }

    func post(_ path: String, _ body: JSON? = nil, _ headers: [String: String] = [:]) async throws -> Told {
        try await ask(.post, path, headers, body)
    }

    func put(_ path: String, _ body: JSON, _ headers: [String: String] = [:]) async throws -> Told {
        try await ask(.put, path, headers, body)
    }

    func ask(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ headers: [String: String] = [:],
        _ body: JSON? = nil
    ) async throws -> Told {
        var headers = headers
        if body != nil, headers["Content-Type"] == nil { headers["Content-Type"] = "application/json" }
        return try await send(method, path, headers, body?.bytes ?? [])
    }

    /// An answer that is not held against its description: a stream has none.
    func streamed(_ path: String, _ headers: [String: String]) async throws -> Told {
        var fields: HTTPFields = [.acceptLanguage: language]
        if let key { fields[.authorization] = "Bearer \(key)" }
        for (name, value) in headers { fields[try #require(HTTPField.Name(name))] = value }
        return Told(try await bench.router.ask(.get, path, fields))
    }

    func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ headers: [String: String] = [:],
        _ bytes: [UInt8]
    ) async throws -> Told {
        var fields: HTTPFields = [.acceptLanguage: language]
        if let key { fields[.authorization] = "Bearer \(key)" }
        for (name, value) in headers { fields[try #require(HTTPField.Name(name))] = value }
        let told = Told(try await bench.router.ask(method, path, fields, body: bytes))
        try told.fits(method, path)
        return told
    }
}

/// What came back.
struct Told: Sendable {
    let status: Int
    let headers: HTTPFields
    let bytes: [UInt8]

    init(_ answer: WholeAnswer) { (status, headers, bytes) = (answer.status, answer.headers, answer.bytes) }

    /// The document is deeper than any request.
    private static let depthMax = 64

    var json: JSON { (try? JSONReader.read(bytes, depthMax: Self.depthMax)) ?? .null }
    var text: String { String(decoding: bytes, as: UTF8.self) }
    var items: [JSON] { json["items"]?.list ?? [] }
    var code: String? { json["code"]?.text }
    var field: String? { json["field"]?.text }
    var tag: String { headers[.eTag] ?? "" }

    func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }

    /// Holds the answer against the description of the operation.
    func fits(_ method: HTTPRequest.Method, _ path: String) throws {
        let bare = String(path.prefix { $0 != "?" })
        let meant = APIOperations.all.filter { $0.method == method && $0.matches(bare) }
        guard let operation = meant.max(by: { $0.shape.literals < $1.shape.literals }) else { return }
        let successes = operation.answer.statuses.map(\.code)
        guard status != 304 else { return }
        if status >= 400 {
            #expect(OpenAPIDocument.failures(operation).contains(status), "\(method) \(bare): \(text)")
            #expect(headers[.contentType] == Problem.contentType)
            try hold(OpenAPIDocument.problemSchema)
        } else {
            #expect(successes.contains(status), "\(method) \(bare): \(status)")
            if case .json(let schema) = operation.answer.content { try hold(schema) }
        }
    }

    private func hold(_ schema: Schema) throws {
        let value = try JSONReader.read(bytes, depthMax: Self.depthMax)
        #expect(throws: Never.self) { try schema.check(value) }
    }
}
