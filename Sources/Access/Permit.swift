package import AuditLog
package import Identity
import Language
package import Places

/// Proof that somebody was allowed to do one action to the things of one unit.
///
/// Only this file can make one, so a write that asks for a permit cannot be reached by a route that forgot to check.
package struct Permit<A: Action>: Sendable {
    package let actor: Actor
    package let unit: Unit.ID
    fileprivate init(actor: Actor, unit: Unit.ID) {
        self.actor = actor
        self.unit = unit
    }
}

/// Who may do what to which unit's things: a role counts for its unit and everything below it.
package struct Access: Sendable {
    private let tree: @Sendable () -> UnitTree

    /// `tree` gives the units of today.
    package init(tree: @escaping @Sendable () -> UnitTree) { self.tree = tree }

    /// Proof that `principal` may do the action to the things of `unit`.
    ///
    /// - Throws: `.outOfSight` when no grant reaches the unit, which answers exactly as a unit that does not exist,
    ///   and `.forbidden` when one does but its role does not allow the action.
    package func permit<A: Action>(
        _ principal: Principal,
        to action: A.Type = A.self,
        on unit: Unit.ID
    ) throws(AccessError) -> Permit<A> {
        let tree = tree()
        let reaching = principal.grants.filter { tree.contains(Unit.ID(rawValue: $0.unit), unit) }
        guard !reaching.isEmpty else {
            throw AccessError(.outOfSight, "no grant of the principal reaches the unit")
        }
        guard reaching.contains(where: { A.roles.contains($0.role) }) else {
            throw AccessError(.forbidden, "no role of the principal allows \(A.code)")
        }
        return Permit(actor: principal.actor, unit: unit)
    }

    /// The permit that reaches furthest among those of `principal` for things of `unit`.
    ///
    /// An account may have roles in several units; who changes it needs a permit for all of them. A unit that exists
    /// no more is for the top to look after.
    /// - Throws: as ``permit(_:to:on:)``.
    package func widestPermit<A: Action>(
        _ principal: Principal,
        to action: A.Type = A.self,
        reaching unit: Unit.ID
    ) throws(AccessError) -> Permit<A> {
        let tree = tree()
        let allowed = Set(principal.grants.filter { A.roles.contains($0.role) }.map(\.unit))
        let path = tree.unit(unit) == nil ? tree.roots : tree.path(of: unit)
        guard let top = path.first(where: { allowed.contains($0.id.rawValue) }) else {
            return try permit(principal, to: action, on: unit)
        }
        return Permit(actor: principal.actor, unit: top.id)
    }

    /// The permit for the highest of the units in which `principal` may do the action.
    ///
    /// For stores that look at each thing's own unit; what lies out of the permit's reach they refuse.
    /// - Throws: `.forbidden` when no role of the principal allows the action in a unit of today.
    package func highestPermit<A: Action>(
        _ principal: Principal,
        to action: A.Type = A.self
    ) throws(AccessError) -> Permit<A> {
        let tree = tree()
        let units = principal.grants.filter { A.roles.contains($0.role) }.map { Unit.ID(rawValue: $0.unit) }
            .filter { tree.unit($0) != nil }
        guard let top = units.min(by: { tree.path(of: $0).count < tree.path(of: $1).count }) else {
            throw AccessError(.forbidden, "no role of the principal allows \(A.code)")
        }
        return Permit(actor: principal.actor, unit: top)
    }

    /// The units in which `principal` holds a role that allows the action, without what lies below them.
    package func units<A: Action>(of principal: Principal, to action: A.Type) -> [Unit.ID] {
        principal.grants.filter { A.roles.contains($0.role) }.map { Unit.ID(rawValue: $0.unit) }
    }

    /// The units to whose things `principal` may do the action, for a list.
    package func scope<A: Action>(of principal: Principal, to action: A.Type) -> UnitScope {
        let tree = tree()
        let grants = principal.grants.filter { A.roles.contains($0.role) }.map { Unit.ID(rawValue: $0.unit) }
        if tree.roots.allSatisfy({ grants.contains($0.id) }), !tree.roots.isEmpty { return .everything }
        return .units(Set(grants.flatMap { tree.subtree(of: $0) }))
    }
}

/// Lets the program itself act: the watcher, the reactions, the first start.
///
/// Only `sen` makes one and hands it out; ArchitectureTests fail on any other place.
package struct SystemAccess: Sendable {
    package init() {}

    package func permit<A: Action>(_ actor: Actor, to action: A.Type = A.self, on unit: Unit.ID) -> Permit<A>
    {
        Permit(actor: actor, unit: unit)
    }
}
