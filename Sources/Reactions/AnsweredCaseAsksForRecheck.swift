import Access
import Cases
package import Database
import Language
import Places
import Timekeeping
import WebWatch

/// When the owner of a website's case has answered, the watch is asked to look again, and the case is verifying.
///
/// The check is asked for first: a crash between the two asks twice, which only moves the time after which it counts.
package struct AnsweredCaseAsksForRecheck: Reaction {
    package static let topics: Set = [CaseTopic.answered.rawValue]
    private let house: ReactionHouse

    package init(_ house: ReactionHouse) { self.house = house }

    package func react(to message: OutboxMessage) async throws {
        let it = try await house.cases.find(try message.subjectID(), within: .everything)
        guard it.kind == .website, case .answered(let answer) = it.state else { return }
        guard let website = try await website(of: it) else {
            return try await house.add(Self.note(message, answer, in: house.language), to: it)
        }
        try await house.websites.requestRecheck(
            of: website.id,
            forCase: it.id.description,
            kinds: it.checkKinds,
            by: house.permit(on: website.details.unit)
        )
        _ = try await house.cases.beginVerifying(it.id, by: house.permit(on: it.unit))
    }

    /// The website, if the watch still looks at it: a case may outlive it, and a person may name any subject.
    private func website(of it: Case) async throws -> Website? {
        guard let id = it.website else { return nil }
        do throws(WebsiteError) {
            let website = try await house.websites.find(id, within: .everything).website
            if case .retired = website.state { return nil }
            return website
        } catch {
            guard error.code == .notFound else { throw error }
            return nil
        }
    }

    static func note(_ message: OutboxMessage, _ answer: CaseAnswer, in language: Language) -> CaseEvidence {
        CaseEvidence(
            kind: "recheck-impossible",
            quote: Text.Reaction.recheckImpossible(language),
            takenAt: message.postedAt,
            detail: #"{"message":\#(message.id)}"#
        )
    }
}
