import Database
import Language
package import Places
import Timekeeping

/// What the board shows of the websites at one moment.
package struct WatchStatistics: Hashable, Sendable {
    package struct OfUnit: Hashable, Sendable {
        package var websites = 0
        package var worst = WebsiteHealth.unchecked
    }

    package var watched = 0
    package var paused = 0
    package var retired = 0
    /// Watched websites that no check has ended for yet.
    package var neverChecked = 0
    /// Watched websites by how they stand.
    package var byHealth: [WebsiteHealth: Int] = [:]
    /// Only units that have a watched website.
    package var byUnit: [Places.Unit.ID: OfUnit] = [:]

    package init() {}

    /// Watched websites that harm visitors or are in the hands of somebody else.
    package var incidents: Int { (byHealth[.serious] ?? 0) + (byHealth[.critical] ?? 0) }

    fileprivate mutating func add(
        _ unit: Places.Unit.ID,
        _ state: String,
        _ health: WebsiteHealth,
        count: Int,
        unchecked: Int
    ) {
        switch state {
        case "paused": paused += count
        case "retired": retired += count
        default:
            watched += count
            neverChecked += unchecked
            byHealth[health, default: 0] += count
            var one = byUnit[unit] ?? OfUnit()
            one.websites += count
            one.worst = max(one.worst, health)
            byUnit[unit] = one
        }
    }
}

extension WebsiteStore {
    /// The websites within `scope`, counted by state, by how they stand and by unit.
    ///
    /// How many checks start on time is the running watch's to say: ``WatchService/punctuality``.
    package func statistics(within scope: UnitScope) async throws(WebsiteError) -> WatchStatistics {
        try await database.read(throwing: WebsiteErrorCode.self) { transaction in
            let rows = try transaction.query(
                """
                SELECT website.unit_id, website.state, website_status.health, count(*),
                    sum(CASE WHEN light_at IS NULL AND deep_at IS NULL THEN 1 ELSE 0 END)
                FROM \(WatchedWebsite.tables) WHERE \(scope.condition(on: "website.unit_id"))
                GROUP BY website.unit_id, website.state, website_status.health
                """
            )
            var statistics = WatchStatistics()
            for row in rows {
                guard let health = WebsiteHealth(rawValue: try row[2]) else { throw row.unexpected(2) }
                statistics.add(try row[0], try row[1], health, count: try row[3], unchecked: try row[4])
            }
            return statistics
        }
    }
}
