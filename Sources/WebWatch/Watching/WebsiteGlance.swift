import Database
import Language
package import Places
package import Timekeeping

/// What a list shows of a website beside its status.
package struct WebsiteGlance: Hashable, Sendable {
    /// Findings that are not cleared.
    package var openFindings = 0
    /// Mean response times in milliseconds, the oldest first: by the hour, and of the present hour by five minutes;
    /// `nil` where nothing was answered.
    package var recent: [Double?] = []

    package init() {}
}

extension WebsiteStore {
    /// The present hour has no sum yet, so its single checks are read: by five minutes, in microseconds.
    ///
    /// Part of the statement, since a value bound twice would be two expressions to group by.
    private static let slot: SQL = "300000000"

    /// Open findings and response times since `start` of the websites of one page of a list.
    package func glances(
        of ids: [Website.ID],
        since start: Instant,
        within scope: UnitScope
    ) async throws(WebsiteError) -> [Website.ID: WebsiteGlance] {
        guard !ids.isEmpty else { return [:] }
        let list = SQL.joined(ids.prefix(Self.pageSizeMax).map { "\($0)" }, by: ", ")
        let hour = clock.now().microsecondsSince1970 / CheckRollUp.hour * CheckRollUp.hour
        let websites: SQL = "website.id IN (\(list)) AND \(scope.condition(on: "website.unit_id"))"
        return try await database.read(throwing: WebsiteErrorCode.self) { transaction in
            var glances: [Website.ID: WebsiteGlance] = [:]
            let findings: SQL = """
                SELECT website_id, count(*) FROM website_finding
                WHERE website_id IN (\(list)) AND state <> 'cleared' AND \(scope.condition(on: "unit_id"))
                GROUP BY website_id
                """
            for row in try transaction.query(findings) {
                glances[try row[0], default: WebsiteGlance()].openFindings = try row[1]
            }
            let times: SQL = """
                SELECT website.id, start, answered, sum_ms, checks FROM website
                JOIN website_hour ON website_number = website.number AND start >= \(start) AND start < \(hour)
                WHERE \(websites)
                UNION ALL
                SELECT website.id, at / \(Self.slot) * \(Self.slot), sum(is_answered), sum(total_ms), count(*) FROM website
                JOIN website_check ON website_number = website.number AND at >= \(hour)
                WHERE \(websites) GROUP BY website.id, at / \(Self.slot)
                ORDER BY 1, 2
                """
            for row in try transaction.query(times) {
                let (answered, sum, checks): (Int, Int, Int) = (try row[2], try row[3], try row[4])
                let mean = answered == 0 ? nil : Double(sum) / Double(max(1, checks))
                glances[try row[0], default: WebsiteGlance()].recent.append(mean)
            }
            return glances
        }
    }

    /// What people call these websites; those outside of `scope` are left out.
    package func names(
        of ids: Set<Website.ID>,
        within scope: UnitScope
    ) async throws(WebsiteError) -> [Website.ID: String] {
        guard !ids.isEmpty else { return [:] }
        let list = SQL.joined(ids.sorted().map { "\($0)" }, by: ", ")
        return try await database.read(throwing: WebsiteErrorCode.self) { transaction in
            let rows = try transaction.query(
                "SELECT id, name FROM website WHERE id IN (\(list)) AND \(scope.condition(on: "unit_id"))"
            )
            return Dictionary(try rows.map { (try $0[0], try $0[1]) }) { first, _ in first }
        }
    }
}
