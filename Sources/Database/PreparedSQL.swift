/// A statement whose text never changes, for what runs for every record or entry of a bulk load.
///
/// Kept in a `static let`: a connection finds its prepared form by identity, so that neither making nor looking up
/// the text is paid for each time, which took a fifth of appending to the audit log.
package final class PreparedSQL: Sendable {
    /// The text as PostgreSQL spells it.
    let text: String
    /// The same as SQLite spells it.
    let sqliteText: String

    /// `text` is the program's own, holds `$` only in parameters and numbers them from 1.
    package init(_ text: String) {
        self.text = text
        sqliteText = text.replacing("$", with: "?")
    }
}

extension SQL {
    /// The same statement with its values, for a transaction that keeps no prepared forms.
    init(_ prepared: PreparedSQL, _ values: [SQLValue]) {
        let parts = prepared.text.split(separator: "$", omittingEmptySubsequences: false)
        pieces = [.text(String(parts[0]))]
        for part in parts.dropFirst() {
            let number = part.prefix { $0.isWholeNumber }
            guard let position = Int(number), values.indices.contains(position - 1) else { continue }
            pieces += [.value(values[position - 1]), .text(String(part.dropFirst(number.count)))]
        }
    }
}

extension Transaction {
    @discardableResult
    package func execute(_ sql: PreparedSQL, _ values: [SQLValue]) throws(DatabaseError) -> Int {
        try execute(SQL(sql, values))
    }

    package func send(_ sql: PreparedSQL, _ values: [SQLValue]) throws(DatabaseError) {
        try send(SQL(sql, values))
    }

    package func query(_ sql: PreparedSQL, _ values: [SQLValue]) throws(DatabaseError) -> [Row] {
        try query(SQL(sql, values))
    }
}
