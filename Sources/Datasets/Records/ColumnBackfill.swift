import Database
import JSONReading
import Language
import Places

/// Fills new columns from the texts of the records, and counts the sums anew: page by page, in one transaction.
struct ColumnBackfill {
    let table: RecordTable
    /// The new ones.
    let columns: [RecordColumn]
    let transaction: any Transaction

    /// Rows of one page: their columns are in memory, their texts are not.
    private static let pageRows = 500

    private struct Filled {
        let key: String
        let version: Int
        let values: [SQLValue]
    }

    /// Fills the columns of all versions.
    ///
    /// A record whose value is not of the column's kind has none there: it keeps its old schema, and the report has
    /// named it.
    func fill() throws {
        guard !columns.isEmpty else { return }
        for name in [table.current, table.past] {
            let names = columns.enumerated().map { "\($1.name) = $\($0 + 1)" }.joined(separator: ", ")
            let (key, version) = ("$\(columns.count + 1)", "$\(columns.count + 2)")
            let update = PreparedSQL(
                "UPDATE \(name) SET \(names) WHERE key = \(key) AND version = CAST(\(version) AS BIGINT)"
            )
            var last: Filled?
            repeat {
                let page = try page(of: name, after: last)
                for row in page {
                    let place: [SQLValue] = [.text(row.key), .integer(Int64(row.version))]
                    try transaction.send(update, row.values + place)
                }
                last = page.count == Self.pageRows ? page.last : nil
            } while last != nil
        }
    }

    private func page(of name: String, after last: Filled?) throws -> [Filled] {
        let reader = JSONReader()
        var page: [Filled] = []
        let rows: SQL = """
            SELECT key, version, content FROM \(trusted: name)
            WHERE (key, version) > (\(last?.key ?? ""), \(last?.version ?? 0))
            ORDER BY key, version LIMIT \(Self.pageRows)
            """
        try transaction.forEachRow(of: rows) { row in
            let content: String = try row[2]
            page.append(Filled(key: try row[0], version: try row[1], values: values(of: content, reader)))
        }
        return page
    }

    private func values(of content: String, _ reader: JSONReader) -> [SQLValue] {
        let bytes = Array(content.utf8)
        return bytes.withUnsafeBytes { raw in
            guard let record = try? reader.read(raw) else { return columns.map { _ in .null } }
            return columns.map { (try? $0.value(of: record)) ?? .null }
        }
    }

    /// Makes all counts and sums anew from the accepted records.
    func recount(_ sums: UnitSums) throws {
        try transaction.execute("DELETE FROM \(trusted: table.sums)")
        var last: SumChanges.Place?
        repeat {
            let rows = try transaction.query(placesSQL(after: last))
            var changes = SumChanges(table: table)
            for row in rows {
                let place = SumChanges.Place(unit: try row[0], period: try row[1])
                let counts = 1 + 2 * table.sumColumns.count
                try changes.merge(try (0..<counts).map { try row[2 + $0] }, into: place)
                last = place
            }
            try sums.apply(changes, table: table, in: transaction)
            if rows.count < Self.pageRows { last = nil }
        } while last != nil
    }

    private func placesSQL(after last: SumChanges.Place?) -> SQL {
        let sums = table.sumColumns.map { ", coalesce(sum(\($0.name)), 0), count(\($0.name))" }.joined()
        return """
            SELECT unit_id, period, count(*)\(trusted: sums) FROM \(trusted: table.current)
            WHERE state = \(RecordState.accepted.rawValue)
                AND (unit_id, period) > (\(last?.unit.rawValue ?? ""), \(last?.period ?? ""))
            GROUP BY unit_id, period ORDER BY unit_id, period LIMIT \(Self.pageRows)
            """
    }
}
