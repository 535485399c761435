package import AuditLog
package import Database
import Language

/// Keeps the accounts: each write is one transaction with its audit entry.
package struct AccountStore: Sendable {
    /// Accounts on one page of a list.
    package static let pageMax = 200

    let records: IdentityRecords

    package init(_ records: IdentityRecords) { self.records = records }

    /// - Throws: ``IdentityErrorCode/accountNotFound``.
    package func find(_ id: Account.ID) async throws(IdentityError) -> Account {
        let found = try await records.read { try $0.accountRow(id)?.account }
        guard let found else { throw IdentityError(.accountNotFound, "no such account") }
        return found
    }

    /// - Throws: ``IdentityErrorCode/accountNotFound``.
    package func find(_ name: SignInName) async throws(IdentityError) -> Account {
        let found = try await records.read { try $0.accountRow(name)?.account }
        guard let found else { throw IdentityError(.accountNotFound, "no account has the name") }
        return found
    }

    /// The accounts whose unit meets `condition`, which is about the column `unit_id`, by sign-in name.
    ///
    /// `after` is the last name of the page before.
    package func list(
        where condition: SQL,
        after name: SignInName? = nil,
        limit: Int = AccountStore.pageMax
    ) async throws(IdentityError) -> [Account] {
        let limit = min(max(1, limit), Self.pageMax)
        return try await records.read { transaction in
            let rows = try transaction.query(
                """
                SELECT \(AccountRow.selected) FROM account
                WHERE \(condition) AND sign_in_name > \(name?.text ?? "")
                ORDER BY sign_in_name LIMIT \(limit)
                """
            )
            return try rows.map { try transaction.accountRow($0).account }
        }
    }

    /// The accounts that can sign in and have one of `roles` in one of `units`, by name; at most ``pageMax``.
    package func active(
        granted roles: Set<Role>,
        in units: some Sequence<String>
    ) async throws(IdentityError) -> [Account] {
        let units = Array(units)
        guard !roles.isEmpty, !units.isEmpty else { return [] }
        let roles = SQL.joined(roles.map(\.rawValue).sorted().map { "\($0)" }, by: ", ")
        let unitList = SQL.joined(units.map { "\($0)" }, by: ", ")
        return try await list(
            where: """
                state = 'active' AND id IN (
                    SELECT account_id FROM account_grant WHERE role IN (\(roles)) AND unit_id IN (\(unitList)))
                """
        )
    }
}

extension AccountStore {
    /// Entries that say what somebody did and not what the account is.
    static let passiveActions: Set<String> = [
        "account.signed-in", "account.signed-out", "account.sign-in-refused",
    ]

    /// How the verifier reads an account back.
    package static let auditedTable = AuditedTable(
        subjectKind: "account",
        ids: "SELECT id AS subject_id FROM account",
        passiveActions: passiveActions
    ) { id, transaction in
        guard let id = Account.ID(id) else { return nil }
        return try transaction.accountRow(id)?.content
    }
}

extension Transaction {
    /// Accounts that can sign in and are administrators of one of `units`.
    func administratorCount(of units: Set<String>) throws(DatabaseError) -> Int {
        guard !units.isEmpty else { return 0 }
        let list = SQL.joined(units.sorted().map { "\($0)" }, by: ", ")
        return try value(
            """
            SELECT count(DISTINCT a.id) FROM account AS a JOIN account_grant AS g ON g.account_id = a.id
            WHERE a.state = 'active' AND g.role = 'administrator' AND g.unit_id IN (\(list))
            """
        ) ?? 0
    }
}
