package import Database

/// How the verifier reads a domain's current rows, to compare them with what the log says of them.
///
/// A domain declares one for each kind of subject whose entries carry the whole state of its row.
package struct AuditedTable: Sendable {
    package let subjectKind: String
    /// A query of the ids of all rows, as one text column named `subject_id`; `nil` when there is no table yet.
    let ids: @Sendable (any Transaction) throws(DatabaseError) -> SQL?
    /// The canonical content of one row, the same bytes that the store gave to ``AuditLog``; `nil` without a row.
    let content: @Sendable (_ id: String, _ transaction: any Transaction) throws -> [UInt8]?
    /// Actions whose entries do not tell the state, such as the reading of data that is not open.
    let passiveActions: Set<String>

    /// What an entry says when its subject is gone.
    package static let gone = Array("null".utf8)

    package init(
        subjectKind: String,
        ids: SQL,
        passiveActions: Set<String> = [],
        content: @escaping @Sendable (_ id: String, _ transaction: any Transaction) throws -> [UInt8]?
    ) {
        self.init(
            subjectKind: subjectKind,
            findingIDs: { _ in ids },
            passiveActions: passiveActions,
            content: content
        )
    }

    /// For subjects in tables that are made while the program runs.
    package init(
        subjectKind: String,
        findingIDs ids: @escaping @Sendable (any Transaction) throws(DatabaseError) -> SQL?,
        passiveActions: Set<String> = [],
        content: @escaping @Sendable (_ id: String, _ transaction: any Transaction) throws -> [UInt8]?
    ) {
        self.subjectKind = subjectKind
        self.ids = ids
        self.passiveActions = passiveActions
        self.content = content
    }

    /// The first row of which the log has no entry; `nil` when there is none.
    func idWithoutEntry(in transaction: any Transaction) throws(DatabaseError) -> String? {
        guard let ids = try ids(transaction) else { return nil }
        return try transaction.value(
            """
            SELECT present.subject_id FROM (\(ids)) AS present
            WHERE NOT EXISTS (
                SELECT 1 FROM audit_entry AS e
                WHERE e.subject_id = present.subject_id AND e.subject_kind = \(subjectKind))
            ORDER BY present.subject_id LIMIT 1
            """
        )
    }
}

/// Which entries are the newest word about the state of their subject.
struct NewestEntryQuery {
    let tables: [AuditedTable]

    /// 1 for an entry `e` whose content is what the row of its subject has to be now, else 0.
    var isNewest: SQL {
        guard !tables.isEmpty else { return "0" }
        let kinds = SQL.joined(tables.map { "\($0.subjectKind)" }, by: ", ")
        return """
            CASE WHEN e.subject_kind IN (\(kinds))\(isActive("e")) AND NOT EXISTS (
                SELECT 1 FROM audit_entry AS n
                WHERE n.subject_id = e.subject_id AND n.subject_kind = e.subject_kind
                    AND n.id > e.id\(isActive("n")))
            THEN 1 ELSE 0 END
            """
    }

    private func isActive(_ alias: String) -> SQL {
        let passive = Set(tables.flatMap(\.passiveActions)).sorted()
        guard !passive.isEmpty else { return "" }
        let actions = SQL.joined(passive.map { "\($0)" }, by: ", ")
        return " AND \(trusted: alias).action NOT IN (\(actions))"
    }
}
