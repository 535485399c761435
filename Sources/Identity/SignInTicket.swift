import Cryptography
import Database
import Timekeeping

/// Between password and code: a ticket says that the password was right.
extension AccountWriter {
    func makeTicket(for account: Account.ID) throws -> SecretToken {
        let ticket = try records.makeToken()
        try transaction.execute("DELETE FROM sign_in_ticket WHERE ends_at <= \(now)")
        try transaction.execute(
            """
            INSERT INTO sign_in_ticket (token_hash, account_id, created_at, ends_at)
            VALUES (\(ticket.hash), \(account), \(now), \(now + .seconds(SignIn.ticketSeconds)))
            """
        )
        return ticket
    }

    /// Whose ticket it is; `nil` when it does not hold.
    func account(of ticket: SecretToken) throws(DatabaseError) -> Account.ID? {
        let row = try transaction.first(
            "SELECT account_id, created_at, ends_at FROM sign_in_ticket WHERE token_hash = \(ticket.hash)"
        )
        guard let row, Validity(createdAt: try row[1], endsAt: try row[2]).holds(at: now) else { return nil }
        return try row[0]
    }

    func delete(_ ticket: SecretToken) throws(DatabaseError) {
        try transaction.execute("DELETE FROM sign_in_ticket WHERE token_hash = \(ticket.hash)")
    }

    /// Whether the step was still unused: another process may have taken it since the row was read.
    func storeLastStep(_ step: Int64?, of account: Account.ID) throws(DatabaseError) -> Bool {
        let count = try transaction.execute(
            """
            UPDATE account SET timed_last_step = \(step)
            WHERE id = \(account) AND timed_last_step < \(step)
            """
        )
        return count == 1
    }
}

extension AccountRow {
    /// A secret opens only in the row that it was sealed for.
    var sealPurpose: [UInt8] { Array("timed codes \(account.id)".utf8) }
}
