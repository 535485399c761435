import AuditLog
package import Cryptography
import Database
import Language

/// Setting up an authenticator app: the secret is shown, a code confirms it, the codes for paper are shown once.
package struct TimedCodeEnrolment: Sendable {
    let records: IdentityRecords
    private let box: SealedBox

    /// The same box that ``SignIn`` opens.
    package init(_ records: IdentityRecords, box: SealedBox) {
        self.records = records
        self.box = box
    }

    /// A new secret to show as a QR code; the one shown before is worth nothing any more.
    ///
    /// - Throws: ``IdentityErrorCode/timedCodesAlreadySet``.
    package func begin(_ signedIn: SignedIn) async throws(IdentityError) -> TimedCodes {
        guard let codes = TimedCodes.make(randomBytes: records.randomBytes) else {
            throw IdentityError(.storeFailed, "the generator gave too few random bytes")
        }
        try await records.write { writer in
            let row = try find(signedIn, writer)
            let sealed = try box.seal(codes.secret, for: row.sealPurpose)
            try writer.transaction.execute(
                "UPDATE account SET timed_pending = \(sealed) WHERE id = \(row.account.id)"
            )
        }
        return codes
    }

    /// Takes the secret into use when `code` shows that the app has it, and returns the codes for paper.
    ///
    /// Other browsers of the account have to sign in anew.
    /// - Throws: ``IdentityErrorCode/codeWrong``, ``IdentityErrorCode/enrolmentNotBegun``.
    package func confirm(
        _ signedIn: SignedIn,
        code: String
    ) async throws(IdentityError) -> [String] {
        let (texts, recovery) = RecoveryCodes.make(randomBytes: records.randomBytes)
        try await records.write { writer in
            var row = try find(signedIn, writer)
            guard let sealed = row.timedPending,
                var codes = TimedCodes(secret: try box.open(sealed, for: row.sealPurpose))
            else { throw IdentityError(.enrolmentNotBegun, "no secret waits for its code") }
            guard codes.accept(code, at: writer.now) else {
                throw IdentityError(.codeWrong, "the code is not the pending secret's")
            }
            (row.timedSecret, row.timedPending, row.timedLastStep) = (sealed, nil, codes.lastStep)
            row.account.hasTimedCodes = true
            row.recovery = recovery
            try writer.save(row, by: signedIn.principal.actor, action: "account.timed-codes-set")
            try writer.endSessions(of: row.account.id, except: signedIn.session)
        }
        return texts
    }

    private func find(_ signedIn: SignedIn, _ writer: AccountWriter) throws -> AccountRow {
        let row = try writer.find(signedIn.account.id)
        guard row.account.state == .active else { throw IdentityError(.wrongState, "not active") }
        guard row.timedSecret == nil else {
            throw IdentityError(.timedCodesAlreadySet, "the account has one-time codes")
        }
        return row
    }
}
