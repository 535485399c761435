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
        guard it.kind == .website, case .answered = it.state else { return }
        guard let website = try await house.watchedWebsite(of: it) else {
            return try await house.note(.Reaction.recheckImpossible, in: it, once: "outbox:\(message.id)")
        }
        try await house.requestRecheck(of: website, for: it)
        _ = try await house.cases.beginVerifying(it.id, by: house.permit(on: it.unit))
    }
}

extension ReactionHouse {
    /// Asks the watch to look for what the case is about.
    func requestRecheck(of website: Website, for it: Case) async throws(WebsiteError) {
        try await websites.requestRecheck(
            of: website.id,
            forCase: it.id.description,
            kinds: it.checkKinds,
            by: permit(on: website.details.unit)
        )
    }
}
