package import Datasets
package import Timekeeping

/// Whether a dataset has what its update calendar asks for.
package enum Freshness: Hashable, Sendable {
    /// It has no calendar, or no period by which it could be told.
    case unruled
    case upToDate
    /// The last period that has ended is not there yet, and its time has not run out.
    case waiting(Period, due: Day)
    case late(Period, due: Day)

    /// `newest` is the newest period with a record.
    package init(_ dataset: Dataset, newest: String?, today: Day, calendar: CivilCalendar) {
        guard let rule = dataset.update, let periodType = dataset.period?.type,
            let ended = Period(rule.every, containing: today)?.previous(in: calendar)
        else {
            self = .unruled
            return
        }
        let has = newest.flatMap { Period($0) }.map { $0.lastDay >= ended.lastDay } ?? false
        let wanted = Period(periodType, containing: ended.lastDay) ?? ended
        let due = calendar.day(ended.lastDay, plusDays: rule.dueDays)
        self = has ? .upToDate : today > due ? .late(wanted, due: due) : .waiting(wanted, due: due)
    }
}

/// The report of one unit for a period, told apart so that missing, late and zero never look alike.
package enum ReportStanding: Hashable, Sendable {
    case inTime
    /// Days after the due day.
    case late(Int)
    /// Something came, and nothing of it counts yet.
    case awaiting
    case missing
    case notDue

    /// `first` is the day on which the first record came, `nil` when none did; `due` is `nil` without a calendar.
    package init(first: Day?, isAccepted: Bool, due: Day?, today: Day, calendar: CivilCalendar) {
        guard let first else {
            self = due.map { today > $0 } ?? false ? .missing : .notDue
            return
        }
        guard isAccepted else {
            self = .awaiting
            return
        }
        guard let due, first > due else {
            self = .inTime
            return
        }
        self = .late(Self.days(from: due, to: first, calendar))
    }

    /// Of a report that is later than this is only said that it is that late.
    private static let daysMax = 3_660

    private static func days(from due: Day, to first: Day, _ calendar: CivilCalendar) -> Int {
        (1...daysMax).first { calendar.day(due, plusDays: $0) >= first } ?? daysMax
    }
}
