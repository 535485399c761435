import Access
import Cases
package import Database
import Language
import Places
import Timekeeping
import WebWatch

/// A finding that is gone is noted in the timeline of the open case, which stays open.
///
/// Owners who only delete the page are hit again: the case waits for the root cause and the re-check.
package struct ClearedFindingNotesCase: Reaction {
    package static let topics: Set = [WatchTopic.findingCleared.rawValue]
    private let house: ReactionHouse

    package init(_ house: ReactionHouse) { self.house = house }

    package func react(to message: OutboxMessage) async throws {
        let finding = try await house.websites.finding(try message.subjectID(), within: .everything)
        let cause = WebsiteTrouble(finding.finding.kind).cause(of: finding.website)
        for it in try await house.cases(about: finding.website, cause: cause, areOpen: true) {
            try await house.note(Self.note(finding), in: it, once: Self.sight(finding))
        }
    }

    /// The look that no longer saw this kind: ten findings of one kind that go together are one line.
    static func sight(_ finding: TrackedFinding) -> String {
        let at = (finding.clearedAt ?? finding.lastSeenAt).microsecondsSince1970
        return "cleared:\(finding.finding.kind.rawValue):\(at)"
    }

    static func note(_ finding: TrackedFinding) -> Text {
        .Reaction.cleared(finding.finding.kind.name, url: finding.finding.url.prefix(scalars: urlScalarsMax))
    }

    /// Of the page's address in a note, so that a hostile one cannot fill the timeline.
    static let urlScalarsMax = 200
}

extension ReactionHouse {
    /// Writes into the timeline of a case, once for the same occasion.
    func note(_ text: Text, in it: Case, once occasion: String) async throws(CaseError) {
        _ = try await cases.note(
            it.id,
            text(language),
            observation: "\(it.id):\(occasion)",
            by: permit(on: it.unit)
        )
    }
}

extension String {
    /// The first scalars: one character can be any number of them.
    func prefix(scalars count: Int) -> String {
        String(String.UnicodeScalarView(unicodeScalars.prefix(count)))
    }
}
