import Database
import Language
import Places
import Timekeeping

/// What a batch changes in the counts and sums, by unit and period.
struct SumChanges {
    struct Place: Hashable {
        let unit: Unit.ID
        let period: String
    }

    /// For one place: records, then for each summed field its sum and how many records have it.
    private(set) var changes: [Place: [Int64]] = [:]
    private let fieldCount: Int

    init(table: RecordTable) { fieldCount = table.sumColumns.count }

    mutating func add(_ values: [Int64?], unit: Unit.ID, period: String) throws(DatasetError) {
        try change(values, unit, period, sign: 1)
    }

    mutating func subtract(_ values: [Int64?], unit: Unit.ID, period: String) throws(DatasetError) {
        try change(values, unit, period, sign: -1)
    }

    private mutating func change(
        _ values: [Int64?],
        _ unit: Unit.ID,
        _ period: String,
        sign: Int64
    ) throws(DatasetError) {
        let place = Place(unit: unit, period: period)
        var changed = changes[place] ?? Array(repeating: 0, count: 1 + 2 * fieldCount)
        // Out of the dictionary while it changes, so that it is not copied.
        changes[place] = nil
        changed[0] += sign
        for (index, value) in values.enumerated() {
            guard let value else { continue }
            let (sum, overflows) = changed[1 + 2 * index].addingReportingOverflow(sign * value)
            guard !overflows else { throw DatasetError(.sumTooLarge, "a batch sums to more than 64 bits") }
            changed[1 + 2 * index] = sum
            changed[2 + 2 * index] += sign
        }
        changes[place] = changed
    }

    /// Adds what one place changes to another place, such as a unit above.
    mutating func merge(_ change: [Int64], into place: Place) throws(DatasetError) {
        var merged = changes[place] ?? Array(repeating: 0, count: change.count)
        changes[place] = nil
        for (index, value) in change.enumerated() {
            let (sum, overflows) = merged[index].addingReportingOverflow(value)
            guard !overflows else { throw DatasetError(.sumTooLarge, "a batch sums to more than 64 bits") }
            merged[index] = sum
        }
        changes[place] = merged
    }
}

/// Keeps counts and sums of each unit with all that lies below it, period by period, in the transaction of the records.
///
/// What lay below a unit is read from the tree of the period's last day; a register's records are summed by the
/// tree of ``today``.
struct UnitSums: Sendable {
    let trees: UnitTrees
    let today: Day

    /// The tree by which records of a period are summed.
    func tree(of period: String) -> UnitTree { trees.tree(on: Period(period)?.lastDay ?? today) }

    /// Adds `changes` to the rows of their units and of all units above them.
    func apply(_ changes: SumChanges, table: RecordTable, in transaction: any Transaction) throws {
        // A batch is of few periods.
        var trees: [String: UnitTree] = [:]
        var whole = SumChanges(table: table)
        for (place, change) in changes.changes where change.contains(where: { $0 != 0 }) {
            let tree = trees[place.period] ?? tree(of: place.period)
            trees[place.period] = tree
            let path = tree.path(of: place.unit).map(\.id)
            for unit in path.isEmpty ? [place.unit] : path {
                try whole.merge(change, into: .init(unit: unit, period: place.period))
            }
        }
        guard !whole.changes.isEmpty else { return }
        let rows = whole.changes.sorted { ($0.key.period, $0.key.unit) < ($1.key.period, $1.key.unit) }
        for (place, change) in rows {
            let parent = trees[place.period]?.parent(of: place.unit)?.id.rawValue ?? ""
            try transaction.send(
                table.addToSums,
                [.text(parent), .text(place.period), .text(place.unit.rawValue)] + change.map { .integer($0) }
            )
        }
    }
}
