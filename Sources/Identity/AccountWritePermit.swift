package import AuditLog

/// Proof that somebody may look after the accounts of a unit and of what lies below it.
///
/// A store write takes a permit, and only `Access` makes permits; but `Access` stands on `Identity`, so the type
/// cannot be named here. `Access` lets its `Permit` be one of these, and ArchitectureTests fail on any other
/// conformance.
package protocol AccountWritePermit: Sendable {
    var actor: Actor { get }
    /// The highest unit whose accounts may be changed.
    var unitID: String { get }
}

/// Proof that somebody may make and revoke the API keys of a unit and of what lies below it.
package protocol KeyWritePermit: Sendable {
    var actor: Actor { get }
    /// The highest unit whose keys may be changed.
    var unitID: String { get }
}

/// How far a permit to look after accounts or keys reaches in the tree of today's units.
package struct PermitReach: Sendable {
    /// The units at the top, one of which always keeps an administrator.
    let roots: Set<String>
    /// Whether what already is in this unit is the permit's to change.
    let covers: @Sendable (_ unit: String) -> Bool
    /// Whether something new may be given in this unit, which therefore exists today.
    let mayGrant: @Sendable (_ unit: String) -> Bool

    package init(
        roots: Set<String>,
        covers: @escaping @Sendable (_ unit: String) -> Bool,
        mayGrant: @escaping @Sendable (_ unit: String) -> Bool
    ) {
        self.roots = roots
        self.covers = covers
        self.mayGrant = mayGrant
    }
}
