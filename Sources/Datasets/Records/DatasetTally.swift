import Database
import Synchronization
import Timekeeping

/// How many records a dataset has and when one changed last, kept in the transaction of the records themselves.
///
/// Counting a table of a million rows takes a second, and the catalogue shows every dataset. A dataset that is older
/// than this table is counted once, by the first write.
struct DatasetTally: Sendable {
    let records: Int
    let changedAt: Instant

    /// `nil` for a dataset that nothing has been written to since it was last counted whole.
    static func kept(of id: Dataset.ID, in transaction: any Transaction) throws -> DatasetTally? {
        try transaction.first(
            "SELECT records, changed_at FROM dataset_tally WHERE dataset_id = \(id.rawValue)"
        )
        .map { row in DatasetTally(records: try row[0], changedAt: try row[1]) }
    }

    /// Looks through the whole table.
    static func counted(_ table: RecordTable, in transaction: any Transaction) throws -> DatasetTally {
        let row = try transaction.first(
            "SELECT count(*), coalesce(max(changed_at), 0) FROM \(trusted: table.current)"
        )
        return DatasetTally(
            records: try row.map { try $0[0] } ?? 0,
            changedAt: Instant(microsecondsSince1970: try row.map { try $0.integer(1) } ?? 0)
        )
    }

    /// Of a dataset that is only now declared.
    static func begin(_ id: Dataset.ID, in transaction: any Transaction) throws {
        try insert(DatasetTally(records: 0, changedAt: Instant(microsecondsSince1970: 0)), id, transaction)
    }

    /// Makes sure that there is a tally to add to; asked for before the transaction changes any record.
    ///
    /// `known` are the datasets of which a committed tally was seen, so that a write does not look again.
    static func prepare(
        _ stored: StoredDataset,
        known: KnownTallies,
        in transaction: any Transaction
    ) throws {
        let id = stored.dataset.id
        guard !known.contains(id) else { return }
        if try kept(of: id, in: transaction) != nil { return known.insert(id) }
        try insert(try counted(stored.table, in: transaction), id, transaction)
    }

    private static func insert(
        _ tally: DatasetTally,
        _ id: Dataset.ID,
        _ transaction: any Transaction
    ) throws {
        try transaction.execute(
            """
            INSERT INTO dataset_tally (dataset_id, records, changed_at)
            VALUES (\(id.rawValue), \(tally.records), \(tally.changedAt)) ON CONFLICT (dataset_id) DO NOTHING
            """
        )
    }

    private static let addition = PreparedSQL(
        """
        UPDATE dataset_tally SET records = records + CAST($1 AS BIGINT),
            changed_at = CASE WHEN CAST($2 AS BIGINT) > changed_at THEN CAST($2 AS BIGINT) ELSE changed_at END
        WHERE dataset_id = $3
        """
    )

    /// Adds what a transaction did, after ``prepare(_:known:in:)``.
    static func add(
        _ records: Int,
        at now: Instant,
        to id: Dataset.ID,
        in transaction: any Transaction
    ) throws {
        try transaction.send(addition, [.integer(Int64(records)), now.sqlValue, .text(id.rawValue)])
    }
}

/// The datasets of which this process has seen a committed tally: a tally never goes.
final class KnownTallies: Sendable {
    private let ids = Mutex<Set<Dataset.ID>>([])
    func contains(_ id: Dataset.ID) -> Bool { ids.withLock { $0.contains(id) } }
    func insert(_ id: Dataset.ID) { ids.withLock { _ = $0.insert(id) } }
}
