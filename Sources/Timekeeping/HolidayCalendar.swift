/// Days on which offices are closed or, against the week, open: data that a government announces for each year.
///
/// Lunar holidays and swapped days cannot be worked out here, so a year without data stays unknown and says so.
package struct HolidayCalendar: Hashable, Sendable {
    /// Which holiday a day off belongs to.
    package enum Holiday: String, CaseIterable, Hashable, Sendable {
        case newYear = "new-year"
        case tet, hungKings = "hung-kings", reunification, labour, national, culture
        /// A day off by a swap: a Saturday is worked for it.
        case swapped
    }

    /// How far a year can be trusted.
    package enum Standing: String, Hashable, Sendable {
        /// The government has announced the days.
        case announced
        /// By the law and the lunar calendar; the days that the government may choose are not announced yet.
        case provisional
    }

    package struct Year: Hashable, Sendable {
        package var standing: Standing
        /// Where the days were read.
        package var source: String
    }

    package private(set) var years: [Int: Year] = [:]
    private var closed: [Day: Holiday] = [:]
    private var openInstead: Set<Day> = []

    /// No year is known.
    package init() {}

    /// The holiday that closes the offices on `day`; weekends are not holidays.
    package func holiday(on day: Day) -> Holiday? { closed[day] }

    /// Whether `day` is worked although it lies at the weekend, because it was swapped.
    package func isWorkedInstead(_ day: Day) -> Bool { openInstead.contains(day) }

    /// Days of `other` replace those of the same years, as settings replace what is shipped.
    package func replacing(with other: Self) -> Self {
        var merged = self
        merged.closed = closed.filter { other.years[$0.key.year] == nil }
        merged.openInstead = openInstead.filter { other.years[$0.year] == nil }
        merged.years.merge(other.years) { $1 }
        merged.closed.merge(other.closed) { $1 }
        merged.openInstead.formUnion(other.openInstead)
        return merged
    }
}

/// Which line of a holiday table cannot be read.
package struct HolidayTableError: Error, Hashable, Sendable {
    package enum Problem: Error, Hashable, Sendable {
        case unknownWord, notADay, unknownHoliday, dayBeforeItsYear, dayTwice, noSource
    }
    package var line: Int
    package var problem: Problem
}

extension HolidayCalendar {
    /// Reads a table of lines, the form of the shipped data and of the settings.
    ///
    ///     year 2026 announced Notice of the government that names the days
    ///     off 2026-01-01 new-year
    ///     work 2026-08-22
    ///
    /// Empty lines and lines that begin with `#` are skipped. `off` and `work` belong to the year above them.
    package init(table: String) throws(HolidayTableError) {
        self.init()
        var year: Int?
        let lines = table.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            let words = line.split(separator: " ", maxSplits: 3)
            guard let first = words.first, !first.hasPrefix("#") else { continue }
            do throws(Problem) {
                switch first {
                case "year": year = try readYear(words)
                case "off": closed[try day(words, of: year)] = try holiday(words)
                case "work": openInstead.insert(try day(words, of: year))
                default: throw .unknownWord
                }
            } catch { throw HolidayTableError(line: index + 1, problem: error) }
        }
    }

    private typealias Problem = HolidayTableError.Problem

    private mutating func readYear(_ words: [Substring]) throws(Problem) -> Int {
        guard words.count >= 3, let year = Int(words[1]), let standing = Standing(rawValue: String(words[2]))
        else { throw .unknownWord }
        guard words.count == 4 else { throw .noSource }
        years[year] = Year(standing: standing, source: String(words[3]))
        return year
    }

    private func day(_ words: [Substring], of year: Int?) throws(Problem) -> Day {
        guard words.count >= 2, let day = Day(iso8601: String(words[1])) else { throw .notADay }
        guard day.year == year else { throw .dayBeforeItsYear }
        guard closed[day] == nil, !openInstead.contains(day) else { throw .dayTwice }
        return day
    }

    private func holiday(_ words: [Substring]) throws(Problem) -> Holiday {
        guard words.count == 3, let holiday = Holiday(rawValue: String(words[2])) else {
            throw .unknownHoliday
        }
        return holiday
    }
}
