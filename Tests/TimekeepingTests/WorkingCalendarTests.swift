import Testing

@testable import Timekeeping

private func calendar(_ holidays: HolidayCalendar = .vietnamese) throws -> WorkingCalendar {
    let civil = try #require(CivilCalendar(timeZoneNamed: "Asia/Ho_Chi_Minh"))
    return WorkingCalendar(civil: civil, holidays: holidays, hours: .byDefault)
}

private func day(_ text: String) throws -> Day { try #require(Day(iso8601: text)) }

private func at(_ text: String) throws -> Instant { try #require(Instant(rfc3339: text)) }

@Test("a working day is a weekday without a holiday, or a Saturday that was swapped")
func workingDays() throws {
    let calendar = try calendar()
    #expect(try calendar.isWorkingDay(day("2026-11-25")))
    #expect(try !calendar.isWorkingDay(day("2026-11-28")))
    #expect(try !calendar.isWorkingDay(day("2026-11-24")))
    #expect(try calendar.isWorkingDay(day("2026-08-22")))
    #expect(try !calendar.isWorkingDay(day("2026-08-31")))
}

@Test("each shipped year has the days of the law, and says how far it is announced")
func shippedYears() throws {
    let shipped = try HolidayCalendar(table: HolidayCalendar.vietnameseTable)
    #expect(shipped == .vietnamese)
    #expect(shipped.years.keys.sorted() == [2025, 2026, 2027])
    #expect(shipped.years[2026]?.standing == .announced)
    #expect(shipped.years[2027]?.standing == .provisional)
    let calendar = try calendar()
    for (year, count) in [(2025, 12), (2026, 13), (2027, 12)] {
        let first = try #require(Day(year: year, month: 1, day: 1))
        let off = (0..<365).map { calendar.civil.day(first, plusDays: $0) }
            .filter { shipped.holiday(on: $0) != nil }
        #expect(off.count == count)
        #expect(off.count { shipped.holiday(on: $0) == .tet } == 5)
        #expect(off.allSatisfy { calendar.civil.isoWeekday(of: $0) <= 5 })
    }
}

@Test("hours run on the clock, through the night and through Tết")
func hoursOnTheClock() throws {
    let due = try calendar().deadline(.hours(24), from: at("2026-02-16T10:30:00Z"))
    #expect(due.at == (try at("2026-02-17T10:30:00Z")))
    #expect(due.yearWithoutHolidays == nil)
}

@Test("working days begin on the next day, skip Tết and end when the office closes")
func workingDaysSkipTet() throws {
    // Friday 13 February 2026 at 09:00; then the weekend, five days of Tết, the weekend.
    let due = try calendar().deadline(.workingDays(2), from: at("2026-02-13T02:00:00Z"))
    #expect(due.at == (try at("2026-02-24T10:00:00Z")))  // Tuesday 17:00
}

@Test("days end at midnight, and a last day that is off moves to the next working day")
func calendarDays() throws {
    let calendar = try calendar()
    // Five days after Wednesday 25 November 2026 is Monday 30 November.
    #expect(
        try calendar.deadline(.days(5), from: at("2026-11-25T02:00:00Z")).at == at("2026-11-30T17:00:00Z")
    )
    // Three days after it is a Saturday.
    #expect(
        try calendar.deadline(.days(3), from: at("2026-11-25T02:00:00Z")).at == at("2026-11-30T17:00:00Z")
    )
}

@Test("a deadline that runs into a year without holidays says which year")
func unknownYear() throws {
    let due = try calendar().deadline(.workingDays(3), from: at("2027-12-30T02:00:00Z"))
    #expect(due.yearWithoutHolidays == 2028)
    #expect(try calendar().deadline(.hours(72), from: at("2029-01-01T00:00:00Z")).yearWithoutHolidays == nil)
}

@Test("a year of the settings replaces the shipped one as a whole")
func settingsReplace() throws {
    let own = try HolidayCalendar(
        table: "# announced later\nyear 2027 announced Notice\noff 2027-02-05 tet\nwork 2027-02-13"
    )
    let merged = HolidayCalendar.vietnamese.replacing(with: own)
    #expect(merged.years[2027]?.standing == .announced)
    #expect(merged.holiday(on: try day("2027-02-04")) == nil)
    #expect(merged.holiday(on: try day("2026-02-16")) == .tet)
    #expect(merged.isWorkedInstead(try day("2027-02-13")))
}

@Test(
    "a table that cannot be read names the line and the problem",
    arguments: [
        ("off 2027-01-01 new-year", 1, HolidayTableError.Problem.dayBeforeItsYear),
        ("year 2027 announced", 1, .noSource), ("year x announced y", 1, .unknownWord),
        ("year 2027 announced x\n\noff 2027-02-30 tet", 3, .notADay),
        ("year 2027 announced x\noff 2027-02-03 tết", 2, .unknownHoliday),
        ("year 2027 announced x\noff 2027-02-03 tet\nwork 2027-02-03", 3, .dayTwice),
        ("free 2027-01-01", 1, .unknownWord),
    ]
)
func badTables(table: String, line: Int, problem: HolidayTableError.Problem) {
    #expect(throws: HolidayTableError(line: line, problem: problem)) { try HolidayCalendar(table: table) }
}

@Test("office hours refuse sessions that overlap, are empty or leave the day")
func officeHours() throws {
    #expect(WorkingHours(text: "07:30-11:30, 13:30-17:00") == .byDefault)
    #expect(WorkingHours(text: "") == nil)
    #expect(WorkingHours(text: "08:00-12:00,11:00-17:00") == nil)
    #expect(WorkingHours(text: "17:00-08:00") == nil)
    #expect(WorkingHours(text: "08:00-24:30") == nil)
    #expect(WorkingHours(text: "08:00-17:00", weekdays: [0]) == nil)
    let calendar = try calendar()
    #expect(try calendar.isOpen(at: at("2026-11-25T00:30:00Z")))  // 07:30
    #expect(try !calendar.isOpen(at: at("2026-11-25T05:00:00Z")))  // 12:00
    #expect(try !calendar.isOpen(at: at("2026-11-28T02:00:00Z")))  // Saturday
}

@Test("an allowance reads its own code and refuses what is no time", arguments: ["24h", "5d", "3w"])
func allowanceCodes(code: String) {
    #expect(Allowance(code: code)?.code == code)
    for bad in ["", "h", "0h", "-1d", "3661d", "99999999999999999999h", "3x"] {
        #expect(Allowance(code: bad) == nil)
    }
}

@Test("a calendar in which nothing is ever open still ends its search")
func neverOpen() throws {
    let civil = try #require(CivilCalendar(timeZoneNamed: "Asia/Ho_Chi_Minh"))
    var table = "year 2030 announced test\n"
    let first = try day("2030-01-01")
    for index in 0..<365 { table += "off \(civil.day(first, plusDays: index).iso8601) swapped\n" }
    let calendar = try calendar(HolidayCalendar(table: table))
    #expect(
        try calendar.deadline(.workingDays(1), from: at("2030-01-01T00:00:00Z")).at
            > at("2030-02-01T00:00:00Z")
    )
}
