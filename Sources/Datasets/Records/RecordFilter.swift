import Database
import Language
package import Places
package import Timekeeping

/// Which records a list shows; what is empty or `nil` asks for nothing.
package struct RecordFilter: Hashable, Sendable {
    /// How a field is compared with a value.
    package enum Comparison: String, CaseIterable, Hashable, Sendable, Codable {
        case equal = "="
        case notEqual = "<>"
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
    }

    /// A condition on one indexed or summed field; the value is written as a person writes it in an address.
    package struct Condition: Hashable, Sendable, Codable {
        package var field: FieldPath
        package var comparison: Comparison
        package var value: String

        package init(_ field: FieldPath, _ comparison: Comparison, _ value: String) {
            self.field = field
            self.comparison = comparison
            self.value = value
        }
    }

    /// Only records of these units; a caller that means a unit with all below it names them all.
    package var units: Set<Unit.ID>?
    /// Only records of this unit and of what lies below it, by the tree of each record's period.
    package var unit: Unit.ID?
    package var firstPeriod: String?
    package var lastPeriod: String?
    package var states: Set<RecordState> = []
    package var conditions: [Condition] = []

    package init() {}

    /// Conditions of one request: more is a report, not a filter.
    static let conditionsMax = 16

    /// The conditions, for `WHERE`.
    ///
    /// - Throws: `filterInvalid` for a field without a column, or a value that is not of its kind.
    func sql(on table: RecordTable, within scope: UnitScope) throws(DatasetError) -> SQL {
        guard conditions.count <= Self.conditionsMax else {
            throw DatasetError(.filterInvalid, "more than \(Self.conditionsMax) conditions")
        }
        var parts = [scope.condition(on: "unit_id")]
        if let units { parts.append(UnitScope.units(units).condition(on: "unit_id")) }
        if let firstPeriod, firstPeriod == lastPeriod {
            parts.append("period = \(firstPeriod)")
        } else {
            if let firstPeriod { parts.append("period >= \(firstPeriod)") }
            if let lastPeriod { parts.append("period <= \(lastPeriod)") }
        }
        if !states.isEmpty {
            let list = SQL.joined(states.map(\.rawValue).sorted().map { "\($0)" }, by: ", ")
            parts.append("state IN (\(list))")
        }
        for condition in conditions { parts.append(try sql(of: condition, on: table)) }
        return .joined(parts, by: " AND ")
    }

    private func sql(of condition: Condition, on table: RecordTable) throws(DatasetError) -> SQL {
        guard let column = table.columns.first(where: { $0.field == condition.field }),
            let value = column.value(written: condition.value)
        else { throw DatasetError(.filterInvalid, "a condition on a field without such an index") }
        return "\(trusted: column.name) \(trusted: condition.comparison.rawValue) \(value)"
    }
}

/// One page of a list.
package struct RecordPage: Sendable {
    package var records: [StoredRecord]
    /// The key after which the next page begins; `nil` on the last one.
    package var next: RecordKey?
}

extension DatasetStore {
    /// Records of one page: with the largest ones that people send, some megabytes.
    package static let pageMax = 1_000

    /// One page of records in the order of their keys, as they are now or as they were at an instant.
    package func records(
        in id: Dataset.ID,
        _ filter: RecordFilter = RecordFilter(),
        asOf instant: Instant? = nil,
        after key: RecordKey? = nil,
        countMax: Int = 100,
        within scope: UnitScope
    ) async throws(DatasetError) -> RecordPage {
        let count = min(max(countMax, 1), Self.pageMax)
        return try await database.read(throwing: DatasetErrorCode.self) { transaction in
            let stored = try shelf.dataset(id, in: transaction)
            let table = stored.table
            var condition = try filter.sql(on: table, within: scope)
            if let unit = filter.unit {
                condition += " AND \(try self.condition(unit, filter, of: stored.dataset))"
            }
            if let key { condition += " AND key > \(key.text)" }
            let source: SQL = instant.map { "\(table.rows(asOf: $0)) AS held" } ?? "\(trusted: table.current)"
            let rows = try transaction.query(
                """
                SELECT \(RecordTable.selected) FROM \(source) WHERE \(condition) ORDER BY key LIMIT \(count + 1)
                """
            )
            let records = try rows.prefix(count).map { try StoredRecord($0) }
            return RecordPage(records: records, next: rows.count > count ? records.last?.key : nil)
        }
    }
}
