import Access
import AuditLog
import Cryptography
import Database
import Hummingbird
import Language
import Places
import Serving

/// `GET /audit/{id}`: one entry with its proof, and the proof as a file.
struct AuditEntryRoute: Sendable {
    let house: ConsoleHouse

    /// The entry of the address, if it is of a unit whose entries the reader may see.
    private func find(_ context: SenContext) async throws -> StoredEntry {
        let scope = try house.auditScope(of: context.signedIn()).condition(on: "unit_id")
        guard let id = Int64(try context.parameters.require("id")) else {
            throw ServingError(.notFound, "the address holds no entry id")
        }
        let log = house.audit.log
        let found = try await house.audit.database.read(throwing: AuditErrorCode.self) {
            try log.entry(id: id, scope: scope, in: $0)
        }
        guard let found else { throw ServingError(.notFound, "no such entry within the scope") }
        return found
    }

    private func prove(_ entry: StoredEntry) async throws -> Receipt {
        try await house.audit.database.read(throwing: AuditErrorCode.self) { [key = house.audit.key] in
            try Receipt.prove(entry, key: key, in: $0)
        }
    }

    func download(_ request: Request, _ context: SenContext) async throws -> Response {
        let entry = try await find(context)
        return .receipt(try await prove(entry), named: "entry-\(entry.id)")
    }

    func show(_ request: Request, _ context: SenContext) async throws -> Response {
        let entry = try await find(context)
        // younger than the newest checkpoint: the page says that it is being sealed
        let receipt = entry.leafIndex == nil ? nil : try await prove(entry)
        let checkpoint = receipt?.signedCheckpoint(by: house.audit.key)
        let words = AuditWords(house: house, visitor: try context.signedIn())
        let model = AuditEntryModel(
            row: await words.row(entry),
            unit: entry.entry.unit.map { ($0, house.unitName($0)) },
            commitment: BaseCoding.hex.encode(entry.entry.commitment),
            content: entry.content.map { String(decoding: $0, as: UTF8.self) },
            proof: receipt?.entries.first?.proof ?? [],
            size: checkpoint.map { Int(clamping: $0.size) },
            root: checkpoint?.rootText
        )
        return .page(AuditEntryView.document(model, in: await house.frame(for: request, context)))
    }
}
