/// Civil time, holidays and office hours together: when offices work, and when something is due.
package struct WorkingCalendar: Sendable {
    package let civil: CivilCalendar
    package let holidays: HolidayCalendar
    package let hours: WorkingHours

    package init(civil: CivilCalendar, holidays: HolidayCalendar, hours: WorkingHours) {
        self.civil = civil
        self.holidays = holidays
        self.hours = hours
    }

    /// Whether offices work on `day`; in a year without data every weekday counts as worked.
    package func isWorkingDay(_ day: Day) -> Bool {
        if holidays.isWorkedInstead(day) { return true }
        return hours.weekdays.contains(civil.isoWeekday(of: day)) && holidays.holiday(on: day) == nil
    }

    /// Whether offices are open at `instant`.
    package func isOpen(at instant: Instant) -> Bool {
        let time = civil.time(of: instant)
        let minute = time.hour * 60 + time.minute
        return isWorkingDay(civil.day(of: instant)) && hours.sessions.contains { $0.contains(minute) }
    }

    /// When `allowance`, given at `start`, has run out.
    package func deadline(_ allowance: Allowance, from start: Instant) -> Deadline {
        let first = civil.day(of: start)
        switch allowance {
        case .hours(let count):
            let hours = min(max(count, 0), Allowance.hoursMax)
            return Deadline(at: start + .seconds(hours * 3600), allowance: allowance)
        case .days(let count):
            let last = firstWorkingDay(from: civil.day(first, plusDays: clamped(count)))
            return due(civil.instant(civil.day(last, plusDays: 1)), allowance, first, last)
        case .workingDays(let count):
            let last = workingDay(after: first, count: clamped(count))
            return due(closing(of: last), allowance, first, last)
        }
    }

    /// The `count`th working day after `day`, which itself is not counted.
    package func workingDay(after day: Day, count: Int) -> Day {
        var current = day
        for _ in 0..<clamped(count) {
            current = firstWorkingDay(from: civil.day(current, plusDays: 1))
        }
        return current
    }

    /// The first of `years` whose holidays are not known.
    package func yearWithoutHolidays(_ years: ClosedRange<Int>) -> Int? {
        years.first { holidays.years[$0] == nil }
    }

    /// Offices never close for longer than this; it ends the search in a calendar that closes every day.
    private static let closedDaysMax = 60

    private func firstWorkingDay(from day: Day) -> Day {
        var current = day
        for _ in 0..<Self.closedDaysMax where !isWorkingDay(current) {
            current = civil.day(current, plusDays: 1)
        }
        return current
    }

    private func closing(of day: Day) -> Instant {
        let minute = hours.closingMinute
        guard minute < WorkingHours.minutesInDay else {
            return civil.instant(civil.day(day, plusDays: 1))
        }
        return civil.instant(day, hour: minute / 60, minute: minute % 60)
    }

    private func due(_ at: Instant, _ allowance: Allowance, _ first: Day, _ last: Day) -> Deadline {
        let unknown = yearWithoutHolidays(first.year...max(first.year, last.year))
        return Deadline(at: at, allowance: allowance, yearWithoutHolidays: unknown)
    }

    private func clamped(_ count: Int) -> Int { min(max(count, 0), Allowance.daysMax) }
}
