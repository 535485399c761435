import AuditLog
import Cryptography
import Database
import Language

/// An account with what proves that somebody is its owner: it never leaves this room.
struct AccountRow: Sendable {
    var account: Account
    /// In the form of ``PasswordHash``.
    var passwordHash: String?
    /// The secret of the authenticator app, sealed for this account.
    var timedSecret: [UInt8]?
    /// A secret that was shown and not yet confirmed by a code.
    var timedPending: [UInt8]?
    var timedLastStep: Int64?
    var recovery = RecoveryCodes(hashes: [])

    static let selected: SQL = """
        id, sign_in_name, full_name, unit_id, state, language, password_hash, timed_secret, timed_pending,
            timed_last_step, created_at, version
        """

    var subject: AuditSubject { Self.subject(account.id) }

    static func subject(_ id: Account.ID) -> AuditSubject {
        AuditSubject(kind: "account", id: id.description)
    }

    /// What the log says of the row: also that its proofs were not exchanged, which hashes show without giving
    /// anything away.
    ///
    /// The step that was used last is not in it: each sign-in changes it.
    var content: [UInt8] {
        get throws(DatabaseError) {
            try AuditLog.canonicalJSON(
                AccountContent(
                    signInName: account.signInName.text,
                    fullName: account.fullName.text,
                    unit: account.unit,
                    state: account.state,
                    language: account.language.rawValue,
                    grants: account.grants,
                    passwordSHA256: passwordHash.map { Self.digest(Array($0.utf8)) },
                    timedSecretSHA256: timedSecret.map(Self.digest),
                    recoverySHA256: Self.digest(recovery.hashes.flatMap { $0 }),
                    version: account.version
                )
            )
        }
    }

    private static func digest(_ bytes: [UInt8]) -> String { BaseCoding.hex.encode(SHA256.hash(bytes)) }
}

private struct AccountContent: Encodable {
    let signInName, fullName, unit: String
    let state: Account.State
    let language: String
    let grants: [RoleGrant]
    let passwordSHA256, timedSecretSHA256: String?
    let recoverySHA256: String
    let version: Int
}

extension AccountRow {
    fileprivate init(row: Row, grants: [RoleGrant], recovery: RecoveryCodes) throws(DatabaseError) {
        let stored: String = try row[1]
        guard let name = SignInName(stored), name.text == stored,
            let fullName = FullName(try row[2]), let state = Account.State(rawValue: try row[4]),
            let language = Language(rawValue: try row[5])
        else { throw DatabaseError(kind: .unexpectedValue, detail: "an account row holds foreign words") }
        let secret: [UInt8]? = try row[7]
        let draft = AccountDraft(
            signInName: name,
            fullName: fullName,
            unit: try row[3],
            language: language,
            grants: grants
        )
        account = Account(
            id: try row[0],
            draft: draft,
            state: state,
            hasTimedCodes: secret != nil,
            createdAt: try row[10],
            version: try row[11]
        )
        passwordHash = try row[6]
        timedSecret = secret
        timedPending = try row[8]
        timedLastStep = try row[9]
        self.recovery = recovery
    }
}

extension Transaction {
    func accountRow(_ id: Account.ID) throws(DatabaseError) -> AccountRow? {
        try accountRow(where: "id = \(id)")
    }

    func accountRow(_ name: SignInName) throws(DatabaseError) -> AccountRow? {
        try accountRow(where: "sign_in_name = \(name.text)")
    }

    private func accountRow(where condition: SQL) throws(DatabaseError) -> AccountRow? {
        guard let row = try first("SELECT \(AccountRow.selected) FROM account WHERE \(condition)") else {
            return nil
        }
        return try accountRow(row)
    }

    /// The account of a row that holds ``AccountRow/selected``, with its grants and codes.
    func accountRow(_ row: Row) throws(DatabaseError) -> AccountRow {
        let id: Account.ID = try row[0]
        var grants: [RoleGrant] = []
        for row in try query("SELECT role, unit_id FROM account_grant WHERE account_id = \(id)") {
            guard let role = Role(rawValue: try row[0]) else {
                throw DatabaseError(kind: .unexpectedValue, detail: "a grant holds a foreign role")
            }
            grants.append(RoleGrant(role, in: try row[1]))
        }
        var hashes: [[UInt8]] = []
        for row in try query(
            "SELECT hash FROM account_recovery_code WHERE account_id = \(id) ORDER BY position"
        ) {
            hashes.append(try row[0])
        }
        return try AccountRow(row: row, grants: grants, recovery: RecoveryCodes(hashes: hashes))
    }
}
