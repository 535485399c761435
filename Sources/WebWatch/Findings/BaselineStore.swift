package import Access
package import AuditLog
import Database
import Language
package import Places
import Timekeeping

/// The baseline of a website, and what could take its place.
package struct KeptBaseline: Hashable, Sendable {
    /// `nil` until a good deep check, or a person, made one.
    package var baseline: Baseline?
    /// Who accepted it; `nil` when it was learned.
    package var acceptedBy: Actor?
    /// The page as a deep check saw it last, when it then differed from what is right.
    package var candidate: Baseline?

    package init(baseline: Baseline? = nil, acceptedBy: Actor? = nil, candidate: Baseline? = nil) {
        self.baseline = baseline
        self.acceptedBy = acceptedBy
        self.candidate = candidate
    }
}

extension WebsiteStore {
    /// How the verifier reads a baseline that a person has accepted.
    package static let auditedBaselines = AuditedTable(
        subjectKind: "website-baseline",
        ids: "SELECT website_id AS subject_id FROM website_baseline WHERE accepted_by IS NOT NULL"
    ) { id, transaction in
        let text: String? = try transaction.value(
            "SELECT baseline FROM website_baseline WHERE website_id = \(id) AND accepted_by IS NOT NULL"
        )
        return text.map { Array($0.utf8) } ?? AuditedTable.gone
    }

    package func baseline(
        of website: Website.ID,
        within scope: UnitScope
    ) async throws(WebsiteError) -> KeptBaseline {
        let kept = try await database.read(throwing: WebsiteErrorCode.self) { transaction in
            (
                try transaction.website(where: "id = \(website)")?.details.unit,
                try transaction.baseline(of: website)
            )
        }
        guard let unit = kept.0, scope.contains(unit) else {
            throw WebsiteError(.notFound, "no such website within the scope")
        }
        return kept.1
    }

    /// Says that the page is right as the last deep check saw it, and asks for a check that clears what it explains.
    ///
    /// - Throws: ``WebsiteErrorCode/nothingToAccept`` when the page is as its baseline, or was never seen.
    package func acceptBaseline(
        of website: Website.ID,
        by permit: Permit<AcceptBaseline>
    ) async throws(WebsiteError) -> Baseline {
        try await write(by: permit) { writer in
            _ = try writer.find(website, ownedBy: permit.unit, expecting: nil)
            guard let candidate = try writer.transaction.baseline(of: website).candidate else {
                throw WebsiteError(.nothingToAccept, "no deep check saw another page")
            }
            let text = try json(candidate)
            try writer.transaction.execute(
                """
                UPDATE website_baseline SET baseline = \(text), accepted_by = \(permit.actor.code), candidate = NULL
                WHERE website_id = \(website)
                """
            )
            try audit.append(
                "website.baseline-accepted",
                of: AuditSubject(kind: "website-baseline", id: website.description),
                unit: permit.unit.rawValue,
                content: [UInt8](text.utf8),
                by: permit.actor,
                at: writer.now,
                in: writer.transaction
            )
            try writer.transaction.askForRecheck(of: website, permit.unit, forCase: nil, at: writer.now)
            return candidate
        }
    }
}

extension Transaction {
    func baseline(of website: Website.ID) throws(DatabaseError) -> KeptBaseline {
        guard
            let row = try first(
                "SELECT baseline, accepted_by, candidate FROM website_baseline WHERE website_id = \(website)"
            )
        else { return KeptBaseline() }
        let actor: String? = try row[1]
        return KeptBaseline(
            baseline: try row.decoded(0),
            acceptedBy: actor.flatMap { Actor(code: $0) },
            candidate: try row.decoded(2)
        )
    }

    /// Keeps the page as a deep check saw it: as the baseline, or as what could be accepted.
    func keep(
        _ page: Baseline,
        asBaseline: Bool,
        of website: Website.ID,
        _ unit: Places.Unit.ID
    ) throws(DatabaseError) {
        let text = try json(page)
        let (baseline, candidate): (String?, String?) = asBaseline ? (text, nil) : (nil, text)
        let replaced: SQL = asBaseline ? "baseline = excluded.baseline, " : ""
        try execute(
            """
            INSERT INTO website_baseline (website_id, unit_id, baseline, candidate)
            VALUES (\(website), \(unit), \(baseline), \(candidate))
            ON CONFLICT (website_id) DO UPDATE SET \(replaced)candidate = excluded.candidate
            """
        )
    }

    /// Says that the page is as its baseline, so there is nothing to accept.
    func forgetCandidate(of website: Website.ID) throws(DatabaseError) {
        try execute(
            "UPDATE website_baseline SET candidate = NULL WHERE website_id = \(website) AND candidate IS NOT NULL"
        )
    }

    /// Asks the watch for a deep check of the website as soon as its host allows.
    func askForRecheck(
        of website: Website.ID,
        _ unit: Places.Unit.ID,
        forCase id: String?,
        kinds: Set<CheckKind> = [],
        at now: Instant
    ) throws(DatabaseError) {
        try execute(
            """
            INSERT INTO website_recheck (website_id, case_id, unit_id, kinds, asked_at)
            VALUES (\(website), \(id ?? ""), \(unit), \(kinds.map(\.rawValue).sorted().joined(separator: ",")), \(now))
            ON CONFLICT (website_id, case_id) DO UPDATE SET asked_at = excluded.asked_at, kinds = excluded.kinds
            """
        )
    }
}
