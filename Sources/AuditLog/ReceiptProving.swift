import Cryptography
package import Database
import Language

extension Receipt {
    /// Proves all entries of `subjects`, such as a case and the website that it is about.
    ///
    /// - Throws: `subjectUnknown` when the first subject has no entries, `notYetSequenced` when the newest entry is
    ///   younger than the tree, `tooManyEntries`.
    package static func prove(
        _ subjects: [AuditSubject],
        key: NoteVerifyKey,
        in transaction: any Transaction
    ) throws(AuditError) -> Receipt {
        do {
            let stored = try entries(of: subjects, in: transaction)
            let store = TileStore(transaction: transaction)
            guard let checkpoint = try store.newestCheckpoint() else {
                throw AuditError(.notYetSequenced, "the log has no checkpoint")
            }
            var items: [Item] = []
            for entry in stored { items.append(try item(of: entry, in: checkpoint.size, store)) }
            let present = Set(stored.map(\.entry.subject))
            return Receipt(
                verifyKey: key,
                checkpoint: checkpoint.note,
                subjects: subjects.filter(present.contains),
                entries: items
            )
        } catch {
            throw AuditError(wrapping: error)
        }
    }

    /// Proves one entry alone.
    ///
    /// - Throws: `notYetSequenced` when it is younger than the tree.
    package static func prove(
        _ entry: StoredEntry,
        key: NoteVerifyKey,
        in transaction: any Transaction
    ) throws(AuditError) -> Receipt {
        do {
            let store = TileStore(transaction: transaction)
            guard let checkpoint = try store.newestCheckpoint() else {
                throw AuditError(.notYetSequenced, "the log has no checkpoint")
            }
            return Receipt(
                verifyKey: key,
                checkpoint: checkpoint.note,
                subjects: [entry.entry.subject],
                entries: [try item(of: entry, in: checkpoint.size, store)]
            )
        } catch {
            throw AuditError(wrapping: error)
        }
    }

    /// The checkpoint that the proofs lead to; `nil` when `key` has not signed it.
    package func signedCheckpoint(by key: NoteVerifyKey) -> Checkpoint? {
        Checkpoint(note: checkpoint, signedBy: key)
    }

    private static func entries(
        of subjects: [AuditSubject],
        in transaction: any Transaction
    ) throws -> [StoredEntry] {
        let conditions: [SQL] = Set(subjects).map {
            "(subject_id = \($0.id) AND subject_kind = \($0.kind))"
        }
        guard let main = subjects.first else { throw AuditError(.subjectUnknown, "no subject was named") }
        let rows = try transaction.query(
            """
            SELECT \(StoredEntry.columns) FROM audit_entry WHERE \(.joined(conditions, by: " OR "))
            ORDER BY leaf_index LIMIT \(entriesMax + 1)
            """
        )
        let stored = try rows.map { row in try StoredEntry(row) }
        guard stored.contains(where: { $0.entry.subject == main }) else {
            throw AuditError(.subjectUnknown, "the log has no entry of this \(main.kind)")
        }
        guard stored.count <= entriesMax else {
            throw AuditError(.tooManyEntries, "more than \(entriesMax) entries")
        }
        return stored
    }

    private static func item(of stored: StoredEntry, in size: UInt64, _ store: TileStore) throws -> Item {
        guard let leaf = stored.leafIndex.flatMap({ UInt64(exactly: $0) }),
            let proof = try Merkle.inclusionProof(of: leaf, in: size, node: store.hash(of:))
        else { throw AuditError(.notYetSequenced, "entry \(stored.id) is not in the tree yet") }
        return Item(
            leafIndex: leaf,
            entry: BaseCoding.base64.encode(stored.entry.encoded()),
            salt: stored.salt.map { BaseCoding.base64.encode($0) },
            content: stored.content.map { BaseCoding.base64.encode($0) },
            proof: proof.map { BaseCoding.base64.encode($0) }
        )
    }
}

/// That one entry is in the log: its leaf and the hashes from there to the root of a signed checkpoint.
package struct InclusionProof: Hashable, Sendable {
    package let checkpoint: String
    package let item: Receipt.Item
}

extension Receipt {
    /// Proves one entry without the others of its subject.
    ///
    /// - Throws: `notYetSequenced` when the entry is younger than the tree.
    package static func inclusion(
        of stored: StoredEntry,
        in transaction: any Transaction
    ) throws(AuditError) -> InclusionProof {
        do {
            let store = TileStore(transaction: transaction)
            guard let checkpoint = try store.newestCheckpoint() else {
                throw AuditError(.notYetSequenced, "the log has no checkpoint")
            }
            let item = try item(of: stored, in: checkpoint.size, store)
            return InclusionProof(checkpoint: checkpoint.note, item: item)
        } catch {
            throw AuditError(wrapping: error)
        }
    }
}
