import Access
import Cases
package import Database
import Language
import Places
import Timekeeping
import WebWatch

/// A re-check that still found something, or could not read the page, sends the case back to its owner with the reason.
package struct FailedRecheckSendsCaseBack: Reaction {
    package static let topics: Set = [WatchTopic.recheckFailed.rawValue]
    private let house: ReactionHouse

    package init(_ house: ReactionHouse) { self.house = house }

    package func react(to message: OutboxMessage) async throws {
        let told: RecheckMessage = try message.body()
        guard let it = try await house.caseWaiting(for: told, of: try message.subjectID()) else { return }
        var findings: [TrackedFinding] = []
        for id in told.findings.prefix(Self.findingsReadMax).compactMap({ TrackedFinding.ID($0) }) {
            findings.append(try await house.websites.finding(id, within: .everything))
        }
        try await house.sendBack(it, takenAt: told.takenAtInstant, because: told.reason, findings)
    }

    /// More findings than a website can have open.
    static let findingsReadMax = FindingTracker.openMax

    /// Findings that the reason names; the case holds all of them as evidence.
    static let namedMax = 5
    /// Of a page's address in the reason, which has room for 2,000 in all.
    static let addressScalarsMax = 200

    static func reason(
        _ reason: RecheckMessage.Reason,
        _ findings: [TrackedFinding],
        in language: Language
    ) -> String {
        guard reason == .findings, !findings.isEmpty else { return Text.Reaction.unreadable(language) }
        let named = findings.prefix(namedMax).map { tracked in
            "\(tracked.finding.kind.name(language)) (\(tracked.finding.url.prefix(scalars: addressScalarsMax)))"
        }
        return Text.Reaction.stillThere(
            named.joined(separator: "; "),
            others: findings.count - named.count
        )(language)
    }
}

extension ReactionHouse {
    func sendBack(
        _ it: Case,
        takenAt: Instant,
        because reason: RecheckMessage.Reason,
        _ findings: [TrackedFinding]
    ) async throws(CaseError) {
        _ = try await cases.failRecheck(
            it.id,
            takenAt: takenAt,
            reason: FailedRecheckSendsCaseBack.reason(reason, findings, in: language),
            by: permit(on: it.unit)
        )
    }
}
