import CSVReading
import Timekeeping

/// Cells as a line of CSV (RFC 4180), for people who open it in a spreadsheet.
package enum CSVLine {
    /// One line with its end.
    ///
    /// A text that a spreadsheet would take for a formula gets an apostrophe in front, as OWASP's "CSV Injection"
    /// advises; numbers are left as they are, negative ones too.
    package static func text(of cells: [SheetCell]) -> String {
        cells.map(field).joined(separator: ",") + "\r\n"
    }

    private static func field(_ cell: SheetCell) -> String {
        switch cell {
        case .blank: return ""
        case .number(let text): return text
        case .boolean(let truth): return truth ? "true" : "false"
        case .date(let day): return day.iso8601
        case .text(let text): return CSVGuard.field(text)
        }
    }
}
