import Access
import AuditLog
import Database
import Hummingbird
import Language
import Places
import Timekeeping

/// `/api/v1/audit`: what was done by whom, with proof.
enum AuditResource {
    static let operations: [Operation] = [
        .get(
            "/api/v1/audit/entries",
            "listAuditEntries",
            .API.listEntries,
            filters,
            answers: .json(.page(of: AuditShape.entry)),
            list
        ),
        .get(
            "/api/v1/audit/entries/{id}/proof",
            "getAuditProof",
            .API.getProof,
            answers: .json(AuditShape.proof)
        ) { call in
            let scope = try readable(call).condition(on: "unit_id")
            guard let id = Int64(try call.path("id")) else { throw unknown }
            return try await call.house.database.read(throwing: AuditErrorCode.self) { transaction in
                guard let entry = try call.house.audit.entry(id: id, scope: scope, in: transaction) else {
                    throw unknown
                }
                let proof = try Receipt.inclusion(of: entry, in: transaction)
                return .json(AuditShape.json(proof, entry))
            }
        },
        .get(
            "/api/v1/audit/receipts/{kind}/{id}",
            "getAuditReceipt",
            .API.getReceipt,
            answers: .json(.named("Receipt", .anything)),
            receipt
        ),
        .get(
            "/api/v1/audit/checkpoint",
            "getAuditCheckpoint",
            .API.getCheckpoint,
            answers: AnswerShape(content: .bytes(type: checkpointType))
        ) { call in
            let found = try await call.house.database.read(throwing: AuditErrorCode.self) { transaction in
                try TileServer.answer("checkpoint", in: transaction)
            }
            guard let found else { throw APIError(.notFound, "the log has no checkpoint yet") }
            return .bytes(found.bytes, type: found.contentType)
        },
    ]

    private static let checkpointType = "text/plain; charset=utf-8"

    private static let filters: [Parameter] = [
        .query("actor", .text(min: 1, max: 100), .API.actorFilter),
        .query("action", .text(min: 1, max: 100), .API.actionFilter),
        .query("subjectKind", .text(min: 1, max: 100), .API.subjectFilter),
        .query("subject", .text(min: 1, max: 200), .API.subjectFilter),
        .query("from", .instant, .API.fromFilter),
        .query("until", .instant, .API.untilFilter), .cursor, .limit(max: EntryPage.countMax),
    ]

    private static var unknown: AuditError { AuditError(.subjectUnknown, "no such entry within the scope") }

    /// - Throws: ``AccessErrorCode/forbidden`` when no role of the key allows it anywhere.
    private static func readable(_ call: Call) throws -> UnitScope {
        let scope = try call.scope(ReadAudit.self)
        if case .units(let units) = scope, units.isEmpty {
            throw AccessError(.forbidden, "no role of the principal allows \(ReadAudit.code)")
        }
        return scope
    }

    private static func list(_ call: Call) async throws -> Answer {
        var filter = EntryFilter()
        filter.scope = try readable(call).condition(on: "unit_id")
        if let code = call.query["actor"] {
            guard let actor = Actor(code: code) else { return call.page([], next: nil) }
            filter.actor = actor
        }
        filter.action = call.query["action"]
        filter.subjectKind = call.query["subjectKind"]
        filter.subjectID = call.query["subject"]
        filter.from = call.instant("from")
        filter.until = call.instant("until")
        let cursor = try call.cursor { Int64($0) }
        let wanted = filter
        let page = try await call.house.database.read(throwing: AuditErrorCode.self) { transaction in
            try call.house.audit.page(matching: wanted, before: cursor, countMax: call.limit, in: transaction)
        }
        return call.page(page.entries.map(AuditShape.json), next: page.next.map { "\($0)" })
    }

    /// The file that anyone can check with the log's public key alone.
    private static func receipt(_ call: Call) async throws -> Answer {
        let subject = AuditSubject(kind: try call.path("kind"), id: try call.path("id"))
        let scope = try readable(call).condition(on: "unit_id")
        return try await call.house.database.read(throwing: AuditErrorCode.self) { transaction in
            guard try call.house.audit.isWhole(subject, within: scope, in: transaction) else { throw unknown }
            let receipt = try Receipt.prove([subject], key: call.house.logKey, in: transaction)
            return .bytes(receipt.json, type: "application/json")
        }
    }
}
