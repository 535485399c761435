import AuditLog
import Database
import Language
import Places
import Timekeeping

/// What the messages of the watch say beyond their topic and subject.
package struct FindingMessage: Hashable, Sendable, Codable {
    package var website: String
    package var unit: String
    package var kind: CheckKind
    package var severity: Severity
    package var fingerprint: String
    /// Microseconds since 1970.
    package var firstSeenAt: Int64
}

package struct RecheckMessage: Hashable, Sendable, Codable {
    package enum Reason: String, Hashable, Sendable, Codable { case clean, findings, unreadable }

    package var unit: String
    /// For which it was asked; `nil` when nobody named one.
    package var forCase: String?
    package var reason: Reason
    /// The findings that stand in the way, by id.
    package var findings: [String]
    /// When the check began, in microseconds since 1970.
    package var takenAt: Int64
}

package enum WatchTopic: String, CaseIterable, Sendable {
    /// The subject is the finding; comes again when it grows graver.
    case findingConfirmed = "website.finding-confirmed"
    case findingCleared = "website.finding-cleared"
    /// The subject is the website.
    case recheckPassed = "website.recheck-passed"
    case recheckFailed = "website.recheck-failed"
}

/// Writes what checks have found out, many at a time in one transaction.
struct WatchRecorder: Sendable {
    let database: any Database
    let ids: IDMaker
    let clock: WallClock

    /// Returns the websites that deserve a second look at once.
    func write(_ reports: [CheckReport]) async throws -> Set<Website.ID> {
        try await database.write { transaction in
            var suspected: Set<Website.ID> = []
            for report in reports {
                let writing = ReportWriting(
                    transaction: transaction,
                    ids: ids,
                    now: clock.now(),
                    report: report
                )
                if try writing.write() { suspected.insert(report.site.id) }
            }
            return suspected
        }
    }
}

/// The writing of one report.
private struct ReportWriting {
    let transaction: any Transaction
    let ids: IDMaker
    let now: Instant
    let report: CheckReport

    private var id: Website.ID { report.site.id }

    /// Returns whether a second look should follow.
    func write() throws -> Bool {
        guard let website = try transaction.website(where: "id = \(id)") else { return false }
        let unit = website.details.unit
        try report.result.insert(website: report.site.number, unit, in: transaction)
        // Between the fetch and now the website may have got another address, or may be watched no more.
        guard website.details.address.url == report.site.url, website.state.isWatched(at: now) else {
            return false
        }
        let rechecks = try dueRechecks()
        var open = try transaction.openFindings(of: id)
        var isSuspect = false
        if var look = report.look {
            look.isRecheck = !rechecks.isEmpty && report.isConclusive
            let changes = FindingTracker.changes(open, look, at: report.result.at)
            isSuspect = changes.contains(where: \.wantsSecondLook)
            try record(changes, unit)
            // Nearly every light check changes nothing, and its row is to stay cheap.
            if !changes.isEmpty { open = try transaction.openFindings(of: id) }
        }
        if let page = report.page { try record(page, open, unit) }
        try updateStatus(open)
        for recheck in rechecks { try answer(recheck, open, unit) }
        return isSuspect
    }

    // MARK: - Findings

    private func record(_ changes: [FindingTracker.Change], _ unit: Places.Unit.ID) throws {
        for change in changes {
            switch change {
            case .began(let finding, let isConfirmed):
                var new = TrackedFinding(
                    id: ids.make(),
                    website: id,
                    unit: unit,
                    finding: finding,
                    at: report.result.at
                )
                if isConfirmed { (new.state, new.confirmedAt) = (.confirmed, report.result.at) }
                try new.insert(in: transaction)
                if isConfirmed { try post(.findingConfirmed, new) }
            case .confirmed(let finding):
                try finding.update(in: transaction)
                try post(.findingConfirmed, finding)
            case .seen(let finding, let isWorse):
                try finding.update(in: transaction)
                if isWorse { try post(.findingConfirmed, finding) }
            case .missed(let finding): try finding.update(in: transaction)
            case .cleared(let finding):
                try finding.update(in: transaction)
                if finding.confirmedAt != nil { try post(.findingCleared, finding) }
            }
        }
    }

    /// What is only worth reading opens no case, so nobody is told.
    private func post(_ topic: WatchTopic, _ finding: TrackedFinding) throws {
        guard finding.finding.severity > .information else { return }
        let message = FindingMessage(
            website: id.description,
            unit: finding.unit.rawValue,
            kind: finding.finding.kind,
            severity: finding.finding.severity,
            fingerprint: finding.finding.fingerprint,
            firstSeenAt: finding.firstSeenAt.microsecondsSince1970
        )
        try Outbox.post(
            topic.rawValue,
            subject: finding.id.description,
            body: try json(message),
            at: now,
            in: transaction
        )
    }

    // MARK: - Baseline and status

    /// The first page without a complaint is learned; later ones that have some may be accepted by a person.
    private func record(_ page: Baseline, _ open: [TrackedFinding], _ unit: Places.Unit.ID) throws {
        let isGood = !open.contains { $0.finding.severity > .information }
        let hasBaseline = try transaction.baseline(of: id).baseline != nil
        if isGood {
            if hasBaseline {
                try transaction.forgetCandidate(of: id)
            } else {
                try transaction.keep(page, asBaseline: true, of: id, unit)
            }
        } else {
            try transaction.keep(page, asBaseline: false, of: id, unit)
        }
    }

    private func updateStatus(_ open: [TrackedFinding]) throws {
        let result = report.result
        let worst = open.filter { $0.state == .confirmed }.map(\.finding.severity).max()
        let checkedAt: SQL = result.kind == .deep ? "deep_at" : "light_at"
        let health = report.look.map { _ in WebsiteHealth(worst: worst) }
        let certificate = try report.certificate.map { try json($0) }
        try transaction.execute(
            """
            UPDATE website_status SET \(checkedAt) = \(result.at), health = \(sql(health)),
                outcome = \(result.status.map(String.init) ?? result.failure), total_ms = \(result.totalMilliseconds),
                content_hash = \(report.site.contentHash.map { Int64(bitPattern: $0) }),
                certificate = coalesce(\(certificate), certificate),
                availability = \(try json(report.site.availability))
            WHERE website_id = \(id)
            """
        )
    }

    /// A light check cannot say that all is well with a website of which no deep check has ended.
    private func sql(_ health: WebsiteHealth?) -> SQL {
        guard let health else { return "health" }
        guard health == .good, report.order.kind == .light else { return "\(health.rawValue)" }
        return "CASE health WHEN \(WebsiteHealth.unchecked.rawValue) THEN health ELSE \(health.rawValue) END"
    }

    // MARK: - Re-checks

    private struct Recheck {
        let forCase: String
        let kinds: Set<CheckKind>
    }

    /// Those that this check answers: a deep one that began after it was asked for and came to an end.
    private func dueRechecks() throws -> [Recheck] {
        switch report.end {
        case .answered, .failed: break
        case .askedToWait, .unknown: return []
        }
        guard report.order.kind == .deep else { return [] }
        return try transaction.query(
            """
            SELECT case_id, kinds FROM website_recheck WHERE website_id = \(id) AND asked_at <= \(report.result.at)
            """
        ).map { row in
            let kinds: String = try row[1]
            return Recheck(
                forCase: try row[0],
                kinds: Set(kinds.split(separator: ",").compactMap { CheckKind(rawValue: String($0)) })
            )
        }
    }

    private func answer(_ recheck: Recheck, _ open: [TrackedFinding], _ unit: Places.Unit.ID) throws {
        let left = open.filter {
            $0.finding.severity > .information
                && (recheck.kinds.isEmpty || recheck.kinds.contains($0.finding.kind))
        }
        let isClean = left.isEmpty && report.isConclusive
        let message = RecheckMessage(
            unit: unit.rawValue,
            forCase: recheck.forCase.isEmpty ? nil : recheck.forCase,
            reason: isClean ? .clean : left.isEmpty ? .unreadable : .findings,
            findings: left.map(\.id.description),
            takenAt: report.result.at.microsecondsSince1970
        )
        try Outbox.post(
            (isClean ? WatchTopic.recheckPassed : .recheckFailed).rawValue,
            subject: id.description,
            body: try json(message),
            at: now,
            in: transaction
        )
        try transaction.execute(
            "DELETE FROM website_recheck WHERE website_id = \(id) AND case_id = \(recheck.forCase)"
        )
    }
}
