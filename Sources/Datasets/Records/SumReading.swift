import Database
import Language
package import Places

/// Counts and sums of one unit with all that lies below it, in one period or over several.
package struct UnitFigures: Hashable, Sendable {
    /// One field's sum and how many records have the field: none is not the same as zero.
    package struct Sum: Hashable, Sendable {
        package let field: FieldPath
        /// The sum times ten to the power of ``decimals``.
        package let scaled: Int64
        package let decimals: Int
        package let records: Int

        /// The exact sum in decimal digits; `nil` when no record has the field.
        package var text: String? {
            guard records > 0 else { return nil }
            var digits = String(scaled.magnitude)
            digits = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
            let whole = digits.dropLast(decimals)
            let sign = scaled < 0 ? "-" : ""
            return sign + whole + (decimals == 0 ? "" : "." + digits.suffix(decimals))
        }
    }

    package let unit: Unit.ID
    /// `nil` when the figures are of several periods together.
    package let period: String?
    package let records: Int
    package internal(set) var sums: [Sum]
}

extension DatasetStore {
    /// The figures of the units right below `parent`, each with all that lies below it, over the periods from `first`
    /// to `last`.
    ///
    /// With `byPeriod` each period has rows of its own. A unit without a record in the time has no row. `fields` are
    /// those whose sums are wanted; `nil` asks for all.
    package func figures(
        in id: Dataset.ID,
        below parent: Unit.ID,
        from first: String,
        to last: String,
        fields: Set<FieldPath>? = nil,
        byPeriod: Bool = false
    ) async throws(DatasetError) -> [UnitFigures] {
        try checkKnown(parent)
        return try await figures(in: id, "parent_id = \(parent)", (first, last), fields, byPeriod)
    }

    /// The figures of `unit` itself, with all that lies below it.
    package func figures(
        in id: Dataset.ID,
        of unit: Unit.ID,
        from first: String,
        to last: String,
        fields: Set<FieldPath>? = nil,
        byPeriod: Bool = false
    ) async throws(DatasetError) -> [UnitFigures] {
        try checkKnown(unit)
        // The unit above may be another one in each period.
        let parents = trees().history.units.values.map(\.parent?.rawValue)
        let list = SQL.joined(Set(parents).map { $0 ?? "" }.sorted().map { "\($0)" }, by: ", ")
        return try await figures(
            in: id,
            "parent_id IN (\(list)) AND unit_id = \(unit)",
            (first, last),
            fields,
            byPeriod
        )
    }

    /// A unit that never was has no figures, which must not look like one without records.
    func checkKnown(_ unit: Unit.ID) throws(DatasetError) {
        guard trees().history.units[unit] != nil else {
            throw DatasetError(.filterInvalid, "no such unit", text: .Record.unitUnknown)
        }
    }

    private func figures(
        in id: Dataset.ID,
        _ units: SQL,
        _ time: (first: String, last: String),
        _ fields: Set<FieldPath>?,
        _ byPeriod: Bool
    ) async throws(DatasetError) -> [UnitFigures] {
        try await database.read(throwing: DatasetErrorCode.self) { transaction in
            let table = try shelf.dataset(id, in: transaction).table
            let columns = table.sumColumns.filter { fields?.contains($0.field) ?? true }
            let sums = columns.map { ", sum(s\($0.number)), sum(n\($0.number))" }.joined()
            let periods: SQL =
                time.first == time.last
                ? "period = \(time.first)" : "period BETWEEN \(time.first) AND \(time.last)"
            let group: SQL = byPeriod ? "period, unit_id" : "unit_id"
            let rows = try transaction.query(
                """
                SELECT unit_id, \(byPeriod ? "period" : "''" as SQL), sum(records)\(trusted: sums)
                FROM \(trusted: table.sums) WHERE \(units) AND \(periods)
                GROUP BY \(group) HAVING sum(records) > 0 ORDER BY \(group)
                """
            )
            return try rows.map { try UnitFigures($0, columns) }
        }
    }
}

extension UnitFigures {
    fileprivate init(_ row: Row, _ columns: [RecordColumn]) throws(DatabaseError) {
        let periodText: String = try row[1]
        unit = try row[0]
        period = periodText.isEmpty ? nil : periodText
        records = try row[2]
        var sums: [Sum] = []
        sums.reserveCapacity(columns.count)
        for (index, column) in columns.enumerated() {
            sums.append(
                Sum(
                    field: column.field,
                    scaled: try row.integer(3 + 2 * index),
                    decimals: column.decimals,
                    records: Int(try row.integer(4 + 2 * index))
                )
            )
        }
        self.sums = sums
    }
}
