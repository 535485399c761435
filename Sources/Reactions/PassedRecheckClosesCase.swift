import Access
import Cases
package import Database
import Places
import Timekeeping
import WebWatch

/// A re-check that found the website clean closes the case for which it was asked.
///
/// Only if it was of the case's own website, began after the answer, and nothing of what the case is about has been
/// seen: whoever may ask for checks may ask for one of fewer kinds.
package struct PassedRecheckClosesCase: Reaction {
    package static let topics: Set = [WatchTopic.recheckPassed.rawValue]
    private let house: ReactionHouse

    package init(_ house: ReactionHouse) { self.house = house }

    package func react(to message: OutboxMessage) async throws {
        let told: RecheckMessage = try message.body()
        let website: Website.ID = try message.subjectID()
        guard let it = try await house.caseWaiting(for: told, of: website) else { return }
        let left = try await house.websites.findings(
            of: website,
            within: .everything,
            limit: WebsiteStore.findingsMax
        ).filter { Self.stands($0, inTheWayOf: it) }
        guard left.isEmpty else {
            return try await house.sendBack(it, takenAt: told.takenAtInstant, because: .findings, left)
        }
        _ = try await house.cases.passRecheck(
            it.id,
            takenAt: told.takenAtInstant,
            by: house.permit(on: it.unit)
        )
    }

    static func stands(_ finding: TrackedFinding, inTheWayOf it: Case) -> Bool {
        finding.state != .cleared && finding.finding.severity > .information
            && it.checkKinds.contains(finding.finding.kind)
    }
}
