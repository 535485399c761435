import Database
import Foundation
import Places
import Testing
import Timekeeping

@testable import WebWatch

private let hanoi = CivilCalendar(timeZone: TimeZone(secondsFromGMT: 7 * 3600) ?? .gmt)

extension WatchBench {
    /// Writes checks of the first website, one every 20 minutes for `hours`, of which each third one fails.
    fileprivate func check(hours: Int, from start: Instant) async throws {
        try await database.write { transaction in
            for index in 0..<hours * 3 {
                let fails = index % 3 == 2
                let result = CheckResult(
                    at: start + .seconds(index * 1200),
                    kind: .light,
                    status: fails ? nil : 200,
                    failure: fails ? "connect-timed-out" : nil,
                    totalMilliseconds: 100 * (index % 3 + 1)
                )
                try result.insert(website: 1, commune, in: transaction)
            }
        }
    }

    fileprivate func rollUp() async throws {
        try await CheckRollUp(database: database, calendar: hanoi).run(at: clock.now)
    }
}

@Test("a check is read back as it was written, also one that is reported twice")
func checkRows() async throws {
    try await withWatch { bench in
        let site = try await bench.add(try details())
        try await bench.check(hours: 1, from: wednesdayMorning)
        try await bench.check(hours: 1, from: wednesdayMorning)
        let checks = try await bench.store.checks(of: site.id, since: wednesdayMorning, within: .everything)
        #expect(checks.map(\.totalMilliseconds) == [100, 200, 300])
        #expect(checks.map(\.isAnswered) == [true, true, false])
        #expect(checks.last?.failure == "connect-timed-out" && checks.first?.status == 200)
        let blind = UnitScope.units([otherCommune])
        #expect(
            await failure {
                _ = try await bench.store.checks(of: site.id, since: wednesdayMorning, within: blind)
            }
                == .notFound
        )
    }
}

@Test("an answer that says that it is broken counts as none")
func errorStatusIsNoAnswer() {
    func result(_ status: Int) -> CheckResult {
        CheckResult(at: wednesdayMorning, kind: .deep, status: status, failure: nil, totalMilliseconds: 1)
    }
    #expect([200, 304, 399, 400, 503].map { result($0).isAnswered } == [true, true, true, false, false])
}

@Test("hours are summed up when they have ended, and summing again changes nothing")
func hoursSummed() async throws {
    try await withWatch { bench in
        let site = try await bench.add(try details())
        try await bench.check(hours: 3, from: wednesdayMorning)
        bench.clock.advance(2 * 3600 + 400)
        try await bench.rollUp()
        try await bench.rollUp()
        let hours = try await bench.store.hours(of: site.id, since: wednesdayMorning, within: .everything)
        #expect(hours.map(\.start) == [wednesdayMorning, wednesdayMorning + .seconds(3600)])
        let first = try #require(hours.first)
        #expect(first.checks == 3 && first.answered == 2 && first.meanMilliseconds == 200)
        #expect(first.fastestMilliseconds == 100 && first.slowestMilliseconds == 300)
        #expect(try await bench.store.days(of: site.id, since: wednesdayMorning, within: .everything).isEmpty)
    }
}

@Test("days are summed up from their hours in local time, and what is old is let go")
func daysSummed() async throws {
    try await withWatch { bench in
        let site = try await bench.add(try details())
        let midnight = hanoi.instant(hanoi.day(of: wednesdayMorning))
        try await bench.check(hours: 60, from: midnight)
        bench.clock.advance(4 * 86_400)
        try await bench.rollUp()
        let days = try await bench.store.days(of: site.id, since: midnight, within: .everything)
        #expect(days.map(\.checks) == [72, 72, 36])
        #expect(days.first?.start == midnight && days.first?.share == 2.0 / 3)
        #expect(try await bench.number("SELECT count(*) FROM website_check") == 9)
        #expect(try await bench.number("SELECT count(*) FROM website_hour") == 60)
        bench.clock.advance(40 * 86_400)
        try await bench.rollUp()
        #expect(try await bench.number("SELECT count(*) FROM website_hour") <= 12)
        bench.clock.advance(800 * 86_400)
        try await bench.rollUp()
        #expect(try await bench.number("SELECT count(*) FROM website_day") == 0)
    }
}

@Test(
    "the schema refuses results that cannot be",
    arguments: [
        ("website_check", "is_deep = 2", "website_check_deep"),
        ("website_check", "is_answered = 2", "website_check_answered"),
        ("website_check", "outcome = ''", "website_check_outcome"),
        ("website_check", "total_ms = -1", "website_check_time"),
        ("website_hour", "answered = 9", "website_hour_counts"),
        ("website_day", "checks = 0", "website_day_counts"),
    ]
)
func resultSchema(table: String, assignment: String, constraint: String) async throws {
    try await withWatch { bench in
        try await bench.add(try details())
        try await bench.check(hours: 30, from: wednesdayMorning)
        bench.clock.advance(3 * 86_400)
        try await CheckRollUp(database: bench.database, calendar: hanoi).run(
            at: wednesdayMorning + .seconds(86_400)
        )
        let kind = await refusal(bench.database, "UPDATE \(trusted: table) SET \(trusted: assignment)")
        #expect(kind == .check(constraint))
    }
}
