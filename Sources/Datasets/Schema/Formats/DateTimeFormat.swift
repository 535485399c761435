import Language

/// A moment: `2026-11-24T08:30:00+07:00`.
///
/// RFC 3339 `date-time`: a date, `T`, and a time with its distance from UTC, as the formats `date` and `time` take them.
enum DateTimeFormat: StringFormat {
    static let name = "date-time"
    static let expectation = Text.formatDateTime

    static func isValid(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var scanner = TextScanner(text)
        return DateFormat.read(&scanner) && scanner.takeIgnoringCase("t") && TimeFormat.read(&scanner)
            && scanner.isAtEnd
    }
}
