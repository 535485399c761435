package import Identity
import Language
package import Places

/// What administrators do to the accounts of their unit and of what lies below it.
///
/// Who administers a part of the tree gives nothing beyond it, and touches no account that reaches beyond it.
package struct AccountAdministration: Sendable {
    private let accounts: AccountStore
    private let tree: @Sendable () -> UnitTree

    /// `tree` gives the units of today.
    package init(_ accounts: AccountStore, tree: @escaping @Sendable () -> UnitTree) {
        self.accounts = accounts
        self.tree = tree
    }

    /// The accounts within `scope`, by sign-in name; `after` is the last name of the page before.
    package func list(
        within scope: UnitScope,
        after name: SignInName? = nil,
        limit: Int = AccountStore.pageMax
    ) async throws(IdentityError) -> [Account] {
        try await accounts.list(where: scope.condition(on: "unit_id"), after: name, limit: limit)
    }

    /// - Throws: ``IdentityErrorCode/accountNotFound`` also when the account belongs elsewhere.
    package func find(_ id: Account.ID, within scope: UnitScope) async throws(IdentityError) -> Account {
        try within(scope, try await accounts.find(id))
    }

    /// The same by the name with which its owner signs in.
    package func find(_ name: SignInName, within scope: UnitScope) async throws(IdentityError) -> Account {
        try within(scope, try await accounts.find(name))
    }

    private func within(_ scope: UnitScope, _ account: Account) throws(IdentityError) -> Account {
        guard scope.contains(Unit.ID(rawValue: account.unit)) else {
            throw IdentityError(.accountNotFound, "no such account within the scope")
        }
        return account
    }

    /// Who may do `action` to the things of `unit`: those granted it there first, then those above.
    package func people<A: Action>(
        allowed action: A.Type,
        in unit: Unit.ID
    ) async throws(IdentityError) -> [Account] {
        let nearest = tree().path(of: unit).map(\.id.rawValue).reversed()
        guard !nearest.isEmpty else { return [] }
        let found = try await accounts.active(granted: A.roles, in: nearest)
        let distances = Dictionary(uniqueKeysWithValues: zip(nearest, 0...))
        func distance(_ account: Account) -> Int {
            account.grants.filter { A.roles.contains($0.role) }.compactMap { distances[$0.unit] }.min()
                ?? .max
        }
        return found.sorted { (distance($0), $0.signInName.text) < (distance($1), $1.signInName.text) }
    }

    /// Makes an account and the link, shown once, by which its owner chooses a password.
    package func invite(
        _ draft: AccountDraft,
        by permit: Permit<ManageAccounts>
    ) async throws(IdentityError) -> (account: Account, link: SecretToken) {
        try await accounts.invite(draft, by: permit, reaching: reach(permit))
    }

    package func changeGrants(
        of id: Account.ID,
        to grants: [RoleGrant],
        expecting version: Int,
        by permit: Permit<ManageAccounts>
    ) async throws(IdentityError) -> Account {
        try await accounts.changeGrants(
            of: id,
            to: grants,
            expecting: version,
            by: permit,
            reaching: reach(permit)
        )
    }

    package func disable(
        _ id: Account.ID,
        expecting version: Int,
        by permit: Permit<ManageAccounts>
    ) async throws(IdentityError) -> Account {
        try await accounts.disable(
            id,
            expecting: version,
            by: permit,
            reaching: reach(permit)
        )
    }

    /// Lets a disabled account in again by a new invitation.
    package func enable(
        _ id: Account.ID,
        expecting version: Int,
        by permit: Permit<ManageAccounts>
    ) async throws(IdentityError) -> SecretToken {
        try await accounts.enable(id, expecting: version, by: permit, reaching: reach(permit))
    }

    /// A link, shown once, by which the owner chooses a new password.
    package func reset(
        _ id: Account.ID,
        expecting version: Int,
        by permit: Permit<ManageAccounts>
    ) async throws(IdentityError) -> SecretToken {
        try await accounts.reset(id, expecting: version, by: permit, reaching: reach(permit))
    }

    package func removeTimedCodes(
        of id: Account.ID,
        expecting version: Int,
        by permit: Permit<ManageAccounts>
    ) async throws(IdentityError) -> Account {
        try await accounts.removeTimedCodes(
            of: id,
            expecting: version,
            by: permit,
            reaching: reach(permit)
        )
    }

    /// Forgets the person behind a disabled account; the id and the proofs of what they did stay.
    package func erase(
        _ id: Account.ID,
        expecting version: Int,
        by permit: Permit<ManageAccounts>
    ) async throws(IdentityError) {
        try await accounts.erase(id, expecting: version, by: permit, reaching: reach(permit))
    }

    private func reach(_ permit: Permit<ManageAccounts>) -> PermitReach { tree().reach(of: permit.unit) }
}

extension UnitTree {
    /// What a permit on `top` reaches of accounts and keys.
    func reach(of top: Unit.ID) -> PermitReach {
        let isRoot = roots.contains { $0.id == top }
        return PermitReach(
            roots: Set(roots.map(\.id.rawValue)),
            // what is left in a unit that exists no more is for the top to tidy up
            covers: { unit in
                let unit = Unit.ID(rawValue: unit)
                return contains(top, unit) || (isRoot && self.unit(unit) == nil)
            },
            mayGrant: { contains(top, Unit.ID(rawValue: $0)) }
        )
    }
}
