import AuditLog
import Cryptography

/// Entries of the audit log and their proofs.
enum AuditShape {
    private static let subject = Schema.object([.required("kind", .string), .required("id", .string)])

    static let entry = Schema.named(
        "AuditEntry",
        .object([
            .required("id", .integer(min: 1)), .required("leafIndex", .nullable(.integer(min: 0))),
            .required("at", .instant), .required("actor", .string), .required("action", .string),
            .required("subject", subject), .required("unit", .nullable(.string)),
            .required("commitment", .string),
            .required("isErased", .flag),
        ])
    )

    static let proof = Schema.named(
        "AuditProof",
        .object([
            .required("entry", entry), .required("leaf", .string), .required("checkpoint", .string),
            .required("hashes", .list(.string)),
        ])
    )

    static func json(_ stored: StoredEntry) -> JSON {
        let entry = stored.entry
        return [
            "id": .integer(stored.id), "leafIndex": stored.leafIndex.map(JSON.integer) ?? .null,
            "at": JSON(entry.at),
            "actor": .text(entry.actor), "action": .text(entry.action),
            "subject": ["kind": .text(entry.subject.kind), "id": .text(entry.subject.id)],
            "unit": JSON(entry.unit),
            "commitment": .text(BaseCoding.hex.encode(entry.commitment)),
            "isErased": JSON(stored.content == nil),
        ]
    }

    static func json(_ proof: InclusionProof, _ stored: StoredEntry) -> JSON {
        [
            "entry": json(stored), "leaf": .text(proof.item.entry), "checkpoint": .text(proof.checkpoint),
            "hashes": .list(proof.item.proof.map(JSON.text)),
        ]
    }
}
