import AuditLog
import Cryptography
import Database
import HTTPTypes
import Hummingbird
import Language
import Timekeeping

/// One request with an `Idempotency-Key`: whose it is, under which key, and exactly what it asks.
struct IdempotentRun: Sendable {
    let actor: String
    let key: String
    let requestSHA256: [UInt8]

    init(call: Call, key: String, actor: Actor) {
        self.actor = actor.code
        self.key = key
        var hasher = SHA256Hasher()
        hasher.update(Array("\(call.operation.method.rawValue) \(call.target)\n".utf8))
        hasher.update(Array("\(call.headers[.ifMatch] ?? "")\n".utf8))
        hasher.update(Array("\(call.headers[.ifNoneMatch] ?? "")\n".utf8))
        for name in [Parameter.reason, .purpose].compactMap({ HTTPField.Name($0.name) }) {
            hasher.update(Array("\(call.headers[name] ?? "")\n".utf8))
        }
        hasher.update(call.bytes)
        requestSHA256 = hasher.finish()
    }
}

/// Remembers the answers to requests with an `Idempotency-Key`, so that sending one again does nothing twice.
///
/// The order on a crash: the row without an answer is durable before the work begins. A process that ends in between
/// leaves it so, and the caller is told to look, since only the caller can decide whether to ask anew.
struct IdempotentRuns: Sendable {
    /// As long as a caller's queue may take to try again.
    static let keptSeconds = 24 * 3600

    let database: any Database
    let clock: WallClock

    /// The answer that was given before; `nil` when the request is to be carried out now.
    ///
    /// - Throws: ``APIErrorCode/idempotencyKeyReused`` and ``APIErrorCode/idempotencyKeyInUse``.
    func begin(_ run: IdempotentRun) async throws(APIError) -> Answer? {
        let now = clock.now()
        return try await database.write(throwing: APIErrorCode.self) { transaction in
            let end = now - .seconds(Self.keptSeconds)
            try transaction.execute("DELETE FROM api_idempotency WHERE begun_at < \(end)")
            let isNew = try transaction.execute(
                """
                INSERT INTO api_idempotency (actor, idempotency_key, request_sha256, begun_at)
                VALUES (\(run.actor), \(run.key), \(run.requestSHA256), \(now))
                ON CONFLICT (actor, idempotency_key) DO NOTHING
                """
            )
            guard isNew == 0 else { return nil }
            let row = try transaction.first(
                """
                SELECT request_sha256, status, headers, body FROM api_idempotency
                WHERE actor = \(run.actor) AND idempotency_key = \(run.key)
                """
            )
            guard let row, try row[0] as [UInt8] == run.requestSHA256 else {
                throw APIError(.idempotencyKeyReused, "the key was used for another request")
            }
            guard let status: Int = try row[1] else {
                throw APIError(.idempotencyKeyInUse, "the first request with the key has no answer yet")
            }
            return KeptAnswer.read(status: status, headers: try row[2], body: try row[3])
        }
    }

    func finish(_ run: IdempotentRun, with answer: Answer) async throws(APIError) {
        let sent = answer.sent
        let headers = KeptAnswer.headers(answer, type: sent.type)
        _ = try await database.write(throwing: APIErrorCode.self) { transaction in
            try transaction.execute(
                """
                UPDATE api_idempotency SET status = \(answer.status.code), headers = \(headers), body = \(sent.bytes)
                WHERE actor = \(run.actor) AND idempotency_key = \(run.key)
                """
            )
        }
    }

    /// After a failure of ours the same key may try again.
    func forget(_ run: IdempotentRun) async throws(APIError) {
        _ = try await database.write(throwing: APIErrorCode.self) { transaction in
            try transaction.execute(
                "DELETE FROM api_idempotency WHERE actor = \(run.actor) AND idempotency_key = \(run.key)"
            )
        }
    }
}

/// An answer as the table keeps it: the headers that tell something, one a line.
private enum KeptAnswer {
    private static let kept: [HTTPField.Name] = [.location, .eTag, .contentLanguage]
    /// Tells the caller that nothing was done this time.
    private static let replayed = HTTPField.Name("Idempotent-Replayed")

    static func headers(_ answer: Answer, type: String?) -> String {
        var lines = kept.compactMap { name in answer.headers[name].map { "\(name.rawName): \($0)" } }
        if let type { lines.append("\(HTTPField.Name.contentType.rawName): \(type)") }
        return lines.joined(separator: "\n")
    }

    static func read(status: Int, headers: String, body: [UInt8]) -> Answer {
        var fields: HTTPFields = [:]
        for line in headers.split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, let name = HTTPField.Name(String(parts[0])) else { continue }
            fields[name] = String(parts[1].dropFirst())
        }
        let type = fields[.contentType]
        fields[.contentType] = nil
        if let replayed { fields[replayed] = "true" }
        return Answer(
            status: .init(code: status),
            headers: fields,
            content: type.map { .bytes(body, type: $0) } ?? .none
        )
    }
}
