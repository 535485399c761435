import AuditLog
import Database
import Language
import Timekeeping

/// The steps that every write of an account shares, inside one transaction.
struct AccountWriter {
    let records: IdentityRecords
    let transaction: any Transaction
    let now: Instant

    /// The account, if it has not changed since the caller saw it; `nil` for a step that reads it first itself.
    func find(_ id: Account.ID, expecting version: Int? = nil) throws -> AccountRow {
        guard let row = try transaction.accountRow(id) else {
            throw IdentityError(.accountNotFound, "no such account")
        }
        guard version == nil || version == row.account.version else {
            throw IdentityError(.changedMeanwhile, "the account has another version than the caller saw")
        }
        return row
    }

    func insert(_ row: AccountRow, by actor: Actor, action: String) throws {
        do { try insert(row) } catch { throw Self.named(error) }
        try insertGrants(row)
        try log(action, row, by: actor)
    }

    private func insert(_ row: AccountRow) throws(DatabaseError) {
        let account = row.account
        try transaction.execute(
            """
            INSERT INTO account (\(AccountRow.selected))
            VALUES (\(account.id), \(account.signInName.text), \(account.fullName.text), \(account.unit),
                \(account.state.rawValue), \(account.language.rawValue), \(row.passwordHash),
                \(row.timedSecret), \(row.timedPending), \(row.timedLastStep), \(account.createdAt),
                \(account.version))
            """
        )
    }

    private static func named(_ error: DatabaseError) -> any Error {
        guard error.kind == .unique("account.sign_in_name") else { return error }
        return IdentityError(.signInNameTaken, "the sign-in name has an account", cause: error)
    }

    /// Writes a changed account and leaves an entry; refused when it has changed since it was read.
    @discardableResult
    func save(_ changed: AccountRow, by actor: Actor, action: String) throws -> Account {
        var row = changed
        row.account.version += 1
        try update(row)
        try transaction.execute("DELETE FROM account_grant WHERE account_id = \(row.account.id)")
        try insertGrants(row)
        try replaceRecoveryCodes(row)
        try log(action, row, by: actor)
        return row.account
    }

    private func update(_ row: AccountRow) throws {
        let account = row.account
        let count = try transaction.execute(
            """
            UPDATE account SET sign_in_name = \(account.signInName.text), full_name = \(account.fullName.text),
                unit_id = \(account.unit), state = \(account.state.rawValue),
                language = \(account.language.rawValue), password_hash = \(row.passwordHash),
                timed_secret = \(row.timedSecret), timed_pending = \(row.timedPending),
                timed_last_step = \(row.timedLastStep), version = \(account.version)
            WHERE id = \(account.id) AND version = \(account.version - 1)
            """
        )
        guard count == 1 else {
            throw IdentityError(.changedMeanwhile, "the account changed while it was written")
        }
    }

    private func insertGrants(_ row: AccountRow) throws(DatabaseError) {
        for grant in row.account.grants {
            try transaction.execute(
                """
                INSERT INTO account_grant (account_id, role, unit_id)
                VALUES (\(row.account.id), \(grant.role.rawValue), \(grant.unit))
                """
            )
        }
    }

    private func replaceRecoveryCodes(_ row: AccountRow) throws(DatabaseError) {
        try transaction.execute("DELETE FROM account_recovery_code WHERE account_id = \(row.account.id)")
        for (position, hash) in row.recovery.hashes.enumerated() {
            try transaction.execute(
                """
                INSERT INTO account_recovery_code (account_id, position, hash)
                VALUES (\(row.account.id), \(position), \(hash))
                """
            )
        }
    }

    /// An entry that tells the account's state.
    private func log(_ action: String, _ row: AccountRow, by actor: Actor) throws(DatabaseError) {
        try records.audit.append(
            action,
            of: row.subject,
            unit: row.account.unit,
            content: row.content,
            by: actor,
            at: now,
            in: transaction
        )
    }

    /// An entry about something that leaves the account as it is; its action is among
    /// ``AccountStore/passiveActions``.
    func note(_ action: String, of account: Account, by actor: Actor) throws(DatabaseError) {
        try records.audit.append(
            action,
            of: AccountRow.subject(account.id),
            unit: account.unit,
            content: Array("{}".utf8),
            by: actor,
            at: now,
            in: transaction
        )
    }

    /// Somebody gave a name that no account has; which one is not kept, since people type passwords there.
    func noteUnknownName(by actor: Actor) throws(DatabaseError) {
        try records.audit.append(
            "sign-in.name-unknown",
            of: AuditSubject(kind: "sign-in", id: "unknown"),
            unit: nil,
            content: Array("{}".utf8),
            by: actor,
            at: now,
            in: transaction
        )
    }

    /// Ends whatever lets somebody act as the account without proving themselves anew.
    func endSessions(of id: Account.ID, except kept: Session.ID? = nil) throws(DatabaseError) {
        try transaction.execute(
            "DELETE FROM session WHERE account_id = \(id) AND id <> \(kept?.description ?? "")"
        )
        try transaction.execute("DELETE FROM sign_in_ticket WHERE account_id = \(id)")
    }
}
