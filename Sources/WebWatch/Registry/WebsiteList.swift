import Database
import Language
package import Places
import Timekeeping

/// In which order a list shows its websites.
package enum WebsiteOrder: String, CaseIterable, Hashable, Sendable {
    /// By name, without regard to tones.
    case name
    /// The last added first.
    case newest
    /// Those that stand worst first, and of those by name.
    case worst
}

/// Where the next page begins; its text is opaque to callers.
package struct WebsiteCursor: Hashable, Sendable, CustomStringConvertible {
    package let order: WebsiteOrder
    let number: Int64
    let name: String
    let id: Website.ID

    package var description: String {
        "\(order.rawValue).\(number).\(id).\(name)"
    }

    /// Reads ``description``; `nil` when it is none.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4, let order = WebsiteOrder(rawValue: String(parts[0])),
            let number = Int64(parts[1]), let id = Website.ID(String(parts[2]))
        else { return nil }
        (self.order, self.number, self.name, self.id) = (order, number, String(parts[3]), id)
    }

    init(after found: WatchedWebsite, _ order: WebsiteOrder) {
        self.order = order
        id = found.website.id
        name = order == .newest ? "" : found.website.details.name.folded
        number =
            switch order {
            case .name: 0
            case .newest: found.website.addedAt.microsecondsSince1970
            case .worst: Int64(found.status.health.rawValue)
            }
    }

    /// The rows behind this place.
    var condition: SQL {
        switch order {
        case .name: "(website.search_name, website.id) > (\(name), \(id))"
        case .newest: "(website.added_at, website.id) < (\(number), \(id))"
        case .worst:
            """
            (website_status.health < \(number) OR (website_status.health = \(number)
                AND (website.search_name, website.id) > (\(name), \(id))))
            """
        }
    }
}

/// One page of a list.
package struct WebsitePage: Hashable, Sendable {
    package let websites: [WatchedWebsite]
    /// Of the next page; `nil` after the last one.
    package let next: WebsiteCursor?
    /// Websites on all pages together.
    package let total: Int
}

extension WebsiteStore {
    /// Websites of one page.
    package static let pageSizeMax = 200

    /// The websites within `scope` that `filter` asks for, from behind `cursor` on.
    package func list(
        _ filter: WebsiteFilter = WebsiteFilter(),
        within scope: UnitScope,
        by order: WebsiteOrder = .name,
        after cursor: WebsiteCursor? = nil,
        limit: Int = 50
    ) async throws(WebsiteError) -> WebsitePage {
        guard cursor == nil || cursor?.order == order else {
            throw WebsiteError(.cursorInvalid, "the cursor is of another order")
        }
        let condition = filter.condition(within: scope)
        let size = min(max(limit, 1), Self.pageSizeMax)
        let behind: SQL = cursor.map { " AND \($0.condition)" } ?? ""
        return try await database.read(throwing: WebsiteErrorCode.self) { transaction in
            let total: Int? = try transaction.value(
                "SELECT count(*) FROM \(WatchedWebsite.tables) WHERE \(condition)"
            )
            let rows = try transaction.query(
                """
                SELECT \(WatchedWebsite.selected) FROM \(WatchedWebsite.tables)
                WHERE \(condition)\(behind) ORDER BY \(order.sql) LIMIT \(size + 1)
                """
            )
            let found = try rows.prefix(size).map { try WatchedWebsite(row: $0) }
            let next = rows.count > size ? found.last.map { WebsiteCursor(after: $0, order) } : nil
            return WebsitePage(websites: found, next: next, total: total ?? 0)
        }
    }

    /// How many websites there are within `scope`.
    package func count(within scope: UnitScope) async throws(WebsiteError) -> Int {
        let condition = WebsiteFilter().condition(within: scope)
        return try await database.read(throwing: WebsiteErrorCode.self) { transaction in
            try transaction.value("SELECT count(*) FROM \(WatchedWebsite.tables) WHERE \(condition)") ?? 0
        }
    }
}

extension WebsiteOrder {
    fileprivate var sql: SQL {
        switch self {
        case .name: "website.search_name, website.id"
        case .newest: "website.added_at DESC, website.id DESC"
        case .worst: "website_status.health DESC, website.search_name, website.id"
        }
    }
}
