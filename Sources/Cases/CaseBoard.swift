import Database
import Language
package import Places
package import Timekeeping

/// What the board shows of the cases at one moment.
package struct CaseCounts: Hashable, Sendable {
    package struct OfUnit: Hashable, Sendable {
        package var open = 0
        package var overdue = 0
        /// The worst of the open ones.
        package var worst: CaseSeverity?
    }

    package var open = 0
    package var overdue = 0
    package var byState: [CaseState.Kind: Int] = [:]
    package var bySeverity: [CaseSeverity: Int] = [:]
    /// Only units that have an open case.
    package var byUnit: [Unit.ID: OfUnit] = [:]

    mutating func add(
        unit: Unit.ID,
        _ state: CaseState.Kind,
        _ severity: CaseSeverity,
        _ count: Int,
        _ late: Int
    ) {
        open += count
        overdue += late
        byState[state, default: 0] += count
        bySeverity[severity, default: 0] += count
        var one = byUnit[unit] ?? OfUnit()
        one.open += count
        one.overdue += late
        one.worst = max(one.worst ?? severity, severity)
        byUnit[unit] = one
    }
}

/// How many cases one day opened and ended.
package struct CaseDay: Hashable, Sendable {
    package var day: Day
    package var opened = 0
    package var ended = 0
}

extension CaseStore {
    /// Days that one trend shows.
    package static let trendDaysMax = 366

    /// The open cases within `scope`, counted by state, severity and unit.
    package func counts(within scope: UnitScope) async throws(CaseError) -> CaseCounts {
        let late = CaseFilter.overdue(at: clock.now())
        let sql: SQL = """
            SELECT unit_id, state, severity, count(*), coalesce(sum(CASE WHEN \(late) THEN 1 ELSE 0 END), 0)
            FROM case_file WHERE ended_at IS NULL AND \(scope.condition(on: "unit_id"))
            GROUP BY unit_id, state, severity
            """
        return try await database.read(throwing: CaseErrorCode.self) { transaction in
            var counts = CaseCounts()
            for row in try transaction.query(sql) {
                counts.add(unit: try row[0], try row.coded(1), try row.ranked(2), try row[3], try row[4])
            }
            return counts
        }
    }

    /// The median time from noticing to closing, of the cases that closed since `start` and before `end`; `nil` when none
    /// did.
    package func medianTimeToClose(
        since start: Instant,
        until end: Instant? = nil,
        within scope: UnitScope
    ) async throws(CaseError) -> Duration? {
        let before: SQL = end.map { " AND ended_at < \($0)" } ?? ""
        let closed: SQL = """
            FROM case_file
            WHERE ended_at >= \(start)\(before) AND state = 'closed' AND \(scope.condition(on: "unit_id"))
            """
        return try await database.read(throwing: CaseErrorCode.self) { transaction in
            let count = try transaction.value("SELECT count(*) \(closed)", as: Int.self) ?? 0
            guard count > 0 else { return nil }
            let middle = try transaction.query(
                """
                SELECT ended_at - detected_at AS taken \(closed)
                ORDER BY taken LIMIT \(2 - count % 2) OFFSET \((count - 1) / 2)
                """
            ).map { row in try row[0] as Int64 }
            guard let low = middle.first, let high = middle.last else { return nil }
            return .microseconds(low + (high - low) / 2)
        }
    }

    /// Opened and ended cases of each of the last `count` days, today last.
    package func trend(days count: Int, within scope: UnitScope) async throws(CaseError) -> [CaseDay] {
        let civil = settings.calendar.civil
        let today = civil.day(of: clock.now())
        let length = min(max(count, 1), Self.trendDaysMax)
        let days = (0..<length).map { civil.day(today, plusDays: $0 - length + 1) }
        let starts = (days + [civil.day(today, plusDays: 1)]).map { civil.instant($0) }
        let condition = scope.condition(on: "unit_id")
        return try await database.read(throwing: CaseErrorCode.self) { transaction in
            var trend = days.map { CaseDay(day: $0) }
            let opened: SQL = """
                SELECT opened_at FROM case_file WHERE opened_at >= \(starts[0]) AND \(condition)
                """
            let ended: SQL = """
                SELECT ended_at FROM case_file
                WHERE state IN ('closed', 'refused') AND ended_at >= \(starts[0]) AND \(condition)
                """
            for row in try transaction.query(opened) {
                if let index = slot(of: try row[0], in: starts) { trend[index].opened += 1 }
            }
            for row in try transaction.query(ended) {
                if let index = slot(of: try row[0], in: starts) { trend[index].ended += 1 }
            }
            return trend
        }
    }
}

/// The interval between two neighbours of `starts` in which `instant` lies, by halving.
private func slot(of instant: Instant, in starts: [Instant]) -> Int? {
    var (low, high) = (0, starts.count)
    while low < high {
        let middle = (low + high) / 2
        if starts[middle] <= instant { low = middle + 1 } else { high = middle }
    }
    return low > 0 && low < starts.count ? low - 1 : nil
}
