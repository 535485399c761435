import Access
package import AuditLog
package import Database
import Language
package import Places
package import Timekeeping

/// Keeps the websites and what the watch finds out about them.
///
/// Each write of a person is one transaction with exactly one audit entry.
package struct WebsiteStore: Sendable {
    let database: any Database
    let audit: AuditLog
    let clock: WallClock
    let ids: IDMaker

    package init(database: any Database, audit: AuditLog, clock: WallClock, ids: IDMaker) {
        self.database = database
        self.audit = audit
        self.clock = clock
        self.ids = ids
    }

    /// How the verifier reads a website; asking for a check tells nothing of its state.
    package static let auditedTable = AuditedTable(
        subjectKind: "website",
        ids: "SELECT id AS subject_id FROM website",
        passiveActions: ["website.recheck-requested"]
    ) { id, transaction in
        guard let id = Website.ID(id) else { return nil }
        return try transaction.website(where: "id = \(id)")?.auditContent
    }

    /// The website with this id and how it stands, if it belongs to a unit within `scope`.
    ///
    /// - Throws: ``WebsiteErrorCode/notFound`` also when it exists elsewhere.
    package func find(_ id: Website.ID, within scope: UnitScope) async throws(WebsiteError) -> WatchedWebsite
    {
        try await database.read(throwing: WebsiteErrorCode.self) { transaction in
            let row = try transaction.first(
                "SELECT \(WatchedWebsite.selected) FROM \(WatchedWebsite.tables) WHERE website.id = \(id)"
            )
            guard let row, case let found = try WatchedWebsite(row: row),
                scope.contains(found.website.details.unit)
            else { throw WebsiteError(.notFound, "no such website within the scope") }
            return found
        }
    }
}

/// A website with how it stands.
package struct WatchedWebsite: Hashable, Sendable {
    package let website: Website
    package let status: WebsiteStatus

    static let selected: SQL = "\(Website.selected), \(WebsiteStatus.selected)"
    static let tables: SQL = "website JOIN website_status ON website_status.website_id = website.id"
    /// Columns of ``Website/selected``, behind which those of the status begin.
    private static let websiteColumns = 18

    package init(website: Website, status: WebsiteStatus) {
        self.website = website
        self.status = status
    }

    init(row: Row) throws(DatabaseError) {
        website = try Website(row: row)
        status = try WebsiteStatus(row: row, from: Self.websiteColumns)
    }
}

extension Transaction {
    func website(where condition: SQL) throws(DatabaseError) -> Website? {
        guard let row = try first("SELECT \(Website.selected) FROM website WHERE \(condition)") else {
            return nil
        }
        return try Website(row: row)
    }
}
