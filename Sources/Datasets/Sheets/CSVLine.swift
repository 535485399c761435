import Timekeeping

/// Cells as a line of CSV (RFC 4180), for people who open it in a spreadsheet.
package enum CSVLine {
    /// What a spreadsheet takes for the beginning of a formula.
    private static let formulaSigns: [Unicode.Scalar] = ["=", "+", "-", "@", "\t", "\r"]
    private static let quotedSigns: [Unicode.Scalar] = [",", ";", "\"", "\t", "\r", "\n"]

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
        case .text(let text):
            let scalars = text.unicodeScalars
            let isFormula = scalars.first.map(formulaSigns.contains) ?? false
            let harmless = isFormula ? "'" + text : text
            guard scalars.contains(where: quotedSigns.contains) else { return harmless }
            return "\"" + harmless.replacing("\"", with: "\"\"") + "\""
        }
    }
}
