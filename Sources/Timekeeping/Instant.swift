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
    package var rfc3339: String {
        let (seconds, micros) = microsecondsSince1970.quotientAndRemainderTowardsPast(by: 1_000_000)
        let whole = Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
        guard micros != 0 else { return whole }
        let digits = String(micros)
        let padded = String(repeating: "0", count: 6 - digits.count) + digits
        return whole.dropLast() + ".\(padded)Z"
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
