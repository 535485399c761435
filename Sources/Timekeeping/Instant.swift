package import Foundation

/// A point in time: microseconds since 1970-01-01T00:00:00Z, the unit that the database keeps.
package struct Instant: Hashable, Comparable, Sendable, Codable {
    package var microsecondsSince1970: Int64

    package init(microsecondsSince1970: Int64) { self.microsecondsSince1970 = microsecondsSince1970 }
    package init(secondsSince1970: Int64) { self.microsecondsSince1970 = secondsSince1970 * 1_000_000 }
    package init(_ date: Date) {
        self.microsecondsSince1970 = Int64((date.timeIntervalSince1970 * 1_000_000).rounded())
    }

    /// The same point as Foundation's type, for calendars and formatters.
    package var date: Date { Date(timeIntervalSince1970: Double(microsecondsSince1970) / 1_000_000) }

    package static func < (a: Self, b: Self) -> Bool { a.microsecondsSince1970 < b.microsecondsSince1970 }
    package static func + (a: Self, b: Duration) -> Self {
        Self(microsecondsSince1970: a.microsecondsSince1970 + b.microseconds)
    }
    package static func - (a: Self, b: Duration) -> Self {
        Self(microsecondsSince1970: a.microsecondsSince1970 - b.microseconds)
    }
    /// The time from `b` to `a`; negative when `a` is the earlier one.
    package static func - (a: Self, b: Self) -> Duration {
        .microseconds(a.microsecondsSince1970 - b.microsecondsSince1970)
    }
}

extension Duration {
    /// Whole microseconds, rounded towards zero.
    package var microseconds: Int64 {
        components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
    }
}

extension Instant {
    /// RFC 3339 in UTC with microseconds where they are not zero, the form of the API and the audit log.
    ///
    /// A list of records writes hundreds: by the C library it takes a tenth of what Foundation's styles take.
    package var rfc3339: String {
        let (seconds, micros) = microsecondsSince1970.quotientAndRemainderTowardsPast(by: 1_000_000)
        var (time, parts) = (time_t(seconds), tm())
        guard gmtime_r(&time, &parts) != nil, (0...9_999).contains(Int(parts.tm_year) + 1_900) else {
            return Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
        }
        return String(unsafeUninitializedCapacity: 27) { text in
            var digits = DigitWriter(text: text)
            digits.write(Int(parts.tm_year) + 1_900, 4, then: "-")
            digits.write(Int(parts.tm_mon) + 1, 2, then: "-")
            digits.write(Int(parts.tm_mday), 2, then: "T")
            digits.write(Int(parts.tm_hour), 2, then: ":")
            digits.write(Int(parts.tm_min), 2, then: ":")
            digits.write(Int(parts.tm_sec), 2, then: micros == 0 ? "Z" : ".")
            if micros != 0 { digits.write(Int(micros), 6, then: "Z") }
            return digits.count
        }
    }

    /// Reads RFC 3339; `nil` when the text is not one.
    package init?(rfc3339 text: String) {
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: text.contains("."))
        guard let date = try? style.parse(text) else { return nil }
        self.init(date)
    }
}

extension Int64 {
    /// Division that rounds to the past, so that instants before 1970 keep a positive fraction.
    fileprivate func quotientAndRemainderTowardsPast(by divisor: Int64) -> (Int64, Int64) {
        let (q, r) = quotientAndRemainder(dividingBy: divisor)
        return r < 0 ? (q - 1, r + divisor) : (q, r)
    }
}

/// Writes numbers with leading zeros.
private struct DigitWriter {
    let text: UnsafeMutableBufferPointer<UInt8>
    private(set) var count = 0

    init(text: UnsafeMutableBufferPointer<UInt8>) { self.text = text }

    mutating func write(_ number: Int, _ digits: Int, then mark: Unicode.Scalar) {
        var rest = number
        for place in stride(from: count + digits - 1, through: count, by: -1) {
            text[place] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        }
        text[count + digits] = UInt8(ascii: mark)
        count += digits + 1
    }
}
