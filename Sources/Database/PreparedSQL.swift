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
