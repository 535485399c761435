import Database
import Language
package import Places
package import Timekeeping

extension CheckResult {
    /// Writes the row under the website's small number: its id would be half of the row.
    func insert(
        website number: Int64,
        _ unit: Places.Unit.ID,
        in transaction: any Transaction
    ) throws(DatabaseError) {
        try transaction.execute(
            """
            INSERT INTO website_check (website_number, at, unit_id, is_deep, is_answered, outcome, total_ms)
            VALUES (\(number), \(at), \(unit), \(kind == .deep ? 1 : 0), \(isAnswered ? 1 : 0),
                \(status.map(String.init) ?? failure ?? ""), \(totalMilliseconds))
            ON CONFLICT (website_number, at) DO NOTHING
            """
        )
    }

    fileprivate init(row: Row) throws(DatabaseError) {
        let outcome: String = try row[2]
        let status = Int(outcome)
        self.init(
            at: try row[0],
            kind: (try row[1] as Int) == 1 ? .deep : .light,
            status: status,
            failure: status == nil ? outcome : nil,
            totalMilliseconds: try row[3]
        )
    }
}

extension WebsiteStore {
    /// Checks that one chart shows: a day at one check a minute, and the deep ones.
    package static let checksMax = 2_000

    /// The single checks of a website since `start`, the oldest first.
    package func checks(
        of website: Website.ID,
        since start: Instant,
        within scope: UnitScope
    ) async throws(WebsiteError) -> [CheckResult] {
        let rows = try await rows(
            of: website,
            within: scope,
            """
            SELECT at, is_deep, outcome, total_ms FROM website_check
            WHERE website_number = (SELECT number FROM website WHERE id = \(website)) AND at >= \(start)
            ORDER BY at DESC LIMIT \(Self.checksMax)
            """
        )
        do { return try rows.reversed().map { try CheckResult(row: $0) } } catch {
            throw WebsiteError(wrapping: error)
        }
    }

    /// The hours of a website since `start`, the oldest first; the present hour is not among them.
    package func hours(
        of website: Website.ID,
        since start: Instant,
        within scope: UnitScope
    ) async throws(WebsiteError) -> [CheckSummary] {
        try await summaries("website_hour", of: website, since: start, within: scope)
    }

    /// The days of a website since `start`, the oldest first; the present day is not among them.
    package func days(
        of website: Website.ID,
        since start: Instant,
        within scope: UnitScope
    ) async throws(WebsiteError) -> [CheckSummary] {
        try await summaries("website_day", of: website, since: start, within: scope)
    }

    private func summaries(
        _ table: String,
        of website: Website.ID,
        since start: Instant,
        within scope: UnitScope
    ) async throws(WebsiteError) -> [CheckSummary] {
        let rows = try await rows(
            of: website,
            within: scope,
            """
            SELECT start, checks, answered, fastest_ms, sum_ms, slowest_ms FROM \(trusted: table)
            WHERE website_number = (SELECT number FROM website WHERE id = \(website)) AND start >= \(start)
            ORDER BY start LIMIT \(Self.checksMax)
            """
        )
        do {
            return try rows.map { row in
                let (checks, sum): (Int, Int) = (try row[1], try row[4])
                return CheckSummary(
                    start: try row[0],
                    checks: checks,
                    answered: try row[2],
                    fastestMilliseconds: try row[3],
                    meanMilliseconds: sum / max(1, checks),
                    slowestMilliseconds: try row[5]
                )
            }
        } catch { throw WebsiteError(wrapping: error) }
    }

    private func rows(
        of website: Website.ID,
        within scope: UnitScope,
        _ sql: SQL
    ) async throws(WebsiteError) -> [Row] {
        try await database.read(throwing: WebsiteErrorCode.self) { transaction in
            let unit: Places.Unit.ID? = try transaction.value(
                "SELECT unit_id FROM website WHERE id = \(website)"
            )
            guard let unit, scope.contains(unit) else {
                throw WebsiteError(.notFound, "no such website within the scope")
            }
            return try transaction.query(sql)
        }
    }
}
