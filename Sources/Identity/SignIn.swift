import AuditLog
package import Cryptography
import Database
import Language
import Timekeeping

/// What comes after a step of a sign-in that was not refused.
package enum SignInStep: Sendable {
    case signedIn(NewSession)
    /// The password was right; the code of the authenticator app, or one from paper, is wanted next.
    case codeWanted(ticket: SecretToken)
    /// Nothing was compared; whole seconds, at least 1, for the person and for `Retry-After`.
    case wait(seconds: Int64)
}

/// Signing in: name and password, then a one-time code where the account has them.
package struct SignIn: Sendable {
    /// Between the password and the code: long enough to fetch the phone from the next room.
    package static let ticketSeconds: Int64 = 5 * 60

    let records: IdentityRecords
    private let hashing: PasswordHashing
    private let box: SealedBox

    /// `box` opens the secrets of the authenticator apps; its key belongs to the server and not to the database.
    package init(_ records: IdentityRecords, hashing: PasswordHashing, box: SealedBox) {
        self.records = records
        self.hashing = hashing
        self.box = box
    }

    /// The first step.
    ///
    /// The same work and the same answer for a name without account, a disabled account and a wrong password.
    /// - Throws: ``IdentityErrorCode/signInRefused``.
    package func begin(
        name typedName: String,
        password typedPassword: String,
        from address: ClientAddress
    ) async throws(IdentityError) -> SignInStep {
        let name = SignInName(typedName)
        let (decision, row) = try await records.write { writer in
            let throttle = StoredThrottle(transaction: writer.transaction, now: writer.now)
            let decision = try throttle.attempt(name, from: address)
            return (decision, try name.flatMap { try writer.transaction.accountRow($0) })
        }
        if case .wait(let seconds) = decision { return .wait(seconds: seconds) }
        let active = row.flatMap { $0.account.state == .active ? $0 : nil }
        let verdict = try await verify(typedPassword, of: active)
        guard let active, let name, verdict != .wrong else {
            try await noteRefusal(of: row?.account)
            throw Self.refused
        }
        let anew = verdict == .rightButWeak ? try await hash(typedPassword) : nil
        return try await goOn(active, name, rehashed: anew, from: address)
    }

    private func verify(
        _ typed: String,
        of row: AccountRow?
    ) async throws(IdentityError) -> PasswordHashing.Verdict {
        guard let password = Password(toCompare: typed) else { return .wrong }
        let stored = row?.passwordHash.flatMap { try? PasswordHash($0) }
        return try await hashing.verify(password, against: stored)
    }

    private func hash(_ typed: String) async throws(IdentityError) -> String? {
        guard let password = Password(toCompare: typed) else { return nil }
        return try await hashing.hash(password).description
    }

    /// The password was right at a moment ago: the account has to be the same still.
    private func goOn(
        _ seen: AccountRow,
        _ name: SignInName,
        rehashed: String?,
        from address: ClientAddress
    ) async throws(IdentityError) -> SignInStep {
        try await records.write { writer in
            var row = try writer.find(seen.account.id)
            guard row.account.state == .active, row.passwordHash == seen.passwordHash else {
                throw Self.refused
            }
            if let rehashed {
                row.passwordHash = rehashed
                let actor = Actor.account(row.account.id.uuid)
                row.account = try writer.save(row, by: actor, action: "account.password-rehashed")
            }
            guard row.timedSecret == nil else {
                return .codeWanted(ticket: try writer.makeTicket(for: row.account.id))
            }
            let throttle = StoredThrottle(transaction: writer.transaction, now: writer.now)
            try throttle.succeeded(name, from: address)
            return .signedIn(try writer.openSession(for: row.account, from: address))
        }
    }

    /// One entry also for a name without account, so that the time taken does not tell the two apart.
    private func noteRefusal(of account: Account?) async throws(IdentityError) {
        try await records.write { writer in
            let actor = Actor.system("sign-in")
            if let account {
                try writer.note("account.sign-in-refused", of: account, by: actor)
            } else {
                try writer.noteUnknownName(by: actor)
            }
        }
    }

    private static var refused: IdentityError {
        IdentityError(.signInRefused, "no active account with this password")
    }
}

extension SignIn {
    /// What ends the second step.
    private enum Outcome: Sendable { case step(SignInStep), failed(IdentityErrorCode) }

    /// The second step, with a code of the authenticator app or one of the codes on paper.
    ///
    /// A right code is used up in the transaction that opens the session, so of two requests with the same code
    /// one is refused. A wrong one is counted against the name, and leaves the ticket for another try.
    /// - Throws: ``IdentityErrorCode/ticketEnded``, ``IdentityErrorCode/codeWrong``.
    package func finish(
        ticket text: String,
        code: String,
        from address: ClientAddress
    ) async throws(IdentityError) -> SignInStep {
        guard let ticket = SecretToken(text) else {
            throw IdentityError(.ticketEnded, "no ticket looks like it")
        }
        // what a refusal has to keep, the counting, would be undone by throwing inside
        let outcome = try await records.write { writer in try finish(ticket, code, address, writer) }
        switch outcome {
        case .step(let step): return step
        case .failed(let code): throw IdentityError(code, "the second step was refused")
        }
    }

    private func finish(
        _ ticket: SecretToken,
        _ code: String,
        _ address: ClientAddress,
        _ writer: AccountWriter
    ) throws -> Outcome {
        guard let id = try writer.account(of: ticket), var row = try writer.transaction.accountRow(id),
            row.account.state == .active, let sealed = row.timedSecret
        else { return .failed(.ticketEnded) }
        let throttle = StoredThrottle(transaction: writer.transaction, now: writer.now)
        if case .wait(let seconds) = try throttle.attempt(row.account.signInName, from: address) {
            return .step(.wait(seconds: seconds))
        }
        guard try use(code, sealed, &row, writer) else {
            try writer.note("account.sign-in-refused", of: row.account, by: .system("sign-in"))
            return .failed(.codeWrong)
        }
        try writer.delete(ticket)
        try throttle.succeeded(row.account.signInName, from: address)
        return .step(.signedIn(try writer.openSession(for: row.account, from: address)))
    }

    /// Whether `code` is right; if so it is used up.
    private func use(
        _ code: String,
        _ sealed: [UInt8],
        _ row: inout AccountRow,
        _ writer: AccountWriter
    ) throws -> Bool {
        let secret = try box.open(sealed, for: row.sealPurpose)
        guard var codes = TimedCodes(secret: secret, lastStep: row.timedLastStep) else {
            throw DatabaseError(kind: .unexpectedValue, detail: "a sealed secret is too short")
        }
        if codes.accept(code, at: writer.now) {
            return try writer.storeLastStep(codes.lastStep, of: row.account.id)
        }
        guard row.recovery.use(code) else { return false }
        let actor = Actor.account(row.account.id.uuid)
        row.account = try writer.save(row, by: actor, action: "account.recovery-code-used")
        return true
    }
}
