/// Why the database refused or failed.
package struct DatabaseError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Kind: Hashable, Sendable {
        /// A constraint of the schema; the name is the constraint's, or `table.column` for a unique one.
        case unique(String), check(String), foreignKey, notNull(String)
        /// The disk or the quota is full; nothing of the transaction was kept.
        case full
        /// Another process holds the lock, or the statement ran longer than its limit.
        case busy, interrupted
        /// The file is damaged or is not a database.
        case corrupt
        /// A column does not hold what the code expects.
        case unexpectedValue
        case readOnly, closed, other
    }

    package var kind: Kind
    /// For the log: the engine's words, without row values.
    package var detail: String

    package init(kind: Kind, detail: String) {
        self.kind = kind
        self.detail = detail
    }

    package var description: String { "\(kind): \(detail)" }
}
