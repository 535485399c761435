import AuditLog
import Cryptography
import Database
package import Language

/// What people change about their own account.
package struct OwnAccount: Sendable {
    let records: IdentityRecords
    private let hashing: PasswordHashing

    package init(_ records: IdentityRecords, hashing: PasswordHashing) {
        self.records = records
        self.hashing = hashing
    }

    /// Sets a new password for who knows the old one; other browsers of the account have to sign in anew.
    ///
    /// A screen left open is no proof, so wrong old passwords are counted like those of a sign-in.
    /// - Throws: ``IdentityErrorCode/signInRefused`` for a wrong old password, and
    ///   ``IdentityErrorCode/tooManySignIns`` while its name has to wait.
    package func changePassword(
        _ signedIn: SignedIn,
        from old: String,
        to new: String,
        at address: ClientAddress
    ) async throws(IdentityError) {
        let name = signedIn.account.signInName
        let password = try Password(toSet: new, for: name)
        let (decision, seen) = try await records.write { writer in
            let throttle = StoredThrottle(transaction: writer.transaction, now: writer.now)
            return (try throttle.attempt(name, from: address), try writer.find(signedIn.account.id))
        }
        guard decision == .goOn else { throw IdentityError(.tooManySignIns, "the name has to wait") }
        guard let typed = Password(toCompare: old), try await hashing.fits(typed, seen.passwordHash) else {
            throw IdentityError(.signInRefused, "the old password is wrong")
        }
        let hash = try await hashing.hash(password).description
        try await records.write { writer in
            var row = try writer.find(signedIn.account.id)
            guard row.account.state == .active, row.passwordHash == seen.passwordHash else {
                throw IdentityError(.changedMeanwhile, "the password changed while it was compared")
            }
            row.passwordHash = hash
            try writer.save(row, by: signedIn.principal.actor, action: "account.password-set")
            try writer.deleteLink(of: row.account.id)
            try writer.endSessions(of: row.account.id, except: signedIn.session)
            try StoredThrottle(transaction: writer.transaction, now: writer.now).succeeded(
                name,
                from: address
            )
        }
    }

    /// The name by which others know the person.
    package func setFullName(
        _ signedIn: SignedIn,
        to name: FullName
    ) async throws(IdentityError) -> Account {
        try await records.write { writer in
            var row = try writer.find(signedIn.account.id)
            guard row.account.fullName != name else { return row.account }
            row.account.fullName = name
            return try writer.save(row, by: signedIn.principal.actor, action: "account.name-set")
        }
    }

    /// The language of the pages and messages.
    package func setLanguage(
        _ signedIn: SignedIn,
        to language: Language
    ) async throws(IdentityError) -> Account {
        try await records.write { writer in
            var row = try writer.find(signedIn.account.id)
            guard row.account.language != language else { return row.account }
            row.account.language = language
            return try writer.save(row, by: signedIn.principal.actor, action: "account.language-set")
        }
    }
}

extension PasswordHashing {
    fileprivate func fits(_ password: Password, _ stored: String?) async throws(IdentityError) -> Bool {
        try await verify(password, against: stored.flatMap { try? PasswordHash($0) }) != .wrong
    }
}
