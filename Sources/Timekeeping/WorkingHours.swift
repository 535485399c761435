/// The hours of an office day and the days of its week; a setting, since no law fixes them for every office.
package struct WorkingHours: Hashable, Sendable {
    /// From a minute of the day up to, not including, another.
    package typealias Session = Range<Int>

    package static let minutesInDay = 24 * 60

    package let sessions: [Session]
    /// 1 for Monday up to 7 for Sunday.
    package let weekdays: Set<Int>

    /// Refuses sessions that are empty, overlap, run backwards or leave the day, and weeks without a working day.
    package init?(sessions: [Session], weekdays: Set<Int>) {
        guard !sessions.isEmpty, !weekdays.isEmpty, weekdays.isSubset(of: 1...7),
            sessions.allSatisfy({ !$0.isEmpty && $0.lowerBound >= 0 && $0.upperBound <= Self.minutesInDay }),
            zip(sessions, sessions.dropFirst()).allSatisfy({ $0.upperBound <= $1.lowerBound })
        else { return nil }
        self.sessions = sessions
        self.weekdays = weekdays
    }

    private init(trusted sessions: [Session], weekdays: Set<Int>) {
        self.sessions = sessions
        self.weekdays = weekdays
    }

    /// 07:30-11:30 and 13:30-17:00, Monday to Friday: what many offices in Nghệ An keep.
    ///
    /// A default to confirm.
    package static let byDefault = Self(trusted: [450..<690, 810..<1020], weekdays: [1, 2, 3, 4, 5])

    /// The minute of the day at which the office closes.
    package var closingMinute: Int { sessions.last?.upperBound ?? Self.minutesInDay }

    /// Reads `07:30-11:30, 13:30-17:00`, the form of the settings.
    package init?(text: String, weekdays: Set<Int> = [1, 2, 3, 4, 5]) {
        var sessions: [Session] = []
        for part in text.split(separator: ",") {
            let ends = part.split(separator: "-").map { minute(of: $0) }
            guard ends.count == 2, let start = ends[0], let end = ends[1], start < end else { return nil }
            sessions.append(start..<end)
        }
        self.init(sessions: sessions, weekdays: weekdays)
    }
}

private func minute(of text: Substring) -> Int? {
    let parts = text.filter { $0 != " " }.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]),
        (0...24).contains(hour), (0..<60).contains(minute)
    else { return nil }
    return hour * 60 + minute
}
