package import Access
import AuditLog
package import Cases
package import Database
package import Datasets
package import Language
import Places
package import WebWatch

/// Something that the program does by itself when something has happened; `docs/where-things-happen.md` lists them.
package protocol Reaction: Sendable {
    /// The topics of the messages that it deals with.
    static var topics: Set<String> { get }

    /// Deals with one message.
    ///
    /// It may come twice, late, or after what it tells of has changed again: whoever deals with it looks at what is
    /// there now, and the second time changes nothing.
    func react(to message: OutboxMessage) async throws
}

/// What reactions act on, and the right to do so.
package struct ReactionHouse: Sendable {
    package let cases: CaseStore
    package let websites: WebsiteStore
    package let datasets: DatasetStore
    /// In which the titles and notes are written that a case keeps.
    package let language: Language
    private let access: SystemAccess

    package init(
        cases: CaseStore,
        websites: WebsiteStore,
        datasets: DatasetStore,
        access: SystemAccess,
        language: Language = .vietnamese
    ) {
        self.cases = cases
        self.websites = websites
        self.datasets = datasets
        self.access = access
        self.language = language
    }

    /// As whom the audit log and timelines know the reactions.
    static let actor = Actor.system("reactions")

    func permit<A: Action>(on unit: Places.Unit.ID) -> Permit<A> { access.permit(Self.actor, on: unit) }
}
