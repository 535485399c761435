package import Access
import AuditLog
import Database
import Language
package import Places
import Timekeeping

extension DatasetStore {
    /// Takes a record back: it counts no more, and its versions stay.
    ///
    /// - Throws: `recordNotFound`, `wrongState` when it is withdrawn already, `reasonMissing`.
    package func withdraw(
        _ key: RecordKey,
        in id: Dataset.ID,
        expecting version: Int? = nil,
        origin: RecordOrigin,
        by permit: Permit<WithdrawRecords>
    ) async throws(DatasetError) -> StoredRecord {
        guard origin.reason != nil else {
            throw DatasetError(.reasonMissing, "a withdrawal without a reason")
        }
        return try await step(key, in: id, expecting: version, origin, permit, RecordAction.withdrawn) {
            record,
            _ throws(DatasetError) in
            guard record.state != .withdrawn else { throw DatasetError(.wrongState, "it is withdrawn") }
            return (.withdrawn, record.approvals)
        }
    }

    /// Agrees to a submitted record for the next level; after the last one it counts.
    ///
    /// - Throws: `recordNotFound` when the permit is not for the unit of that level, `wrongState`.
    package func approve(
        _ key: RecordKey,
        in id: Dataset.ID,
        expecting version: Int? = nil,
        origin: RecordOrigin,
        by permit: Permit<ApproveRecords>
    ) async throws(DatasetError) -> StoredRecord {
        try await step(key, in: id, expecting: version, origin, permit, RecordAction.approved) {
            record,
            stored throws(DatasetError) in
            try check(permit, record, stored)
            let approvals = record.approvals + 1
            return (approvals >= stored.dataset.approvals.count ? .accepted : .submitted, approvals)
        }
    }

    /// Sends a submitted record back to the unit, with a reason.
    ///
    /// - Throws: as ``approve(_:in:expecting:origin:by:)``, `reasonMissing`.
    package func sendBack(
        _ key: RecordKey,
        in id: Dataset.ID,
        expecting version: Int? = nil,
        origin: RecordOrigin,
        by permit: Permit<ApproveRecords>
    ) async throws(DatasetError) -> StoredRecord {
        guard origin.reason != nil else { throw DatasetError(.reasonMissing, "sent back without a reason") }
        return try await step(key, in: id, expecting: version, origin, permit, RecordAction.returned) {
            record,
            stored throws(DatasetError) in
            try check(permit, record, stored)
            return (.returned, 0)
        }
    }

    /// The unit whose leader has to agree next; `nil` when nobody has to.
    package func unitToApprove(_ record: StoredRecord, in stored: StoredDataset) -> Unit.ID? {
        guard record.state == .submitted, stored.dataset.approvals.indices.contains(record.approvals) else {
            return nil
        }
        switch stored.dataset.approvals[record.approvals] {
        case .unit: return record.unit
        case .above: return trees().tree(on: today).parent(of: record.unit)?.id ?? record.unit
        case .owner: return stored.dataset.owner
        }
    }

    private func check(
        _ permit: Permit<ApproveRecords>,
        _ record: StoredRecord,
        _ stored: StoredDataset
    ) throws(DatasetError) {
        guard record.state == .submitted else { throw DatasetError(.wrongState, "it is not submitted") }
        guard unitToApprove(record, in: stored) == permit.unit else {
            throw DatasetError(.unitOutOfReach, "another unit has to agree now")
        }
    }

    /// One change of a record's state, which is a version of its own with the same content.
    private func step<A: Action>(
        _ key: RecordKey,
        in id: Dataset.ID,
        expecting version: Int?,
        _ origin: RecordOrigin,
        _ permit: Permit<A>,
        _ action: String,
        _ decide: @escaping @Sendable (StoredRecord, StoredDataset) throws(DatasetError) -> (RecordState, Int)
    ) async throws(DatasetError) -> StoredRecord {
        try check(origin)
        return try await database.write(throwing: DatasetErrorCode.self) { transaction in
            let stored = try shelf.dataset(id, in: transaction)
            guard let row = try transaction.query(stored.table.selectOne, [.text(key.text)]).first,
                case let record = try StoredRecord(row), reaches(permit, record, stored)
            else { throw DatasetError(.recordNotFound, "no such record within the permit") }
            guard version == nil || version == record.version else {
                throw DatasetError(.recordChangedMeanwhile, "the record has another version")
            }
            let (state, approvals) = try decide(record, stored)
            return try writing(to: stored, origin, permit, in: transaction)
                .step(record, to: state, approvals: approvals, action)
        }
    }

    /// Whether the permit's unit is above the record's, owns the dataset, or has to agree next.
    private func reaches<A: Action>(
        _ permit: Permit<A>,
        _ record: StoredRecord,
        _ stored: StoredDataset
    ) -> Bool {
        let tree = trees().tree(on: today)
        return tree.contains(permit.unit, record.unit) || permit.unit == stored.dataset.owner
            || tree.unit(record.unit) == nil && tree.roots.contains { $0.id == permit.unit }
    }
}

extension RecordWriting {
    /// Writes a new version of `record` that differs in its state alone.
    func step(
        _ record: StoredRecord,
        to state: RecordState,
        approvals: Int,
        _ action: String
    ) throws -> StoredRecord {
        let table = stored.table
        try DatasetTally.prepare(stored, known: tallies, in: transaction)
        let at = max(now, record.changedAt + .microseconds(1))
        let names = table.allColumns.joined(separator: ", ")
        try transaction.execute(
            """
            INSERT INTO \(trusted: table.past) (\(trusted: names), until_at)
            SELECT \(trusted: names), \(at) FROM \(trusted: table.current) WHERE key = \(record.key.text)
            """
        )
        let rows = try transaction.query(
            """
            UPDATE \(trusted: table.current) SET version = version + 1, state = \(state.rawValue),
                approvals = \(approvals), changed_at = \(at), actor = \(actor.code),
                through = \(origin.through), reason = \(origin.reason)
            WHERE key = \(record.key.text)
            RETURNING \(RecordTable.selected)\(trusted: table.sumColumns.map { ", " + $0.name }.joined())
            """
        )
        guard let row = rows.first else { throw DatasetError(.recordNotFound, "the record is gone") }
        let changed = try StoredRecord(row)
        try audit.append(
            [
                AuditDraft(
                    action,
                    of: RecordStatement.subject(
                        stored.dataset.id,
                        key: record.key.text,
                        personal: record.subject
                    ),
                    unit: record.unit.rawValue,
                    content: RecordStatement(changed, of: stored.dataset.id).bytes
                )
            ],
            by: actor,
            at: now,
            in: transaction
        )
        try count(changed, from: record.state, row)
        try DatasetTally.add(0, at: at, to: stored.dataset.id, in: transaction)
        return changed
    }

    /// A record counts in the sums while it is accepted.
    private func count(_ record: StoredRecord, from old: RecordState, _ row: Row) throws {
        guard (old == .accepted) != (record.state == .accepted) else { return }
        let first = RecordTable.recordColumns.count
        let values = try stored.table.sumColumns.indices.map { try row[first + $0] as Int64? }
        var changes = SumChanges(table: stored.table)
        if record.state == .accepted {
            try changes.add(values, unit: record.unit, period: record.period ?? "")
        } else {
            try changes.subtract(values, unit: record.unit, period: record.period ?? "")
        }
        try sums.apply(changes, table: stored.table, in: transaction)
    }
}
