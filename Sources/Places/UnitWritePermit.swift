package import AuditLog

/// Proof that somebody may change a unit and what lies below it.
///
/// A store write takes a permit, and only `Access` makes permits; but `Access` stands on `Places`, so the
/// type cannot be named here. `Access` therefore lets its `Permit` be one of these, and ArchitectureTests
/// fail on any other conformance.
package protocol UnitWritePermit: Sendable {
    /// Who makes the change; the audit log names them.
    var actor: Actor { get }
    /// The highest unit that may be changed.
    var unit: Unit.ID { get }
}
