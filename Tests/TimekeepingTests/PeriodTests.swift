import Foundation
import Testing
import Timekeeping

@Suite("Periods of reports")
struct PeriodTests {
    private let calendar = CivilCalendar(timeZone: .gmt)

    @Test(
        "a period is read in its form and written in the same",
        arguments: [
            ("2026-11-24", PeriodType.day, "2026-11-24", "2026-11-24"),
            ("2026-02", .month, "2026-02-01", "2026-02-28"), ("2024-02", .month, "2024-02-01", "2024-02-29"),
            ("2026-Q4", .quarter, "2026-10-01", "2026-12-31"), ("2026", .year, "2026-01-01", "2026-12-31"),
        ]
    )
    func forms(_ text: String, _ type: PeriodType, _ first: String, _ last: String) throws {
        let period = try #require(Period(text))
        #expect(period.type == type)
        #expect(period.text == text)
        #expect(period.firstDay.iso8601 == first)
        #expect(period.lastDay.iso8601 == last)
    }

    @Test(
        "what is not a period is refused",
        arguments: [
            "", "2026-13", "2026-00", "2026-1", "26-11", "2026-Q5", "2026-Q0", "2026-q1", "2026-02-30",
            "2026-+1",
            "+026", "2026-11-24-", "２０２６", "2026-11-+4",
        ]
    )
    func refused(_ text: String) { #expect(Period(text) == nil) }

    @Test("a day lies in one period of each type")
    func containing() throws {
        let day = try #require(Day(year: 2026, month: 11, day: 24))
        #expect(
            PeriodType.allCases.map { Period($0, containing: day)?.text } == [
                "2026-11-24", "2026-11", "2026-Q4", "2026",
            ]
        )
    }

    @Test("periods follow each other over the end of a year")
    func neighbours() throws {
        let january = try #require(Period("2027-01"))
        #expect(january.previous(in: calendar)?.text == "2026-12")
        #expect(Period("2026-Q4")?.next(in: calendar)?.text == "2027-Q1")
        #expect(Period("9999")?.next(in: calendar) == nil)
        #expect(try #require(Period("2026-12")) < january)
    }
}
