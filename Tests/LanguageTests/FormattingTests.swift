import Foundation
import Language
import Testing
import Timekeeping

private let calendar = CivilCalendar(timeZone: TimeZone(secondsFromGMT: 7 * 3600) ?? .gmt)
private let vietnamese = Formatting(language: .vietnamese, calendar: calendar)
private let english = Formatting(language: .english, calendar: calendar)
private let monday = Instant(secondsSince1970: 1_795_429_200)

@Test(
    "numbers are grouped as each language does",
    arguments: [
        (0, "0", "0"), (999, "999", "999"), (7982, "7.982", "7,982"),
        (-1_234_567, "−1.234.567", "−1,234,567"),
        (Int.min, "−9.223.372.036.854.775.808", "−9,223,372,036,854,775,808"),
    ]
)
func wholeNumbers(number: Int, vi: String, en: String) {
    #expect(vietnamese.number(number) == vi)
    #expect(english.number(number) == en)
}

@Test(
    "decimals are rounded, padded and kept finite",
    arguments: [
        (1234.5, 1, "1.234,5"), (0.05, 2, "0,05"), (-0.25, 1, "−0,3"), (2.0, 0, "2"), (9.999, 2, "10,00"),
        (Double.nan, 1, "–"), (Double.infinity, 1, "–"), (1e300, 1, "–"),
    ]
)
func decimals(number: Double, places: Int, expected: String) {
    #expect(vietnamese.number(number, decimals: places) == expected)
}

@Test("a unit stays with its number")
func units() {
    #expect(vietnamese.percent(0.992) == "99,2\u{A0}%")
    #expect(vietnamese.responseTime(.milliseconds(312)) == "312\u{A0}ms")
    #expect(vietnamese.responseTime(.milliseconds(1400)) == "1,4\u{A0}giây")
}

@Test("dates are written day first, and with the month's name in English")
func dates() {
    #expect(vietnamese.dateTime(monday) == "23/11/2026 17:20")
    #expect(vietnamese.weekdayAndDate(monday) == "Thứ Hai, 23/11/2026")
    #expect(english.dateTime(monday) == "23 Nov 2026 17:20")
}

@Test(
    "lengths of time say their two largest parts",
    arguments: [
        (0, "dưới 1\u{A0}phút"), (60, "1\u{A0}phút"), (372 * 60, "6\u{A0}giờ 12\u{A0}phút"),
        (7200, "2\u{A0}giờ"),
        (86_400 * 2 + 3600 * 5 + 60, "2\u{A0}ngày 5\u{A0}giờ"), (-120, "2\u{A0}phút"),
    ]
)
func durations(seconds: Int, expected: String) {
    #expect(vietnamese.duration(.seconds(seconds)) == expected)
}

@Test(
    "times are told from now, into the past and ahead",
    arguments: [
        (-30, "vừa xong", "just now"), (30, "trong chốc lát", "in a moment"),
        (-120, "2\u{A0}phút trước", "2\u{A0}minutes ago"), (-3600, "1\u{A0}giờ trước", "1\u{A0}hour ago"),
        (86_400 * 3, "3\u{A0}ngày nữa", "in 3\u{A0}days"),
    ]
)
func relativeTimes(seconds: Int, vi: String, en: String) {
    let instant = monday + .seconds(seconds)
    #expect(vietnamese.relative(instant, now: monday) == vi)
    #expect(english.relative(instant, now: monday) == en)
}

@Test("instants at the ends of time do not trap")
func extremes() {
    let (first, last) = (Instant(microsecondsSince1970: .min), Instant(microsecondsSince1970: .max))
    #expect(!vietnamese.relative(first, now: last).isEmpty)
}
