import Database
import Language
package import Places
package import Timekeeping

/// How much there is of a dataset, and how new it is.
package struct DatasetGlance: Hashable, Sendable {
    package let records: Int
    /// `nil` without records.
    package let changedAt: Instant?
    /// The newest period with a record that is not after the present one; `nil` for a register.
    package let newestPeriod: String?
}

/// What one unit handed in for one period, without what lies below it.
package struct UnitReport: Hashable, Sendable {
    package let unit: Unit.ID
    package let records: Int
    /// Those that count.
    package let accepted: Int
    /// When the first of them came.
    package let firstAt: Instant
    /// Of the accepted ones.
    package let sums: [UnitFigures.Sum]
}

extension DatasetStore {
    /// Costs the same for ten records and for a million, see ``DatasetTally``.
    package func glance(of id: Dataset.ID) async throws(DatasetError) -> DatasetGlance {
        try await database.read(throwing: DatasetErrorCode.self) { transaction in
            let stored = try shelf.dataset(id, in: transaction)
            let present = stored.dataset.period.flatMap { Period($0.type, containing: today)?.text }
            let table: SQL = "\(trusted: stored.table.current)"
            let tally =
                try DatasetTally.kept(of: id, in: transaction)
                ?? DatasetTally.counted(stored.table, in: transaction)
            let newest: String? = try transaction.value(
                "SELECT coalesce(max(period), '') FROM \(table) WHERE period <= \(present ?? "")"
            )
            return DatasetGlance(
                records: tally.records,
                changedAt: tally.records == 0 ? nil : tally.changedAt,
                newestPeriod: newest.flatMap { $0.isEmpty ? nil : $0 }
            )
        }
    }

    /// What each unit handed in for a period.
    ///
    /// A unit without a record has none; withdrawn records do not count.
    package func reports(
        in id: Dataset.ID,
        period: String,
        within scope: UnitScope
    ) async throws(DatasetError) -> [UnitReport] {
        try await database.read(throwing: DatasetErrorCode.self) { transaction in
            let table = try shelf.dataset(id, in: transaction).table
            let sums = table.sumColumns.map {
                ", sum(CASE WHEN state = 'accepted' THEN \($0.name) END), "
                    + "count(CASE WHEN state = 'accepted' THEN \($0.name) END)"
            }
            let rows = try transaction.query(
                """
                SELECT unit_id, count(*), count(CASE WHEN state = 'accepted' THEN 1 END),
                    min(first_at)\(trusted: sums.joined())
                FROM \(trusted: table.current)
                WHERE period = \(period) AND state <> 'withdrawn' AND \(scope.condition(on: "unit_id"))
                GROUP BY unit_id ORDER BY unit_id
                """
            )
            return try rows.map { try UnitReport($0, table.sumColumns) }
        }
    }

    /// The units that handed in something from the period `first` to the period `last`.
    package func reporters(
        in id: Dataset.ID,
        from first: String,
        to last: String,
        within scope: UnitScope
    ) async throws(DatasetError) -> Set<Unit.ID> {
        try await database.read(throwing: DatasetErrorCode.self) { transaction in
            let table = try shelf.dataset(id, in: transaction).table
            let rows = try transaction.query(
                """
                SELECT DISTINCT unit_id FROM \(trusted: table.current)
                WHERE period >= \(first) AND period <= \(last) AND state <> 'withdrawn'
                    AND \(scope.condition(on: "unit_id"))
                """
            )
            return Set(try rows.map { try $0[0] })
        }
    }
}

extension UnitReport {
    fileprivate init(_ row: Row, _ columns: [RecordColumn]) throws(DatabaseError) {
        unit = try row[0]
        records = try row[1]
        accepted = try row[2]
        firstAt = Instant(microsecondsSince1970: try row.integer(3))
        var sums: [UnitFigures.Sum] = []
        for (index, column) in columns.enumerated() {
            let scaled: Int64? = try row[4 + 2 * index]
            sums.append(
                UnitFigures.Sum(
                    field: column.field,
                    scaled: scaled ?? 0,
                    decimals: column.decimals,
                    records: try row[5 + 2 * index]
                )
            )
        }
        self.sums = sums
    }
}
