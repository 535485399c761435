import Database
import Timekeeping

/// An entry as the database holds it.
package struct StoredEntry: Hashable, Sendable {
    package let id: Int64
    /// `nil` until the sequencer has given it its place.
    package let leafIndex: Int64?
    package let entry: Entry
    /// Both are `nil` after an erasure.
    package let salt: [UInt8]?
    package let content: [UInt8]?

    static let columns: SQL = """
        id, leaf_index, at, actor, action, subject_kind, subject_id, unit_id, commitment, salt, content
        """

    init(_ row: Row) throws(DatabaseError) {
        id = try row[0]
        leafIndex = try row[1]
        entry = Entry(
            at: try row[2],
            action: try row[4],
            actor: try row[3],
            subject: AuditSubject(kind: try row[5], id: try row[6]),
            unit: try row[7],
            commitment: try row[8]
        )
        salt = try row[9]
        content = try row[10]
    }

    /// Whether salt and content are those that the entry commits to; erased ones cannot contradict it.
    var fitsCommitment: Bool {
        guard let salt, let content else { return salt == nil && content == nil }
        return Entry.commitment(salt: salt, content: content) == entry.commitment
    }
}
