import Language

/// A day: `2026-11-24`.
///
/// RFC 3339 `full-date`: year, month and day with all their digits, and a day that the calendar has (29 February only
/// in leap years). Not `24/11/2026` and not the other forms of ISO 8601.
enum DateFormat: StringFormat {
    static let name = "date"
    static let expectation = Text.formatDate

    static func isValid(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var scanner = TextScanner(text)
        return read(&scanner) && scanner.isAtEnd
    }

    static func read(_ scanner: inout TextScanner) -> Bool {
        guard let year = scanner.digits(4), scanner.take("-"), let month = scanner.digits(2),
            scanner.take("-"),
            let day = scanner.digits(2), (1...12).contains(month)
        else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
        return (1...days).contains(day)
    }
}
