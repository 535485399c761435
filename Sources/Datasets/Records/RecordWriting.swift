import AuditLog
import Database
import Language
import Places
import Timekeeping

/// What became of one record that was written.
package enum RecordOutcome: Hashable, Sendable {
    case created
    /// The version it has now.
    case updated(version: Int)
    /// It was there with the same content; nothing was written.
    case unchanged(version: Int)

    package var version: Int {
        switch self {
        case .created: 1
        case .updated(let version), .unchanged(let version): version
        }
    }
}

/// What the caller knows of a record that it writes.
package enum RecordExpectation: Hashable, Sendable {
    case anything
    case absent
    case present
    case version(Int)
}

/// Through what a record came and why: kept with each version.
package struct RecordOrigin: Hashable, Sendable {
    /// Such as `api`, `console` or `import`.
    package var through: String
    package var reason: String?

    /// Of a reason: a paragraph, not a report.
    package static let reasonBytesMax = 2_000

    package init(through: String, reason: String? = nil) {
        self.through = through
        self.reason = reason
    }
}

/// Writes records of one dataset inside one transaction: rows, earlier versions, audit entries and sums.
///
/// All of a batch goes through a few statements, whether it is one record or a thousand.
struct RecordWriting {
    let stored: StoredDataset
    let transaction: any Transaction
    let audit: AuditLog
    let actor: Actor
    let origin: RecordOrigin
    let now: Instant
    let ids: IDMaker
    let sums: UnitSums
    let tallies: KnownTallies
    /// Whether the caller may take a record away from the unit that it belonged to.
    let mayReplace: (Unit.ID) -> Bool

    private var table: RecordTable { stored.table }

    /// What a record that is there already was before.
    private struct Known {
        let version: Int
        let unit: Unit.ID
        let period: String
        let state: RecordState
        let subject: String?
        let sums: [Int64?]
        let isSame: Bool
    }

    /// Writes `records`, whose keys all differ; one outcome for each.
    ///
    /// - Throws: `recordChangedMeanwhile` when one is not as it is expected; then nothing is written.
    func put(
        _ records: [IncomingRecord],
        expecting expectation: RecordExpectation = .anything
    ) throws -> [RecordOutcome] {
        try DatasetTally.prepare(stored, known: tallies, in: transaction)
        let subjects = records.map { _ in newSubject() }
        try stage(zip(records, subjects))
        let known = try known()
        for record in records {
            let old = known[record.key.text]
            // The intake has asked for the unit that the record names now.
            if let old, old.unit != record.unit, !mayReplace(old.unit) {
                throw DatasetError(.unitOutOfReach, "the key is that of another unit's record")
            }
            try check(old, expectation)
        }
        var (changes, drafts): (SumChanges, [AuditDraft]) = (SumChanges(table: table), [])
        var (outcomes, same): ([RecordOutcome], [String]) = ([], [])
        for (record, subject) in zip(records, subjects) {
            let old = known[record.key.text]
            if let old, old.isSame, old.state == stored.stateWhenWritten {
                outcomes.append(.unchanged(version: old.version))
                same.append(record.key.text)
                continue
            }
            outcomes.append(old.map { .updated(version: $0.version + 1) } ?? .created)
            try note(record, after: old, in: &changes)
            drafts.append(draft(record, subject: old?.subject ?? subject, version: (old?.version ?? 0) + 1))
        }
        try write(without: same, anyKnown: known.count > same.count, any: !drafts.isEmpty)
        try audit.append(drafts, by: actor, at: now, in: transaction)
        try sums.apply(changes, table: stored.table, in: transaction)
        if !drafts.isEmpty {
            let created = outcomes.count { $0 == .created }
            try DatasetTally.add(created, at: now, to: stored.dataset.id, in: transaction)
        }
        return outcomes
    }

    private func newSubject() -> String? {
        stored.dataset.classification == .personal ? ids.make(IncomingRecord.self).description : nil
    }

    private func stage(_ records: Zip2Sequence<[IncomingRecord], [String?]>) throws {
        var rows = records.makeIterator()
        try transaction.stage(table.incoming) {
            rows.next().map { record, subject in
                [
                    .text(record.key.text), subject.sqlValue, .text(record.unit.rawValue),
                    .text(record.period?.text ?? ""), .text(record.content),
                ] + record.columns
            }
        }
    }

    private func known() throws -> [String: Known] {
        let sumCount = table.sumColumns.count
        let found = try transaction.query(table.selectKnown, []).map { row in
            let state: String = try row[4]
            return (
                try row[0] as String,
                Known(
                    version: try row[1],
                    unit: try row[2],
                    period: try row[3],
                    state: RecordState(rawValue: state) ?? .withdrawn,
                    subject: try row[5],
                    sums: try (0..<sumCount).map { try row[6 + $0] },
                    isSame: try row[6 + sumCount]
                )
            )
        }
        return Dictionary(uniqueKeysWithValues: found)
    }

    private func check(_ known: Known?, _ expectation: RecordExpectation) throws(DatasetError) {
        switch expectation {
        case .anything: return
        case .absent where known == nil: return
        case .present where known != nil: return
        case .version(let version) where known?.version == version: return
        default: throw DatasetError(.recordChangedMeanwhile, "the record is not as the caller saw it")
        }
    }

    private func note(
        _ record: IncomingRecord,
        after old: Known?,
        in changes: inout SumChanges
    ) throws(DatasetError) {
        if let old, old.state == .accepted {
            try changes.subtract(old.sums, unit: old.unit, period: old.period)
        }
        guard stored.stateWhenWritten == .accepted else { return }
        try changes.add(table.sums(of: record), unit: record.unit, period: record.period?.text ?? "")
    }

    private func draft(_ record: IncomingRecord, subject: String?, version: Int) -> AuditDraft {
        let statement = RecordStatement(
            dataset: stored.dataset.id,
            key: record.key.text,
            unit: record.unit.rawValue,
            version: version,
            schemaVersion: stored.schemaVersion,
            state: stored.stateWhenWritten,
            approvals: 0,
            reason: origin.reason,
            contentSHA256: record.contentSHA256
        )
        return AuditDraft(
            version == 1 ? RecordAction.created : RecordAction.changed,
            of: RecordStatement.subject(stored.dataset.id, key: record.key.text, personal: subject),
            unit: record.unit.rawValue,
            content: statement.bytes
        )
    }

    private func write(without same: [String], anyKnown: Bool, any: Bool) throws {
        guard any else { return }
        for keys in same.chunks(of: 500) {
            let list = SQL.joined(keys.map { "\($0)" }, by: ", ")
            try transaction.send("DELETE FROM \(trusted: table.incoming.name) WHERE key IN (\(list))")
        }
        if anyKnown { try transaction.send(table.keepPast, [now.sqlValue]) }
        try transaction.send(
            table.upsert,
            [
                .integer(Int64(stored.schemaVersion)), .text(stored.stateWhenWritten.rawValue), now.sqlValue,
                .text(actor.code), .text(origin.through), origin.reason.sqlValue,
            ]
        )
    }
}

extension RecordTable {
    /// The values that `record` adds to the sums; `nil` for a field that it does not have.
    func sums(of record: IncomingRecord) -> [Int64?] {
        zip(columns, record.columns).compactMap { column, value in
            guard column.kind == .sum else { return nil }
            guard case .integer(let number) = value else { return .some(nil) }
            return .some(number)
        }
    }
}

extension [String] {
    /// Pieces of at most `count` elements.
    func chunks(of count: Int) -> [ArraySlice<String>] {
        stride(from: 0, to: self.count, by: count).map { self[$0..<Swift.min($0 + count, self.count)] }
    }
}
