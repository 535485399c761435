import Access
import Language
import Places
import Serving
import WebWatch

/// What somebody may do with websites: what the state allows and the reader's role permits.
struct WebsiteChoices: Sendable {
    let house: ConsoleHouse

    func acts(on website: Website, hasCandidate: Bool, for visitor: Visitor) -> Set<WebsiteModel.Act> {
        let unit = website.details.unit
        var acts: Set<WebsiteModel.Act> = []
        if case .retired = website.state { return acts }
        if may(RecheckWebsite.self, unit, visitor) { acts.insert(.check) }
        if may(RegisterWebsite.self, unit, visitor) { acts.insert(.edit) }
        if may(RetireWebsite.self, unit, visitor) { acts.insert(.retire) }
        if hasCandidate, may(AcceptBaseline.self, unit, visitor) { acts.insert(.acceptBaseline) }
        if may(PauseWebsite.self, unit, visitor) {
            if case .paused = website.state { acts.insert(.resume) } else { acts.insert(.pause) }
        }
        return acts
    }

    /// Whether there is any unit for which the reader may register websites.
    func mayRegister(_ visitor: Visitor) -> Bool {
        house.access.scope(of: visitor.principal, to: RegisterWebsite.self) != .units([])
    }

    /// Somebody who may register websites somewhere; others are told so before they fill anything in.
    func registrar(_ context: SenContext) throws -> Visitor {
        let visitor = try context.signedIn()
        guard mayRegister(visitor) else {
            throw AccessError(.forbidden, "no role of the visitor registers websites")
        }
        return visitor
    }

    /// The units for which the reader may register websites, in the order of the tree.
    func unitsToRegister(_ visitor: Visitor) -> [Places.Unit] {
        let scope = house.access.scope(of: visitor.principal, to: RegisterWebsite.self)
        return house.tree().units.filter { scope.contains($0.id) }
    }

    private func may<A: Action>(_ action: A.Type, _ unit: Places.Unit.ID, _ visitor: Visitor) -> Bool {
        (try? house.access.permit(visitor.principal, to: action, on: unit)) != nil
    }
}
