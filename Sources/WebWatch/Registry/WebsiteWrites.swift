package import Access
import AuditLog
import Database
import Language
import Places
package import Timekeeping

extension WebsiteStore {
    /// Takes a website into the registry; the watch finds it within seconds.
    package func add(
        _ details: WebsiteDetails,
        by permit: Permit<RegisterWebsite>
    ) async throws(WebsiteError) -> Website {
        let details = try details.checked()
        guard permit.unit == details.unit else {
            throw WebsiteError(.notTheOwner, "the permit is for another unit than the website's")
        }
        return try await write(by: permit) { try $0.add(details) }
    }

    /// Changes what is known of a website; `newOwner` proves that the actor may also give it to another unit.
    package func edit(
        _ id: Website.ID,
        _ details: WebsiteDetails,
        expecting version: Int,
        by permit: Permit<RegisterWebsite>,
        newOwner: Permit<RegisterWebsite>? = nil
    ) async throws(WebsiteError) -> Website {
        let details = try details.checked()
        guard details.unit == permit.unit || details.unit == newOwner?.unit else {
            throw WebsiteError(.notTheOwner, "no permit for the unit that is to own the website")
        }
        return try await write(by: permit) { writer in
            let before = try writer.find(id, ownedBy: permit.unit, expecting: version)
            return try writer.edit(before, details)
        }
    }

    /// Leaves a website alone until `end`, at most ``WebsiteState/pauseDaysMax`` days.
    package func pause(
        _ id: Website.ID,
        until end: Instant,
        by permit: Permit<PauseWebsite>
    ) async throws(WebsiteError) -> Website {
        try await change(id, "website.paused", by: permit) { try $0.state.pause(until: end, at: $1) }
    }

    package func resume(
        _ id: Website.ID,
        by permit: Permit<PauseWebsite>
    ) async throws(WebsiteError) -> Website {
        try await change(id, "website.resumed", by: permit) { website, _ in try website.state.resume() }
    }

    /// Ends the watch for good; what was found stays on record.
    package func retire(
        _ id: Website.ID,
        by permit: Permit<RetireWebsite>
    ) async throws(WebsiteError) -> Website {
        try await change(id, "website.retired", by: permit) { try $0.state.retire(at: $1) }
    }

    /// Takes the responsible person out of the registry and out of what the log keeps.
    ///
    /// The log loses the content of all entries of this website and keeps their commitments, so every proof holds;
    /// an entry with the state that is left follows the one that tells of the erasure.
    package func erasePerson(
        of id: Website.ID,
        by permit: Permit<EraseWebsitePerson>
    ) async throws(WebsiteError) -> Website {
        try await write(by: permit) { writer in
            let before = try writer.find(id, ownedBy: permit.unit, expecting: nil)
            try audit.erase(
                AuditSubject(kind: "website", id: id.description),
                unit: permit.unit.rawValue,
                by: permit.actor,
                at: writer.now,
                in: writer.transaction
            )
            var website = before
            website.details.responsible = nil
            return try writer.save(website, after: before, "website.person-erased")
        }
    }

    private func change<A: Action>(
        _ id: Website.ID,
        _ action: String,
        by permit: Permit<A>,
        _ body: @escaping @Sendable (inout Website, Instant) throws -> Void
    ) async throws(WebsiteError) -> Website {
        try await write(by: permit) { writer in
            let before = try writer.find(id, ownedBy: permit.unit, expecting: nil)
            var website = before
            try body(&website, writer.now)
            return try writer.save(website, after: before, action)
        }
    }

    /// Runs `body` in one transaction, as the permit's actor and at one instant.
    func write<A: Action, T: Sendable>(
        by permit: Permit<A>,
        _ body: @escaping @Sendable (WebsiteWriter) throws -> T
    ) async throws(WebsiteError) -> T {
        try await database.write(throwing: WebsiteErrorCode.self) { transaction in
            try body(
                WebsiteWriter(store: self, transaction: transaction, actor: permit.actor, now: clock.now())
            )
        }
    }
}

extension WebsiteWriter {
    /// Writes other details; what is known of the old address or owner follows.
    func edit(_ before: Website, _ details: WebsiteDetails) throws -> Website {
        if case .retired(let at) = before.state { throw WebsiteError(.retired, "retired at \(at.rfc3339)") }
        var website = before
        website.details = details
        let saved = try save(website, after: before, "website.changed")
        if details.unit != before.details.unit {
            for table in ["website_status", "website_finding", "website_baseline", "website_recheck"] {
                try transaction.execute(
                    "UPDATE \(trusted: table) SET unit_id = \(details.unit) WHERE website_id = \(before.id)"
                )
            }
        }
        if details.address != before.details.address { try forgetPage(of: before) }
        return saved
    }

    /// Another address is another page: what the old one looked like says nothing of it.
    ///
    /// A baseline that a person had accepted leaves an entry that it is gone.
    private func forgetPage(of website: Website) throws {
        let wasAccepted = try transaction.baseline(of: website.id).acceptedBy != nil
        try transaction.execute("DELETE FROM website_baseline WHERE website_id = \(website.id)")
        try transaction.execute(
            """
            UPDATE website_status SET content_hash = NULL, availability = NULL WHERE website_id = \(website.id)
            """
        )
        guard wasAccepted else { return }
        try store.audit.append(
            "website.baseline-gone",
            of: AuditSubject(kind: "website-baseline", id: website.id.description),
            unit: website.details.unit.rawValue,
            content: AuditedTable.gone,
            by: actor,
            at: now,
            in: transaction
        )
    }
}
