package import Foundation

/// A civil date without a time: what a law, a decision or a deadline names.
package struct Day: Hashable, Comparable, Sendable {
    package let year: Int
    package let month: Int
    package let day: Int

    /// Refuses what no calendar has, such as 30 February.
    package init?(year: Int, month: Int, day: Int) {
        let components = DateComponents(year: year, month: month, day: day)
        guard (1...9999).contains(year),
            components.isValidDate(in: CivilCalendar.utc)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    fileprivate init(trusted components: DateComponents) {
        self.year = components.year ?? 1
        self.month = components.month ?? 1
        self.day = components.day ?? 1
    }

    package static func < (a: Self, b: Self) -> Bool {
        (a.year, a.month, a.day) < (b.year, b.month, b.day)
    }

    /// `2026-11-24`, the form of the database and the API; it sorts as the dates do.
    package var iso8601: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }

    /// Reads `2026-11-24`.
    package init?(iso8601 text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2],
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}

private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

/// Civil time in one time zone: the Gregorian calendar of Foundation, and nothing computed by hand.
package struct CivilCalendar: Sendable {
    private let calendar: Calendar

    package init(timeZone: TimeZone) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        self.calendar = calendar
    }

    /// Reads a name such as `Asia/Ho_Chi_Minh`; `nil` when the system does not know it.
    package init?(timeZoneNamed name: String) {
        guard let zone = TimeZone(identifier: name) else { return nil }
        self.init(timeZone: zone)
    }

    fileprivate static let utc = CivilCalendar(timeZone: .gmt).calendar

    /// The day on which `instant` falls.
    package func day(of instant: Instant) -> Day {
        Day(trusted: calendar.dateComponents([.year, .month, .day], from: instant.date))
    }

    /// The instant at which `day` reaches hour and minute.
    package func instant(_ day: Day, hour: Int = 0, minute: Int = 0) -> Instant {
        let components = DateComponents(
            year: day.year,
            month: day.month,
            day: day.day,
            hour: hour,
            minute: minute
        )
        return Instant(calendar.date(from: components) ?? .distantPast)
    }

    /// Hour and minute of `instant`.
    package func time(of instant: Instant) -> (hour: Int, minute: Int) {
        let parts = calendar.dateComponents([.hour, .minute], from: instant.date)
        return (parts.hour ?? 0, parts.minute ?? 0)
    }

    /// The day that lies `count` days after `day` (before it when negative).
    package func day(_ day: Day, plusDays count: Int) -> Day {
        let moved = calendar.date(byAdding: .day, value: count, to: instant(day, hour: 12).date)
        return self.day(of: Instant(moved ?? .distantFuture))
    }

    /// The same day of the month `count` months after `day`; the last of a shorter month.
    package func day(_ day: Day, plusMonths count: Int) -> Day {
        let moved = calendar.date(byAdding: .month, value: count, to: instant(day, hour: 12).date)
        return self.day(of: Instant(moved ?? .distantFuture))
    }

    /// 1 for Monday up to 7 for Sunday, as in ISO 8601.
    package func isoWeekday(of day: Day) -> Int {
        let sundayFirst = calendar.component(.weekday, from: instant(day, hour: 12).date)
        return sundayFirst == 1 ? 7 : sundayFirst - 1
    }
}
