import Access
import Cases
package import Database
import Language
import Places
import Timekeeping
import WebWatch

/// A finding that is gone is noted in the open case, which stays open.
///
/// Owners who only delete the page are hit again: the case waits for the root cause and the re-check. The note is
/// evidence, which a case keeps once.
package struct ClearedFindingNotesCase: Reaction {
    package static let topics: Set = [WatchTopic.findingCleared.rawValue]
    private let house: ReactionHouse

    package init(_ house: ReactionHouse) { self.house = house }

    package func react(to message: OutboxMessage) async throws {
        let finding = try await house.websites.finding(try message.subjectID(), within: .everything)
        let note = Self.note(message, finding, in: house.language)
        let cause = WebsiteTrouble(finding.finding.kind).cause(of: finding.website)
        for it in try await house.cases(about: finding.website, cause: cause, areOpen: true) {
            try await house.add(note, to: it)
        }
    }

    static func note(
        _ message: OutboxMessage,
        _ finding: TrackedFinding,
        in language: Language
    ) -> CaseEvidence {
        finding.evidence(
            quote: Text.Reaction.cleared(finding.finding.kind.name)(language),
            at: message.postedAt,
            FindingDetail(finding: finding.id.description, message: message.id)
        )
    }
}

extension ReactionHouse {
    /// Adds a note; a case that holds no more evidence does without.
    func add(_ note: CaseEvidence, to it: Case) async throws(CaseError) {
        do throws(CaseError) {
            _ = try await cases.addEvidence([note], to: it.id, by: permit(on: it.unit))
        } catch {
            guard error.code == .evidenceFull else { throw error }
        }
    }
}
