package import AuditLog
package import Identity

/// Something that may be done to the things of a unit; each room declares its own.
package protocol Action: Sendable {
    /// Such as `cases.open`.
    static var code: String { get }
    /// The roles that may do it; none when only the program itself does.
    static var roles: Set<Role> { get }
}

/// For whom a request speaks: a session, an API key or a part of the program.
package struct Principal: Hashable, Sendable {
    package let actor: Actor
    package let grants: [RoleGrant]

    package init(actor: Actor, grants: [RoleGrant]) {
        self.actor = actor
        self.grants = grants
    }
}
