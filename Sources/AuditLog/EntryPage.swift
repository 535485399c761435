package import Database
package import Timekeeping

/// Which entries a person wants to see; what is `nil` does not matter.
package struct EntryFilter: Sendable {
    package var actor: Actor?
    package var action: String?
    package var subjectKind: String?
    package var subjectID: String?
    /// From this moment on.
    package var from: Instant?
    /// Before this moment.
    package var until: Instant?
    /// What the reader may see at all, as a condition on `unit_id`.
    package var scope: SQL?

    package init() {}

    var condition: SQL {
        var parts: [SQL] = ["1 = 1"]
        if let actor { parts.append("actor = \(actor.code)") }
        if let action { parts.append("action = \(action)") }
        if let subjectKind { parts.append("subject_kind = \(subjectKind)") }
        if let subjectID { parts.append("subject_id = \(subjectID)") }
        if let from { parts.append("at >= \(from)") }
        if let until { parts.append("at < \(until)") }
        if let scope { parts.append("(\(scope))") }
        return .joined(parts, by: " AND ")
    }
}

/// A page of entries, the newest first.
package struct EntryPage: Hashable, Sendable {
    /// More on one page is not read by anyone.
    package static let countMax = 200

    package let entries: [StoredEntry]
    /// Where the next page begins; `nil` on the last one.
    package let next: Int64?
}

extension AuditLog {
    /// The entries that `filter` lets through, from the one before `cursor` on.
    package func page(
        matching filter: EntryFilter,
        before cursor: Int64? = nil,
        countMax: Int = 50,
        in transaction: any Transaction
    ) throws(DatabaseError) -> EntryPage {
        let count = min(max(countMax, 1), EntryPage.countMax)
        let older: SQL = cursor.map { "id < \($0)" } ?? "1 = 1"
        let rows = try transaction.query(
            """
            SELECT \(StoredEntry.columns) FROM audit_entry
            WHERE \(older) AND \(filter.condition) ORDER BY id DESC LIMIT \(count + 1)
            """
        )
        var entries: [StoredEntry] = []
        for row in rows.prefix(count) { entries.append(try StoredEntry(row)) }
        return EntryPage(entries: entries, next: rows.count > count ? entries.last?.id : nil)
    }

    /// One entry; `nil` when there is none, or when `scope` hides it.
    package func entry(
        id: Int64,
        scope: SQL? = nil,
        in transaction: any Transaction
    ) throws(DatabaseError) -> StoredEntry? {
        var filter = EntryFilter()
        filter.scope = scope
        let row = try transaction.first(
            "SELECT \(StoredEntry.columns) FROM audit_entry WHERE id = \(id) AND \(filter.condition)"
        )
        guard let row else { return nil }
        return try StoredEntry(row)
    }

    /// Whether a subject has entries and all of them lie within `scope`, a condition on `unit_id`.
    package func isWhole(
        _ subject: AuditSubject,
        within scope: SQL,
        in transaction: any Transaction
    ) throws(DatabaseError) -> Bool {
        let row = try transaction.first(
            """
            SELECT count(*), coalesce(sum(CASE WHEN \(scope) THEN 1 ELSE 0 END), 0) FROM audit_entry
            WHERE subject_kind = \(subject.kind) AND subject_id = \(subject.id)
            """
        )
        guard let row else { return false }
        let (all, seen): (Int, Int) = (try row[0], try row[1])
        return all > 0 && all == seen
    }
}

extension AuditLog {
    /// When the oldest entry was written that has no place in the tree yet; `nil` when none waits.
    package static func waitsSince(in transaction: any Transaction) throws(DatabaseError) -> Instant? {
        let row = try transaction.first("SELECT min(at) FROM audit_entry WHERE leaf_index IS NULL")
        guard let row else { return nil }
        return try row[0]
    }
}
