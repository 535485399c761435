package import Database
package import Timekeeping

/// Sums single checks up by hour and hours by day, and lets go what is older than its keeping.
///
/// Doing it again changes nothing, since an hour or a day is always summed as a whole. So it goes on after a crash, and
/// several processes may do it.
package struct CheckRollUp: Sendable {
    let database: any Database
    let calendar: CivilCalendar
    let retention: CheckRetention

    /// `calendar` says where a day begins.
    package init(
        database: any Database,
        calendar: CivilCalendar,
        retention: CheckRetention = CheckRetention()
    ) {
        self.database = database
        self.calendar = calendar
        self.retention = retention
    }

    /// Microseconds of an hour; all time zones of Vietnam begin their hours with UTC's.
    static let hour: Int64 = 3_600_000_000
    /// A check that began in an hour is written at the latest this long after it.
    static let lateSecondsMax = 300
    /// Hours of one run: after a longer stop the next runs go on.
    static let hoursPerRunMax = 72

    /// Sums up every hour and day that has ended before `now`, each hour in a transaction of its own, so that other
    /// writers wait a tenth of a second at most.
    package func run(at now: Instant) async throws {
        let ending = floor(now - .seconds(Self.lateSecondsMax))
        var hours = 0
        while hours < Self.hoursPerRunMax, let start = try await firstHour(before: ending) {
            try await sum(hour: start)
            hours += 1
        }
        try await sumDays(before: ending)
        try await letGo(at: now)
    }

    private func floor(_ instant: Instant) -> Instant {
        let number = instant.microsecondsSince1970
        return Instant(microsecondsSince1970: number - number % Self.hour)
    }

    /// The oldest hour with checks that is not summed up yet.
    private func firstHour(before end: Instant) async throws -> Instant? {
        let first: Instant? = try await database.read { transaction in
            try transaction.value(
                """
                SELECT min(at) FROM website_check
                WHERE at >= (SELECT coalesce(max(start) + \(Self.hour), 0) FROM website_hour) AND at < \(end)
                """,
                as: Instant?.self
            ) ?? nil
        }
        return first.map(floor)
    }

    private func sum(hour start: Instant) async throws {
        let end = Instant(microsecondsSince1970: start.microsecondsSince1970 + Self.hour)
        _ = try await database.write { transaction in
            try transaction.execute(
                """
                INSERT INTO website_hour
                    (website_number, start, unit_id, checks, answered, fastest_ms, sum_ms, slowest_ms)
                SELECT website_number, \(start), min(unit_id), count(*), sum(is_answered), min(total_ms), sum(total_ms),
                    max(total_ms)
                FROM website_check WHERE at >= \(start) AND at < \(end) GROUP BY website_number
                ON CONFLICT (website_number, start) DO UPDATE SET checks = excluded.checks,
                    answered = excluded.answered, fastest_ms = excluded.fastest_ms, sum_ms = excluded.sum_ms,
                    slowest_ms = excluded.slowest_ms
                """
            )
        }
    }

    /// The days after the last one that is summed up, up to yesterday.
    private func sumDays(before now: Instant) async throws {
        let today = calendar.day(of: now)
        let first: Instant? = try await database.read { transaction in
            try transaction.value(
                "SELECT min(start) FROM website_hour WHERE start > (SELECT coalesce(max(start), 0) FROM website_day)",
                as: Instant?.self
            ) ?? nil
        }
        guard let first else { return }
        var day = calendar.day(of: first)
        while day < today {
            let next = calendar.day(day, plusDays: 1)
            try await sum(from: calendar.instant(day), to: calendar.instant(next))
            day = next
        }
    }

    private func sum(from start: Instant, to end: Instant) async throws {
        _ = try await database.write { transaction in
            try transaction.execute(
                """
                INSERT INTO website_day
                    (website_number, start, unit_id, checks, answered, fastest_ms, sum_ms, slowest_ms)
                SELECT website_number, \(start), min(unit_id), sum(checks), sum(answered), min(fastest_ms), sum(sum_ms),
                    max(slowest_ms)
                FROM website_hour WHERE start >= \(start) AND start < \(end) GROUP BY website_number
                ON CONFLICT (website_number, start) DO UPDATE SET checks = excluded.checks,
                    answered = excluded.answered, fastest_ms = excluded.fastest_ms, sum_ms = excluded.sum_ms,
                    slowest_ms = excluded.slowest_ms
                """
            )
        }
    }

    /// Single checks go only when their hour is summed up, hours only when their day is.
    private func letGo(at now: Instant) async throws {
        let single = now - .seconds(retention.singleHours * 3600)
        let hours = now - .seconds(retention.hourDays * 86_400)
        let days = now - .seconds(retention.dayDays * 86_400)
        _ = try await database.write { transaction in
            try transaction.execute(
                """
                DELETE FROM website_check
                WHERE at < \(single) AND at < (SELECT coalesce(max(start), 0) FROM website_hour)
                """
            )
            try transaction.execute(
                """
                DELETE FROM website_hour
                WHERE start < \(hours) AND start < (SELECT coalesce(max(start), 0) FROM website_day)
                """
            )
            try transaction.execute("DELETE FROM website_day WHERE start < \(days)")
        }
    }
}
