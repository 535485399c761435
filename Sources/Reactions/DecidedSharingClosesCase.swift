import Access
import Cases
package import Database
import Datasets
import Language
import Places
import Timekeeping

/// When the owner of a dataset has decided about a request to share it, the case closes with the decision as its answer.
///
/// The case is brought there step by step, from wherever people have left it; a second time finds it closed.
package struct DecidedSharingClosesCase: Reaction {
    package static let topics: Set = [SharingTopic.decided.rawValue]
    private let house: ReactionHouse

    package init(_ house: ReactionHouse) { self.house = house }

    package func react(to message: OutboxMessage) async throws {
        let id: SharingRequest.ID = try message.subjectID()
        let request = try await house.datasets.sharingRequest(id, within: .everything)
        guard request.state != .pending, var it = try await house.openCase(about: request) else { return }
        let decision = Self.decision(request)(house.language)
        while it.state.isOpen {
            switch it.state {
            case .new: it = try await house.accept(it)
            case .accepted: it = try await house.start(it)
            case .inProgress: it = try await house.answer(it, decision)
            case .answered, .verifying: it = try await house.approve(it)
            // A leader has refused the case; the unit above decides about that.
            case .refused, .closed: return
            }
        }
    }

    static func decision(_ request: SharingRequest) -> Text {
        if let end = request.ending, end.revoked == nil {
            return .Reaction.sharingRefused(reason: end.reason, legalBasis: end.legalBasis ?? "")
        }
        guard let terms = request.granted else { return .Reaction.sharingEnded }
        return .Reaction.sharingGranted(
            .Reaction.sharingTerms(
                fields: terms.fields.map(\.text).joined(separator: ", "),
                unit: terms.unit.rawValue,
                purpose: terms.purpose,
                legalBasis: terms.legalBasis,
                from: terms.from.iso8601,
                until: terms.until.iso8601
            )
        )
    }
}

extension ReactionHouse {
    fileprivate func openCase(about request: SharingRequest) async throws(CaseError) -> Case? {
        var filter = CaseFilter()
        filter.subject = (kind: SharingRequestOpensCase.subjectKind, id: request.id.description)
        filter.isOpen = true
        let found = try await cases.list(filter, countMax: CaseStore.pageMax, within: .everything).cases
        return found.first { $0.cause == SharingRequestOpensCase.cause(of: request.id) }
    }

    fileprivate func accept(_ it: Case) async throws(CaseError) -> Case {
        try await cases.accept(it.id, expecting: nil, by: permit(on: it.unit))
    }

    fileprivate func start(_ it: Case) async throws(CaseError) -> Case {
        try await cases.start(it.id, expecting: nil, by: permit(on: it.unit))
    }

    fileprivate func answer(_ it: Case, _ decision: String) async throws(CaseError) -> Case {
        // The texts of a decision may be as long as what a case takes.
        let done = decision.prefix(scalars: decisionScalarsMax)
        return try await cases.answer(
            it.id,
            rootCause: nil,
            whatWasDone: done,
            expecting: nil,
            by: permit(on: it.unit)
        )
    }

    fileprivate func approve(_ it: Case) async throws(CaseError) -> Case {
        try await cases.approve(it.id, expecting: nil, by: permit(on: it.unit))
    }

    /// Within what a case takes for an answer, 10,000 characters.
    private var decisionScalarsMax: Int { 8_000 }
}
