/// Why the database refused or failed.
package struct DatabaseError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Kind: Hashable, Sendable {
        /// A constraint of the schema; the name is the constraint's, or `table.column` for a unique one.
        case unique(String), check(String), foreignKey, notNull(String)
        /// The disk or the quota is full; nothing of the transaction was kept.
        case full
        /// Other processes hold the lock or changed the same rows, or the statement ran longer than its limit.
        case busy, interrupted
        /// The file is damaged or is not a database.
        case corrupt
        /// A column does not hold what the code expects.
        case unexpectedValue
        case readOnly, closed, other
        /// The server is away, and nothing of the work was done: it may be tried again.
        case unreachable
        /// The client library is not installed, or the server is none that Sen can use; the detail says what to do.
        case libraryMissing, unfit
        /// The server was lost in the middle of the commit and could not be asked since: look before trying again.
        case outcomeUnknown
    }

    package var kind: Kind
    /// For the log: the engine's words, without row values.
    package var detail: String

    package init(kind: Kind, detail: String) {
        self.kind = kind
        self.detail = detail
    }

    static let wrongRow = DatabaseError(
        kind: .unexpectedValue,
        detail: "a row does not have a value of the right type for each column"
    )

    package var description: String { "\(kind): \(detail)" }
}
