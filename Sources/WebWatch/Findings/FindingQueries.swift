import Database
import Language
package import Places
package import Timekeeping

extension WebsiteStore {
    /// Findings of one page.
    package static let findingsMax = 200

    /// The finding with this id, if its website belongs to a unit within `scope`.
    package func finding(
        _ id: TrackedFinding.ID,
        within scope: UnitScope
    ) async throws(WebsiteError) -> TrackedFinding {
        try await database.read(throwing: WebsiteErrorCode.self) { transaction in
            let row = try transaction.first(
                "SELECT \(TrackedFinding.selected) FROM website_finding WHERE id = \(id)"
            )
            guard let row, case let found = try TrackedFinding(row: row), scope.contains(found.unit) else {
                throw WebsiteError(.notFound, "no such finding within the scope")
            }
            return found
        }
    }

    /// The findings of a website, the newest first; those that are cleared too when asked for.
    package func findings(
        of website: Website.ID,
        within scope: UnitScope,
        withCleared: Bool = false,
        limit: Int = 50
    ) async throws(WebsiteError) -> [TrackedFinding] {
        let states: SQL = withCleared ? "1 = 1" : "state <> 'cleared'"
        let order: SQL = "coalesce(confirmed_at, first_seen_at)"
        return try await findings("website_id = \(website) AND \(states)", by: order, scope, limit)
    }

    /// The newest findings that are confirmed and open, of all websites within `scope`.
    package func newestFindings(
        within scope: UnitScope,
        limit: Int = 20
    ) async throws(WebsiteError) -> [TrackedFinding] {
        // Of all findings these are the ones that an index has in order, so only a page of them is read.
        try await findings(
            "state = 'confirmed' AND severity <> 'information'",
            by: "confirmed_at",
            scope,
            limit
        )
    }

    /// Websites within `scope` with a serious or critical finding that was confirmed since `start` and is open.
    package func incidents(since start: Instant, within scope: UnitScope) async throws(WebsiteError) -> Int {
        let sql: SQL = """
            SELECT count(DISTINCT website_id) FROM website_finding
            WHERE state = 'confirmed' AND confirmed_at >= \(start) AND severity IN ('serious', 'critical')
                AND \(scope.condition(on: "unit_id"))
            """
        return try await database.read(throwing: WebsiteErrorCode.self) { try $0.value(sql) ?? 0 }
    }

    private func findings(
        _ condition: SQL,
        by order: SQL,
        _ scope: UnitScope,
        _ limit: Int
    ) async throws(WebsiteError) -> [TrackedFinding] {
        let size = min(max(limit, 1), Self.findingsMax)
        return try await database.read(throwing: WebsiteErrorCode.self) { transaction in
            try transaction.query(
                """
                SELECT \(TrackedFinding.selected) FROM website_finding
                WHERE \(condition) AND \(scope.condition(on: "unit_id"))
                ORDER BY \(order) DESC, id DESC LIMIT \(size)
                """
            ).map { try TrackedFinding(row: $0) }
        }
    }
}
