import Access
import AuditLog
import Cases
import Language
import Places
import Serving

/// What somebody may do with a case now: what its state allows and the reader's role permits.
struct CaseChoices: Sendable {
    let house: ConsoleHouse

    func actions(on it: Case, for visitor: Visitor) async -> [CaseModel.Action] {
        var actions = steps(on: it, for: visitor)
        if it.state.isOpen, may(AssignCase.self, it, visitor) {
            let people = await house.people(it.unit).map { (id: $0.actor.code, name: $0.name) }
            if !people.isEmpty { actions.append(.assign(people: people)) }
        }
        if it.state.isOpen, may(CommentCase.self, it, visitor) { actions.append(.comment) }
        if it.state.isOpen, may(WorkOnCase.self, it, visitor) { actions.append(.attach) }
        return actions
    }

    /// Whether `it` may be one of two cases that are related; also after its end, for what was noticed later.
    func mayRelate(_ it: Case, _ visitor: Visitor) -> Bool { may(WorkOnCase.self, it, visitor) }

    private func steps(on it: Case, for visitor: Visitor) -> [CaseModel.Action] {
        var actions: [CaseModel.Action] = []
        let kind = it.state.kind
        if kind == .new, may(AcceptCase.self, it, visitor) { actions.append(.accept) }
        if kind == .accepted, may(WorkOnCase.self, it, visitor) { actions.append(.start) }
        if kind == .inProgress, may(WorkOnCase.self, it, visitor) {
            actions.append(
                .answer(
                    causes: RootCause.listed.map { ($0.code, $0.text) } + [(RootCause.otherCode, .otherCause)]
                )
            )
        }
        actions += decisions(on: it, for: visitor)
        if [.new, .accepted, .inProgress].contains(kind), may(RefuseCase.self, it, visitor) {
            actions.append(.refuse)
        }
        return actions
    }

    /// What a leader, or the unit above, decides.
    private func decisions(on it: Case, for visitor: Visitor) -> [CaseModel.Action] {
        switch it.state {
        case .answered, .verifying:
            guard may(CloseCase.self, it, visitor) else { return [] }
            return it.kind == .website ? [.sendBack] : [.close, .sendBack]
        case .refused where it.state.isOpen:
            let above = house.cases.unitAbove(it.unit)
            let mayDecide =
                (try? house.access.permit(visitor.principal, to: DecideRefusal.self, on: above)) != nil
            return mayDecide ? [.confirmRefusal, .overruleRefusal] : []
        case .new, .accepted, .inProgress, .refused, .closed: return []
        }
    }

    private func may<A: Action>(_ action: A.Type, _ it: Case, _ visitor: Visitor) -> Bool {
        (try? house.access.permit(visitor.principal, to: action, on: it.unit)) != nil
    }
}
