import AuditLog
import Cryptography
import Database
import Language
import Timekeeping

/// Lets people choose their password by a link: the first administrator, who is invited, and who forgot theirs.
package struct AccountLinks: Sendable {
    let records: IdentityRecords
    let hashing: PasswordHashing

    package init(_ records: IdentityRecords, hashing: PasswordHashing) {
        self.records = records
        self.hashing = hashing
    }

    /// A link for the first administrator of `unit`, the root of the units, to print at the start; `nil` while an
    /// administrator of it can sign in.
    ///
    /// Each start makes a new one and ends the one before.
    package func makeFirstAdministratorLink(unit: String) async throws(IdentityError) -> SecretToken? {
        try await records.write { writer in
            guard try writer.transaction.administratorCount(of: [unit]) == 0 else {
                try writer.deleteLink(of: nil)
                return nil
            }
            return try writer.makeLink(.firstAdministrator, for: nil, unit: unit)
        }
    }

    /// What a link is for, to show the form.
    ///
    /// - Throws: ``IdentityErrorCode/linkEnded``.
    package func find(_ text: String) async throws(IdentityError) -> AccountLink {
        let (token, now) = (try Self.token(text), records.clock.now())
        return try await records.read { try $0.link(token, at: now) }
    }

    /// Makes the first administrator, and uses up the link.
    package func makeFirstAdministrator(
        _ text: String,
        signInName: SignInName,
        fullName: FullName,
        password: String
    ) async throws(IdentityError) -> Account {
        let token = try Self.token(text)
        let link = try await find(text)
        guard link.purpose == .firstAdministrator else { throw Self.otherPurpose }
        let hash = try await hashing.hash(Password(toSet: password, for: signInName))
        return try await records.write { writer in
            let link = try writer.transaction.link(token, at: writer.now)
            guard link.purpose == .firstAdministrator else { throw Self.otherPurpose }
            let draft = AccountDraft(
                signInName: signInName,
                fullName: fullName,
                unit: link.unit,
                grants: [RoleGrant(.administrator, in: link.unit)]
            )
            let account = Account(
                id: writer.records.ids.make(),
                draft: draft,
                state: .active,
                createdAt: writer.now
            )
            let row = AccountRow(account: account, passwordHash: hash.description)
            try writer.deleteLink(of: nil)
            try writer.insert(row, by: .account(account.id.uuid), action: "account.first-administrator-made")
            return account
        }
    }

    /// Sets the password of the link's account and uses the link up.
    ///
    /// Whoever was signed in as the account is not any more.
    package func setPassword(_ text: String, password: String) async throws(IdentityError) -> Account {
        let token = try Self.token(text)
        let name = try await account(of: find(text)).signInName
        let hash = try await hashing.hash(Password(toSet: password, for: name))
        return try await records.write { writer in
            let link = try writer.transaction.link(token, at: writer.now)
            guard let id = link.account else { throw Self.otherPurpose }
            var row = try writer.find(id)
            guard row.account.state != .disabled else {
                throw IdentityError(.linkEnded, "the account is disabled")
            }
            row.passwordHash = hash.description
            row.account.state = .active
            try writer.deleteLink(of: id)
            try writer.endSessions(of: id)
            return try writer.save(row, by: .account(id.uuid), action: "account.password-set")
        }
    }

    /// For whom a link is; its form shows the names.
    package func account(of link: AccountLink) async throws(IdentityError) -> Account {
        guard let id = link.account else { throw Self.otherPurpose }
        let found = try await records.read { try $0.accountRow(id)?.account }
        guard let found, found.state != .disabled else {
            throw IdentityError(.linkEnded, "no account that may use it")
        }
        return found
    }

    private static var otherPurpose: IdentityError { IdentityError(.linkEnded, "a link of another purpose") }

    private static func token(_ text: String) throws(IdentityError) -> SecretToken {
        guard let token = SecretToken(text) else { throw IdentityError(.linkEnded, "no token looks like it") }
        return token
    }
}
