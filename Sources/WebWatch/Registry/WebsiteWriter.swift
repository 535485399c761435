import AuditLog
import Database
import Language
import Places
import Timekeeping

/// The steps that the writes of the registry share, inside one transaction.
struct WebsiteWriter {
    let store: WebsiteStore
    let transaction: any Transaction
    let actor: Actor
    let now: Instant

    /// The website, if it belongs to `unit` and has not changed since the caller saw it.
    ///
    /// Another unit's website answers as one that does not exist.
    func find(_ id: Website.ID, ownedBy unit: Places.Unit.ID, expecting version: Int?) throws -> Website {
        guard let website = try transaction.website(where: "id = \(id)"), website.details.unit == unit else {
            throw WebsiteError(.notFound, "no such website in the unit of the permit")
        }
        guard version == nil || version == website.version else {
            throw WebsiteError(.changedMeanwhile, "the website has another version than the caller saw")
        }
        return website
    }

    func add(_ details: WebsiteDetails) throws -> Website {
        let website = Website(id: store.ids.make(), details: details, addedAt: now)
        let columns = website.columns
        let names = columns.map(\.name).joined(separator: ", ")
        let values = SQL.joined(columns.map { "\($0.value)" }, by: ", ")
        try naming {
            try transaction.execute(
                """
                INSERT INTO website (number, revision, \(trusted: names))
                VALUES ((SELECT coalesce(max(number), 0) + 1 FROM website), \(Self.nextRevision), \(values))
                """
            )
        }
        try transaction.execute(
            """
            INSERT INTO website_status (website_id, unit_id, health)
            VALUES (\(website.id), \(details.unit), \(WebsiteHealth.unchecked.rawValue))
            """
        )
        try audit(website, "website.added")
        return website
    }

    func save(_ changed: Website, after before: Website, _ action: String) throws -> Website {
        var website = changed
        website.version = before.version + 1
        website.changedAt = now
        let columns = website.columns.dropFirst()
        let assignments = SQL.joined(columns.map { "\(trusted: $0.name) = \($0.value)" }, by: ", ")
        try naming {
            try transaction.execute(
                "UPDATE website SET revision = \(Self.nextRevision), \(assignments) WHERE id = \(website.id)"
            )
        }
        try audit(website, action)
        return website
    }

    func audit(_ website: Website, _ action: String) throws {
        try store.audit.append(
            action,
            of: AuditSubject(kind: "website", id: website.id.description),
            unit: website.details.unit.rawValue,
            content: try website.auditContent,
            by: actor,
            at: now,
            in: transaction
        )
    }

    /// By which the watch sees what has changed since it looked last.
    private static let nextRevision: SQL = "(SELECT coalesce(max(revision), 0) + 1 FROM website)"

    /// Turns a refusal of the schema into the error that says what to do.
    private func naming(_ body: () throws -> Void) throws {
        do { try body() } catch let error as DatabaseError {
            switch error.kind {
            case .unique: throw WebsiteError(.addressTaken, "another website has the address", cause: error)
            case .foreignKey: throw WebsiteError(.unitUnknown, "no unit has the id", cause: error)
            default: throw error
            }
        }
    }
}
