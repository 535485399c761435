package import Access
import AuditLog
import Database
import Language
import Places
import Timekeeping

extension DatasetStore {
    /// Erases a record with all its versions, and in the log the salts of what was said of it.
    ///
    /// What stays proves that something was written, changed and erased, when and by whom, and gives nothing of it
    /// away. Backups made before still hold the record until they are deleted.
    /// - Returns: how many versions went.
    @discardableResult
    package func erase(
        _ key: RecordKey,
        in id: Dataset.ID,
        origin: RecordOrigin,
        by permit: Permit<EraseRecords>
    ) async throws(DatasetError) -> Int {
        guard origin.reason != nil else { throw DatasetError(.reasonMissing, "an erasure without a reason") }
        try check(origin)
        return try await database.write(throwing: DatasetErrorCode.self) { transaction in
            let stored = try shelf.dataset(id, in: transaction)
            let table = stored.table
            guard permit.unit == stored.dataset.owner,
                let row = try transaction.query(table.selectOne, [.text(key.text)]).first
            else { throw DatasetError(.recordNotFound, "no such record of a dataset of the permit's unit") }
            let record = try StoredRecord(row)
            try DatasetTally.prepare(stored, known: tallies, in: transaction)
            if record.state != .withdrawn {
                _ = try writing(to: stored, origin, permit, in: transaction)
                    .step(record, to: .withdrawn, approvals: record.approvals, RecordAction.withdrawn)
            }
            var count = 0
            for name in [table.past, table.current] {
                count += try transaction.execute("DELETE FROM \(trusted: name) WHERE key = \(key.text)")
            }
            try DatasetTally.add(-1, at: clock.now(), to: id, in: transaction)
            try audit.erase(
                RecordStatement.subject(id, key: key.text, personal: record.subject),
                unit: record.unit.rawValue,
                by: permit.actor,
                at: clock.now(),
                in: transaction
            )
            return count
        }
    }
}
