package import Database
package import Timekeeping

/// What the log committed to last, for a page that shows it.
package struct NewestCheckpoint: Hashable, Sendable {
    package let checkpoint: Checkpoint
    /// The signed note that says so.
    package let note: String
    package let signedAt: Instant
}

extension AuditLog {
    /// The newest checkpoint; `nil` before the first batch.
    package func newestCheckpoint(in transaction: any Transaction) throws(DatabaseError) -> NewestCheckpoint?
    {
        let row = try transaction.first(
            "SELECT note, signed_at FROM audit_checkpoint ORDER BY size DESC LIMIT 1"
        )
        guard let row else { return nil }
        let text: String = try row[0]
        guard let note = SignedNote(text), let checkpoint = Checkpoint(text: note.text) else {
            throw DatabaseError(kind: .corrupt, detail: "the newest audit checkpoint is no checkpoint")
        }
        return NewestCheckpoint(checkpoint: checkpoint, note: text, signedAt: try row[1])
    }
}
