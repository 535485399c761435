/// Keeps a spreadsheet from running what stands in a field (formula injection, CWE-1236).
///
/// A field that begins as a formula does gets an apostrophe, which spreadsheets take for "this is text"; reading takes
/// it away again.
package enum CSVGuard {
    private static let starts: Set<UInt8> = Set("=+-@\t\r".utf8)

    /// The field as a file holds it: guarded, and quoted where RFC 4180 asks for it.
    package static func field(_ text: String) -> String {
        let guarded = text.utf8.first.map { starts.contains($0) } == true ? "'" + text : text
        guard guarded.utf8.contains(where: { "\",;\t\r\n".utf8.contains($0) }) else { return guarded }
        return "\"" + guarded.replacing("\"", with: "\"\"") + "\""
    }

    package static func removed(from text: String) -> String {
        let bytes = text.utf8.prefix(2)
        guard bytes.first == UInt8(ascii: "'"), let second = bytes.dropFirst().first, starts.contains(second)
        else {
            return text
        }
        return String(text.dropFirst())
    }
}
