import AuditLog
import Database
import Foundation
import Language
package import Places
import Timekeeping

/// The changes of a dataset in the order in which they have places in the audit log.
///
/// The feed is the log itself: nothing is written for it, so a load costs what it did. A place is given after the
/// change is committed, by one sequencer at a time, and never taken back; whoever reads on from the last place that he
/// has seen misses nothing and sees nothing out of order, on either database.
extension DatasetStore {
    /// Changes of one page: of the usual size they are some hundred kilobytes.
    package static let changesMax = 500
    /// Entries that one page looks at, a few milliseconds: a dataset that seldom changes must not have the whole log
    /// of the busy ones read at once.
    package static let entriesLookedAtMax: Int64 = 10_000

    /// The changes after the place `cursor`; all of them from the beginning with `-1`.
    ///
    /// - Throws: `datasetNotFound`, `cursorInvalid` for a place that the log does not have yet.
    package func changes(
        of id: Dataset.ID,
        after cursor: Int64 = -1,
        countMax: Int = changesMax,
        within scope: UnitScope
    ) async throws(DatasetError) -> ChangePage {
        try await database.read(throwing: DatasetErrorCode.self) { transaction in
            let stored = try shelf.dataset(id, in: transaction)
            let reading = ChangeReading(stored: stored, transaction: transaction)
            return try reading.page(after: cursor, countMax: min(countMax, Self.changesMax), within: scope)
        }
    }

    /// The same as a reader may see them.
    ///
    /// - Throws: `fieldMasked` under a grant of some of a unit's records: whether a change is one of them would have to
    ///   be told from versions that the reader may not see.
    package func changes(
        of id: Dataset.ID,
        after cursor: Int64 = -1,
        countMax: Int = changesMax,
        within terms: ReadingTerms
    ) async throws(DatasetError) -> ChangePage {
        guard terms.isOfWholeUnits else {
            throw DatasetError(.fieldMasked, "a change feed under a grant with conditions")
        }
        return try await changes(of: id, after: cursor, countMax: countMax, within: terms.scope).masked(
            by: terms
        )
    }

    /// The newest place of the log, after which whatever comes is new; `-1` while it is empty.
    package func newestPlace() async throws(DatasetError) -> Int64 {
        try await database.read(throwing: DatasetErrorCode.self) { try ChangeReading.newest(in: $0) }
    }
}

/// Reads a stretch of the log inside one transaction, so that entries and texts are of one moment.
struct ChangeReading {
    let stored: StoredDataset
    let transaction: any Transaction

    static func newest(in transaction: any Transaction) throws -> Int64 {
        let size: Int64? = try transaction.value("SELECT size FROM audit_tree WHERE id = 1")
        return (size ?? 0) - 1
    }

    func page(after cursor: Int64, countMax: Int, within scope: UnitScope) throws -> ChangePage {
        let newest = try Self.newest(in: transaction)
        guard cursor >= -1, cursor <= newest else {
            throw DatasetError(.cursorInvalid, "the log has no such place")
        }
        let last = min(newest, cursor + DatasetStore.entriesLookedAtMax)
        let entries = try entries(after: cursor, through: last, countMax: countMax, within: scope)
        let texts = try texts(of: entries)
        let changes = entries.map { entry in
            entry.change(stored.dataset, entry.statement.flatMap { texts[Version($0.key, $0.version)] })
        }
        let isFull = changes.count == countMax
        return ChangePage(
            changes: changes,
            next: isFull ? changes.last?.sequence ?? last : last,
            newest: newest
        )
    }

    /// What an entry says of a record, as long as it is not erased.
    private struct Statement: Decodable {
        let key: String
        let version: Int
        let sha256: String
    }

    private struct Version: Hashable {
        let key: String
        let number: Int

        init(_ key: String, _ number: Int) { (self.key, self.number) = (key, number) }
    }

    private struct Entry {
        let place: Int64
        let at: Instant
        let actor: String
        let action: RecordChange.Action
        let subject: String
        let unit: Places.Unit.ID
        let statement: Statement?

        init?(_ row: Row) throws {
            guard let action = RecordChange.Action(audited: try row[3]) else { return nil }
            let content: [UInt8]? = try row[6]
            (place, at, actor, subject, unit) = (try row[0], try row[1], try row[2], try row[4], try row[5])
            self.action = action
            statement =
                try action == .erase
                ? nil
                : content.map { try JSONDecoder().decode(Statement.self, from: Data($0)) }
        }

        func change(_ dataset: Dataset, _ record: StoredRecord?) -> RecordChange {
            // What is not personal has its key in the subject's name.
            let named = subject.dropFirst(dataset.id.rawValue.utf8.count + 1)
            let key = dataset.classification == .personal ? record?.key : RecordKey(String(named))
            return RecordChange(
                sequence: place,
                action: action,
                at: at,
                actor: actor,
                unit: unit,
                key: key,
                version: record?.version,
                sha256: record == nil ? nil : statement?.sha256,
                record: record
            )
        }
    }

    /// The subject is compared as an expression, so that the entries are found by their places and not by all the
    /// subjects of the dataset.
    private func entries(
        after cursor: Int64,
        through last: Int64,
        countMax: Int,
        within scope: UnitScope
    ) throws -> [Entry] {
        let name = stored.dataset.id.rawValue
        let actions = SQL.joined(RecordChange.Action.audited.map { "\($0)" }, by: ", ")
        return try transaction.query(
            """
            SELECT leaf_index, at, actor, action, subject_id, unit_id, content FROM audit_entry
            WHERE leaf_index > \(cursor) AND leaf_index <= \(last) AND subject_kind = \(RecordStatement.subjectKind)
                AND subject_id || '' >= \(name + "/") AND subject_id || '' < \(name + "0")
                AND action IN (\(actions)) AND \(scope.condition(on: "unit_id"))
            ORDER BY leaf_index LIMIT \(countMax)
            """
        )
        .compactMap { try Entry($0) }
    }

    /// Conditions of one query: more make the databases think longer than they search.
    private static let versionsAtOnce = 100

    /// The versions that the entries speak of, as far as they are there.
    private func texts(of entries: [Entry]) throws -> [Version: StoredRecord] {
        var found: [Version: StoredRecord] = [:]
        let wanted = Set(entries.compactMap { $0.statement.map { Version($0.key, $0.version) } })
        for keys in Array(Set(wanted.map(\.key))).chunks(of: Self.versionsAtOnce) {
            let list = SQL.joined(keys.map { "\($0)" }, by: ", ")
            for record in try records(in: stored.table.current, where: "key IN (\(list))") {
                found[Version(record.key.text, record.version)] = record
            }
        }
        let past = Array(wanted.filter { found[$0] == nil })
        for first in stride(from: 0, to: past.count, by: Self.versionsAtOnce) {
            let part = past[first..<min(first + Self.versionsAtOnce, past.count)]
            let each = part.map { "(key = \($0.key) AND version = \($0.number))" as SQL }
            for record in try records(in: stored.table.past, where: SQL.joined(each, by: " OR ")) {
                found[Version(record.key.text, record.version)] = record
            }
        }
        return found
    }

    private func records(in table: String, where condition: SQL) throws -> [StoredRecord] {
        try transaction.query(
            "SELECT \(RecordTable.selected) FROM \(trusted: table) WHERE \(condition)"
        )
        .map { try StoredRecord($0) }
    }
}
