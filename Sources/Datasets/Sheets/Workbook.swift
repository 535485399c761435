package import Timekeeping

/// What stands in one cell of a spreadsheet.
package enum SheetCell: Hashable, Sendable {
    case blank
    /// Stays text, whatever it begins with: it never becomes a formula or a link.
    case text(String)
    /// A number in JSON's form; one with more digits than a spreadsheet keeps is written as text.
    case number(String)
    case date(Day)
    case boolean(Bool)
}

/// Makes spreadsheets; `Documents` fills it, and whoever starts the program hands it over.
package protocol WorkbookWriting: Sendable {
    /// A file at `path`, which is there, and whole, once it is closed.
    func workbook(at path: String) throws(SheetError) -> any Workbook
}

/// One spreadsheet that is being written, row by row, in memory that does not grow with it.
///
/// For one task at a time. What is not closed leaves no file.
package protocol Workbook: AnyObject {
    /// Begins the next sheet, with its header; rows go to it from now on.
    func beginSheet(_ name: String, columns: [String]) throws(SheetError)
    func add(_ row: [SheetCell]) throws(SheetError)
    /// Writes the file; nothing can be added after it.
    func close() throws(SheetError)
}
