import Foundation
import Testing
import Timekeeping

@Test(
    "an instant is written and read as RFC 3339",
    arguments: ["2026-11-24T01:02:03Z", "2026-11-24T01:02:03.250000Z"]
)
func rfc3339(text: String) throws {
    #expect(try #require(Instant(rfc3339: text)).rfc3339 == text)
}

@Test("an instant before 1970 keeps its fraction positive")
func beforeEpoch() {
    #expect(Instant(microsecondsSince1970: -1).rfc3339 == "1969-12-31T23:59:59.999999Z")
}

@Test("the day in Nghệ An begins seven hours before the day in UTC")
func dayInVietnam() throws {
    let vietnam = try #require(CivilCalendar(timeZoneNamed: "Asia/Ho_Chi_Minh"))
    let late = try #require(Instant(rfc3339: "2026-11-23T17:30:00Z"))
    #expect(vietnam.day(of: late).iso8601 == "2026-11-24")
    #expect(vietnam.time(of: late) == (0, 30))
}

@Test(
    "a day that no calendar has is refused",
    arguments: ["2026-02-29", "2026-13-01", "2026-1-01", "0000-01-01", "x"]
)
func noSuchDay(text: String) {
    #expect(Day(iso8601: text) == nil)
}

@Test("days are counted over months and leap years")
func countDays() throws {
    let utc = CivilCalendar(timeZone: .gmt)
    let day = try #require(Day(iso8601: "2028-02-28"))
    #expect(utc.day(day, plusDays: 2).iso8601 == "2028-03-01")
    #expect(utc.isoWeekday(of: day) == 1)
}
