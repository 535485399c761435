package import AuditLog

/// For whom a request speaks: a session, an API key or a part of the program.
package struct Principal: Hashable, Sendable {
    package let actor: Actor
    package let grants: [RoleGrant]

    package init(actor: Actor, grants: [RoleGrant]) {
        self.actor = actor
        self.grants = grants
    }
}
