/// How long the spans are that reports are about.
package enum PeriodType: String, CaseIterable, Hashable, Sendable, Codable {
    case day, month, quarter, year
}

/// A span of civil time that a report is about: a day, a month, a quarter or a year.
///
/// Written as `2026-11-24`, `2026-11`, `2026-Q4` or `2026`; periods of one type sort as their texts do.
package struct Period: Hashable, Sendable {
    package let type: PeriodType
    package let firstDay: Day
    package let lastDay: Day

    /// Reads one of the four forms; `nil` for anything else, such as a thirteenth month.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, first.utf8.count == 4, first.utf8.allSatisfy(Self.isDigit),
            let year = Int(first)
        else { return nil }
        switch parts.count {
        case 1: self.init(.year, year: year, from: 1, to: 12)
        case 2 where parts[1].utf8.first == UInt8(ascii: "Q"):
            guard parts[1].utf8.count == 2, let quarter = Int(parts[1].dropFirst()), (1...4).contains(quarter)
            else { return nil }
            self.init(.quarter, year: year, from: quarter * 3 - 2, to: quarter * 3)
        case 2:
            guard parts[1].utf8.count == 2, parts[1].utf8.allSatisfy(Self.isDigit), let month = Int(parts[1])
            else { return nil }
            self.init(.month, year: year, from: month, to: month)
        default:
            guard let day = Day(iso8601: text), text.utf8.allSatisfy({ Self.isDigit($0) || $0 == 0x2D })
            else { return nil }
            self.init(type: .day, firstDay: day, lastDay: day)
        }
    }

    private init?(_ type: PeriodType, year: Int, from first: Int, to last: Int) {
        guard let firstDay = Day(year: year, month: first, day: 1),
            let lastDay = (28...31).reversed().lazy.compactMap({ Day(year: year, month: last, day: $0) })
                .first
        else { return nil }
        self.init(type: type, firstDay: firstDay, lastDay: lastDay)
    }

    private init(type: PeriodType, firstDay: Day, lastDay: Day) {
        self.type = type
        self.firstDay = firstDay
        self.lastDay = lastDay
    }

    /// The period of `type` in which `day` lies.
    package init?(_ type: PeriodType, containing day: Day) {
        let quarter = (day.month + 2) / 3
        switch type {
        case .day: self.init(day.iso8601)
        case .month: self.init(.month, year: day.year, from: day.month, to: day.month)
        case .quarter: self.init(.quarter, year: day.year, from: quarter * 3 - 2, to: quarter * 3)
        case .year: self.init(.year, year: day.year, from: 1, to: 12)
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// The form of the database and of data.
    package var text: String {
        let day = firstDay.iso8601
        return switch type {
        case .day: day
        case .month: String(day.prefix(7))
        case .quarter: "\(day.prefix(4))-Q\((firstDay.month + 2) / 3)"
        case .year: String(day.prefix(4))
        }
    }

    /// The period of the same type that ends the day before this one begins; `nil` before the year 1.
    package func previous(in calendar: CivilCalendar) -> Period? {
        Period(type, containing: calendar.day(firstDay, plusDays: -1))
    }

    /// The period of the same type that begins the day after this one ends; `nil` after the year 9999.
    package func next(in calendar: CivilCalendar) -> Period? {
        Period(type, containing: calendar.day(lastDay, plusDays: 1))
    }
}

extension Period: Comparable {
    package static func < (a: Self, b: Self) -> Bool { (a.firstDay, b.lastDay) < (b.firstDay, a.lastDay) }
}
