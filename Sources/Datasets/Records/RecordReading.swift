package import AuditLog
import Database
import Language
package import Places
package import Timekeeping

extension DatasetStore {
    /// A record as it is now, or as it was at an instant.
    ///
    /// - Throws: `recordNotFound` also when it belongs to a unit outside of `scope`.
    package func record(
        _ key: RecordKey,
        in id: Dataset.ID,
        asOf instant: Instant? = nil,
        within scope: UnitScope
    ) async throws(DatasetError) -> StoredRecord {
        try await database.read(throwing: DatasetErrorCode.self) { transaction in
            let table = try shelf.dataset(id, in: transaction).table
            let rows =
                try instant.map { try transaction.query(table.version(of: key, asOf: $0)) }
                ?? transaction.query(table.selectOne, [.text(key.text)])
            guard let row = rows.first, case let record = try StoredRecord(row), scope.contains(record.unit)
            else { throw DatasetError(.recordNotFound, "no such record within the scope") }
            return record
        }
    }

    /// Versions of a record that a page has at most; more are asked for by the number of the last one.
    package static let versionsMax = 200

    /// The versions of a record, the newest first, below the version `before`.
    ///
    /// - Throws: `recordNotFound` when the newest one belongs to a unit outside of `scope`.
    package func versions(
        of key: RecordKey,
        in id: Dataset.ID,
        before: Int? = nil,
        within scope: UnitScope
    ) async throws(DatasetError) -> [StoredRecord] {
        try await database.read(throwing: DatasetErrorCode.self) { transaction in
            let table = try shelf.dataset(id, in: transaction).table
            guard let row = try transaction.query(table.selectOne, [.text(key.text)]).first,
                case let newest = try StoredRecord(row), scope.contains(newest.unit)
            else { throw DatasetError(.recordNotFound, "no such record within the scope") }
            let past = try transaction.query(
                """
                SELECT \(RecordTable.selected) FROM \(trusted: table.past)
                WHERE key = \(key.text) AND version < \(before ?? Int.max)
                ORDER BY version DESC LIMIT \(Self.versionsMax)
                """
            )
            let isFirst = before.map { newest.version < $0 } ?? true
            return Array(
                ((isFirst ? [newest] : []) + (try past.map { try StoredRecord($0) })).prefix(Self.versionsMax)
            )
        }
    }
}

extension RecordTable {
    static let selected: SQL = "\(trusted: recordColumns.joined(separator: ", "))"

    /// All versions that held at `instant`, as a table expression.
    func rows(asOf instant: Instant) -> SQL {
        let names: SQL = "\(trusted: allColumns.joined(separator: ", "))"
        return """
            (SELECT \(names) FROM \(trusted: current) WHERE changed_at <= \(instant)
            UNION ALL SELECT \(names) FROM \(trusted: past) WHERE changed_at <= \(instant) AND until_at > \(instant))
            """
    }

    fileprivate func version(of key: RecordKey, asOf instant: Instant) -> SQL {
        """
        SELECT \(Self.selected) FROM \(trusted: current) WHERE key = \(key.text) AND changed_at <= \(instant)
        UNION ALL SELECT \(Self.selected) FROM \(trusted: past)
        WHERE key = \(key.text) AND changed_at <= \(instant) AND until_at > \(instant)
        """
    }
}

extension DatasetStore {
    /// What the audit log calls a record.
    ///
    /// - Throws: `recordNotFound`.
    package func auditSubject(of key: RecordKey, in id: Dataset.ID) async throws(DatasetError) -> AuditSubject
    {
        let record = try await record(key, in: id, within: .everything)
        return RecordStatement.subject(id, key: key.text, personal: record.subject)
    }
}
