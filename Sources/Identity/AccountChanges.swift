import AuditLog
import Database
import Language

/// What an administrator does to accounts.
///
/// Whether the account and the grants lie within the permit is for `Access` to decide, which knows the tree of
/// units: it hands over the decision as a ``PermitReach``, so that it falls in the transaction of the change.
extension AccountStore {
    /// Makes an account and the link by which its owner chooses a password.
    package func invite(
        _ draft: AccountDraft,
        by permit: some AccountWritePermit,
        reaching reach: PermitReach
    ) async throws(IdentityError) -> (account: Account, link: SecretToken) {
        let actor = permit.actor
        return try await records.write { writer in
            guard reach.mayGrant(draft.unit) else {
                throw IdentityError(.grantOutOfReach, "the account's unit lies outside the permit")
            }
            var account = Account(
                id: writer.records.ids.make(),
                draft: draft,
                state: .invited,
                createdAt: writer.now
            )
            try account.setGrants(draft.grants)
            try Self.check(account.grants, reach)
            try writer.insert(AccountRow(account: account), by: actor, action: "account.invited")
            return (account, try writer.makeLink(.invitation, for: account.id, unit: account.unit))
        }
    }

    /// Gives the account these grants and no others.
    package func changeGrants(
        of id: Account.ID,
        to grants: [RoleGrant],
        expecting version: Int,
        by permit: some AccountWritePermit,
        reaching reach: PermitReach
    ) async throws(IdentityError) -> Account {
        try await change(id, expecting: version, "account.grants-changed", by: permit, reach) { row, writer in
            try Self.check(grants, reach)
            let before = row.account
            try row.account.setGrants(grants)
            try writer.check(row.account, leavesAdministratorAfter: before, of: reach.roots)
        }
    }

    /// Shuts the account out at once, and ends its sessions and its link.
    package func disable(
        _ id: Account.ID,
        expecting version: Int,
        by permit: some AccountWritePermit,
        reaching reach: PermitReach
    ) async throws(IdentityError) -> Account {
        try await change(id, expecting: version, "account.disabled", by: permit, reach) { row, writer in
            guard row.account.state != .disabled else { throw IdentityError(.wrongState, "disabled already") }
            let before = row.account
            row.account.state = .disabled
            try writer.check(row.account, leavesAdministratorAfter: before, of: reach.roots)
            try writer.endSessions(of: id)
            try writer.deleteLink(of: id)
        }
    }

    /// Lets a disabled account in again, with the link by which its owner chooses a new password.
    package func enable(
        _ id: Account.ID,
        expecting version: Int,
        by permit: some AccountWritePermit,
        reaching reach: PermitReach
    ) async throws(IdentityError) -> SecretToken {
        try await changeWithLink(.invitation, id, version, "account.enabled", permit, reach) { row in
            guard row.account.state == .disabled else { throw IdentityError(.wrongState, "not disabled") }
            row.account.state = .invited
            row.passwordHash = nil
        }
    }

    /// A link by which the owner chooses a new password; the old one holds until then.
    package func reset(
        _ id: Account.ID,
        expecting version: Int,
        by permit: some AccountWritePermit,
        reaching reach: PermitReach
    ) async throws(IdentityError) -> SecretToken {
        try await changeWithLink(.reset, id, version, "account.reset-link-made", permit, reach) { row in
            guard row.account.state != .disabled else { throw IdentityError(.wrongState, "disabled") }
        }
    }

    /// Takes the one-time codes away, for the day phone and paper are both gone; sessions end.
    package func removeTimedCodes(
        of id: Account.ID,
        expecting version: Int,
        by permit: some AccountWritePermit,
        reaching reach: PermitReach
    ) async throws(IdentityError) -> Account {
        let action = "account.timed-codes-removed"
        return try await change(id, expecting: version, action, by: permit, reach) { row, writer in
            guard row.timedSecret != nil || row.timedPending != nil else {
                throw IdentityError(.wrongState, "no one-time codes to remove")
            }
            row.removeTimedCodes()
            try writer.endSessions(of: id)
        }
    }

    /// Forgets the person: names, proofs, sessions and what the log says of them; the id and its entries stay.
    package func erase(
        _ id: Account.ID,
        expecting version: Int,
        by permit: some AccountWritePermit,
        reaching reach: PermitReach
    ) async throws(IdentityError) {
        let actor = permit.actor
        try await records.write { writer in
            var row = try writer.find(id, expecting: version, reach)
            guard row.account.state == .disabled else {
                throw IdentityError(.wrongState, "only a disabled account is erased")
            }
            try row.forgetPerson()
            try writer.save(row, by: actor, action: "account.erased")
            try writer.records.audit.erase(
                row.subject,
                unit: row.account.unit,
                by: actor,
                at: writer.now,
                in: writer.transaction
            )
        }
    }
}

extension AccountStore {
    private func change(
        _ id: Account.ID,
        expecting version: Int,
        _ action: String,
        by permit: some AccountWritePermit,
        _ reach: PermitReach,
        _ body: @escaping @Sendable (inout AccountRow, AccountWriter) throws -> Void
    ) async throws(IdentityError) -> Account {
        let actor = permit.actor
        return try await records.write { writer in
            var row = try writer.find(id, expecting: version, reach)
            try body(&row, writer)
            return try writer.save(row, by: actor, action: action)
        }
    }

    private func changeWithLink(
        _ purpose: AccountLink.Purpose,
        _ id: Account.ID,
        _ version: Int,
        _ action: String,
        _ permit: some AccountWritePermit,
        _ reach: PermitReach,
        _ body: @escaping @Sendable (inout AccountRow) throws -> Void
    ) async throws(IdentityError) -> SecretToken {
        let actor = permit.actor
        return try await records.write { writer in
            var row = try writer.find(id, expecting: version, reach)
            try body(&row)
            // a reset of an account whose owner never came is its invitation again
            let purpose = row.account.state == .invited ? .invitation : purpose
            try writer.save(row, by: actor, action: action)
            return try writer.makeLink(purpose, for: id, unit: row.account.unit)
        }
    }

    private static func check(_ grants: [RoleGrant], _ reach: PermitReach) throws(IdentityError) {
        guard grants.allSatisfy({ reach.mayGrant($0.unit) }) else {
            throw IdentityError(.grantOutOfReach, "a grant lies outside the permit")
        }
    }
}

extension AccountWriter {
    /// The account, if it and all that it may do lie within the permit; else a low administrator could take over
    /// a high account by resetting it.
    fileprivate func find(
        _ id: Account.ID,
        expecting version: Int,
        _ reach: PermitReach
    ) throws -> AccountRow {
        guard let row = try transaction.accountRow(id), reach.covers(row.account.unit) else {
            throw IdentityError(.accountNotFound, "no such account within the permit")
        }
        guard row.account.grants.allSatisfy({ reach.covers($0.unit) }) else {
            throw IdentityError(.accountReachesFurther, "a grant of the account lies outside the permit")
        }
        return try find(id, expecting: version)
    }

    /// Asks before the account is written, while the database still counts it as it was.
    fileprivate func check(
        _ changed: Account,
        leavesAdministratorAfter before: Account,
        of roots: Set<String>
    ) throws {
        guard before.isAdministrator(ofOneOf: roots), !changed.isAdministrator(ofOneOf: roots) else { return }
        guard try transaction.administratorCount(of: roots) > 1 else {
            throw IdentityError(.lastAdministrator, "nobody else is administrator at the top")
        }
    }
}

extension AccountRow {
    mutating func removeTimedCodes() {
        (timedSecret, timedPending, timedLastStep) = (nil, nil, nil)
        recovery = RecoveryCodes(hashes: [])
        account.hasTimedCodes = false
    }

    fileprivate mutating func forgetPerson() throws(IdentityError) {
        let placeholder = "erased-\(account.id)"
        guard let signInName = SignInName(placeholder), let fullName = FullName(placeholder) else {
            throw IdentityError(.storeFailed, "no name to put in the place of the person's")
        }
        (account.signInName, account.fullName) = (signInName, fullName)
        try account.setGrants([])
        passwordHash = nil
        removeTimedCodes()
    }
}
