import Access
import Cases
package import Database
import Language
import Places
import Timekeeping
import WebWatch

/// A finding that a second look has confirmed opens a case of the website's owner, or joins the one that is open for
/// the same trouble; one that grew graver raises it.
///
/// The deadline runs from the message, that is from the confirmation or from when it grew graver. The message's id
/// names the observation, so that it counts once.
package struct ConfirmedFindingOpensCase: Reaction {
    package static let topics: Set = [WatchTopic.findingConfirmed.rawValue]
    private let house: ReactionHouse

    package init(_ house: ReactionHouse) { self.house = house }

    package func react(to message: OutboxMessage) async throws {
        let told: FindingMessage = try message.body()
        let finding = try await house.websites.finding(try message.subjectID(), within: .everything)
        let website = try await house.websites.find(finding.website, within: .everything).website
        let draft = Self.draft(message, severity: told.severity, finding, website, in: house.language)
        guard try await !isOutlived(draft, website.id) else { return }
        _ = try await house.cases.open(draft, by: house.permit(on: website.details.unit))
    }

    static func draft(
        _ message: OutboxMessage,
        severity: Severity,
        _ finding: TrackedFinding,
        _ website: Website,
        in language: Language
    ) -> CaseDraft {
        let trouble = WebsiteTrouble(finding.finding.kind)
        // the name of a website may be as long as a title
        let name = website.details.name.prefix(nameCharactersMax)
        return CaseDraft(
            kind: .website,
            cause: trouble.cause(of: website.id),
            observation: "outbox:\(message.id)",
            subject: CaseSubject(website),
            title: Text.Reaction.title(String(name), trouble.text)(language),
            unit: website.details.unit,
            severity: CaseSeverity(severity),
            detectedAt: message.postedAt,
            evidence: finding.caseEvidence(in: language)
        )
    }

    /// Characters of a website's name in a title, which has room for 300.
    static let nameCharactersMax = 200

    /// Whether a later re-check has closed the case of this trouble: a message that was held up does not open it again.
    private func isOutlived(_ draft: CaseDraft, _ website: Website.ID) async throws -> Bool {
        guard let cause = draft.cause else { return false }
        return try await house.cases(about: website, cause: cause, areOpen: false).contains {
            ($0.passedRecheckTakenAt ?? draft.detectedAt) > draft.detectedAt
        }
    }
}
