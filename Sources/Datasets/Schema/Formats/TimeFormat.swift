import Language

/// A time of day with its distance from UTC: `08:30:00+07:00`, `01:30:00Z`.
///
/// RFC 3339 `full-time`, with fractions of a second if wanted. The 60th second is taken only where leap seconds are:
/// at 23:59 UTC.
enum TimeFormat: StringFormat {
    static let name = "time"
    static let expectation = Text.formatTime

    static func isValid(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var scanner = TextScanner(text)
        return read(&scanner) && scanner.isAtEnd
    }

    static func read(_ scanner: inout TextScanner) -> Bool {
        guard let hour = scanner.digits(2), scanner.take(":"), let minute = scanner.digits(2),
            scanner.take(":"),
            let second = scanner.digits(2), hour < 24, minute < 60, second <= 60
        else { return false }
        if scanner.take("."), scanner.takeWhile(\.isDigit) == 0 { return false }
        guard let offset = readOffset(&scanner) else { return false }
        guard second == 60 else { return true }
        let minuteOfDay = (hour * 60 + minute - offset + 2 * 1_440) % 1_440
        return minuteOfDay == 1_439
    }

    /// Minutes before UTC.
    private static func readOffset(_ scanner: inout TextScanner) -> Int? {
        if scanner.takeIgnoringCase("z") { return 0 }
        let isBehind = scanner.take("-")
        guard isBehind || scanner.take("+"), let hours = scanner.digits(2), scanner.take(":"),
            let minutes = scanner.digits(2), hours < 24, minutes < 60
        else { return nil }
        return (hours * 60 + minutes) * (isBehind ? -1 : 1)
    }
}
