import Database
import Language
import Timekeeping

/// A link that lets somebody choose a password once.
package struct AccountLink: Hashable, Sendable {
    /// The raw values are stored: they never change.
    package enum Purpose: String, CaseIterable, Sendable {
        case firstAdministrator = "first-administrator"
        case invitation, reset
    }

    /// A working day may lie between the first start and the first sign-in, and no more.
    package static let firstAdministratorSeconds: Int64 = 24 * 3600
    /// A week: who is invited may be on leave.
    package static let invitationSeconds: Int64 = 7 * 24 * 3600
    /// Somebody waits for it.
    package static let resetSeconds: Int64 = 24 * 3600

    package let purpose: Purpose
    /// Whose password is chosen; `nil` for the first administrator, who has no account yet.
    package let account: Account.ID?
    /// The unit of the account, or that of the first administrator.
    package let unit: String
    let validity: Validity

    static func seconds(_ purpose: Purpose) -> Int64 {
        switch purpose {
        case .firstAdministrator: firstAdministratorSeconds
        case .invitation: invitationSeconds
        case .reset: resetSeconds
        }
    }
}

extension AccountWriter {
    /// Makes a link, and ends the one before for the same account.
    func makeLink(_ purpose: AccountLink.Purpose, for account: Account.ID?, unit: String) throws
        -> SecretToken
    {
        let token = try records.makeToken()
        try deleteLink(of: account)
        try transaction.execute(
            """
            INSERT INTO account_link (token_hash, purpose, account_id, unit_id, created_at, ends_at)
            VALUES (\(token.hash), \(purpose.rawValue), \(account), \(unit), \(now),
                \(now + .seconds(AccountLink.seconds(purpose))))
            """
        )
        return token
    }

    func deleteLink(of account: Account.ID?) throws(DatabaseError) {
        if let account {
            try transaction.execute("DELETE FROM account_link WHERE account_id = \(account)")
        } else {
            try transaction.execute("DELETE FROM account_link WHERE account_id IS NULL")
        }
    }
}

extension Transaction {
    /// The link of `token`.
    ///
    /// - Throws: ``IdentityErrorCode/linkEnded``, the same for a forged one and one that is too old; also for
    ///   one to a first administrator when there is one by now.
    func link(_ token: SecretToken, at now: Instant) throws -> AccountLink {
        let row = try first(
            """
            SELECT purpose, account_id, unit_id, created_at, ends_at FROM account_link
            WHERE token_hash = \(token.hash)
            """
        )
        guard let row else { throw IdentityError(.linkEnded, "no such link") }
        guard let purpose = AccountLink.Purpose(rawValue: try row[0]) else {
            throw DatabaseError(kind: .unexpectedValue, detail: "a link holds a foreign purpose")
        }
        let validity = Validity(createdAt: try row[3], endsAt: try row[4])
        let link = AccountLink(purpose: purpose, account: try row[1], unit: try row[2], validity: validity)
        guard validity.holds(at: now) else { throw IdentityError(.linkEnded, "outside the link's time") }
        if purpose == .firstAdministrator, try administratorCount(of: [link.unit]) > 0 {
            throw IdentityError(.linkEnded, "there is an administrator")
        }
        return link
    }
}
