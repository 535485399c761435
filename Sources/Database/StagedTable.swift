/// A table of the transaction alone, for rows that come by the thousand: they are put there at full speed, and a few
/// statements then take them over into the tables that keep them.
///
///     let staged = StagedTable("incoming", [.init("key", .text), .init("amount", .integer)])
///     try transaction.stage(staged) { rows.next() }
///     try transaction.execute(
///         """
///         INSERT INTO record (key, amount) SELECT key, amount FROM incoming WHERE 1 = 1
///         ON CONFLICT (key) DO UPDATE SET amount = excluded.amount
///         """
///     )
///
/// SQLite needs the `WHERE`, else it takes `ON CONFLICT` for a part of a join.
package struct StagedTable: Sendable {
    package struct Column: Sendable {
        let name: String
        let type: DialectWord

        /// `name` is one that code has chosen.
        package init(_ name: String, _ type: Kind) {
            self.name = name
            self.type = type.word
        }
    }

    package enum Kind: Sendable {
        case integer, real, text, blob

        fileprivate var word: DialectWord {
            switch self {
            case .integer: .integer
            case .real: .real
            case .text: .text
            case .blob: .blob
            }
        }
    }

    package let name: String
    let columns: [Column]

    package init(_ name: String, _ columns: [Column]) {
        self.name = name
        self.columns = columns
    }

    /// Made once on a connection and then used again: making a table costs more than filling it with a few rows.
    fileprivate var statements: [SQL] {
        let list = SQL.joined(columns.map { "\(trusted: $0.name) \($0.type)" }, by: ", ")
        return [
            "CREATE TEMPORARY TABLE IF NOT EXISTS \(trusted: name) (\(list)) \(.emptiedByCommit)",
            "DELETE FROM \(trusted: name)",
        ]
    }
}

extension Transaction {
    /// Fills a staged table with the rows that `next` hands over until it gives `nil`, and returns how many there were.
    ///
    /// What was in it before is gone. The rows are there until the next commit, or until it is filled again.
    @discardableResult
    package func stage(_ table: StagedTable, rows next: () throws -> [SQLValue]?) throws -> Int {
        for statement in table.statements { try send(statement) }
        return try load(into: table.name, columns: table.columns.map(\.name), rows: next)
    }
}
