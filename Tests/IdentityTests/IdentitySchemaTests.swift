import Database
import Language
import Testing
import Timekeeping

@testable import Identity

/// Changes that break one rule each, and the rule's name.
private let breaches: [(rule: DatabaseError.Kind, sql: SQL)] = [
    (.unique("account.sign_in_name"), "UPDATE account SET sign_in_name = 'quan.tri'"),
    (.check("account_sign_in_name"), "UPDATE account SET sign_in_name = ''"),
    (.check("account_full_name"), "UPDATE account SET full_name = ''"),
    (.check("account_unit"), "UPDATE account SET unit_id = ''"),
    (.check("account_state"), "UPDATE account SET state = 'lost'"),
    (.check("account_language"), "UPDATE account SET language = 'xx'"),
    (.check("account_version"), "UPDATE account SET version = 0"),
    (.check("account_password"), "UPDATE account SET password_hash = NULL"),
    (.check("account_last_step"), "UPDATE account SET timed_last_step = 1 WHERE timed_secret IS NULL"),
    (.check("account_pending"), "UPDATE account SET timed_pending = timed_secret"),
    (.foreignKey, "INSERT INTO account_grant VALUES ('nobody', 'viewer', '40')"),
    (.check("grant_role"), "UPDATE account_grant SET role = 'king'"),
    (.check("grant_unit"), "UPDATE account_grant SET unit_id = ''"),
    (.check("recovery_position"), "UPDATE account_recovery_code SET position = 10 WHERE position = 9"),
    (.check("recovery_hash"), "UPDATE account_recovery_code SET hash = \([UInt8]([1]))"),
    (.check("link_token"), "UPDATE account_link SET token_hash = \([UInt8]([1]))"),
    (.check("link_purpose"), "UPDATE account_link SET purpose = 'wish'"),
    (.check("link_unit"), "UPDATE account_link SET unit_id = ''"),
    (.check("link_account"), "UPDATE account_link SET account_id = NULL"),
    (.check("link_end"), "UPDATE account_link SET ends_at = created_at"),
    (.check("counter_key"), "UPDATE sign_in_counter SET key_hash = \([UInt8]([1]))"),
    (.check("counter_attempts"), "UPDATE sign_in_counter SET attempts = -1"),
    (.check("counter_wait"), "UPDATE sign_in_counter SET wait_left = -1"),
    (.check("counter_memory"), "UPDATE sign_in_counter SET memory_left = -1"),
    (.check("ticket_token"), "UPDATE sign_in_ticket SET token_hash = \([UInt8]([1]))"),
    (.check("ticket_end"), "UPDATE sign_in_ticket SET ends_at = created_at"),
    (.check("session_token"), "UPDATE session SET token_hash = \([UInt8]([1]))"),
    (.check("session_life"), "UPDATE session SET life_left = -1"),
    (.check("session_idle"), "UPDATE session SET idle_left = -1"),
    (.foreignKey, "UPDATE session SET account_id = 'nobody'"),
    (.check("key_token"), "UPDATE api_key SET token_hash = \([UInt8]([1]))"),
    (.check("key_name"), "UPDATE api_key SET name = ''"),
    (.check("key_role"), "UPDATE api_key SET role = 'administrator'"),
    (.check("key_unit"), "UPDATE api_key SET unit_id = ''"),
    (.check("key_end"), "UPDATE api_key SET ends_at = created_at"),
]

/// A row in each table.
private func livedThrough(_ bench: IdentityBench) async throws {
    _ = try await bench.enrolled()
    _ = try await bench.ticket("quan.tri")
    try await bench.member("can.bo")
    _ = try await bench.signedIn("can.bo")
    _ = try await bench.accounts.invite(draft("moi"), by: TestPermit(), reaching: everywhere)
    _ = try await APIKeyStore(bench.records).make(
        APIKeyDraft(name: "Cổng", grant: RoleGrant(.viewer, in: commune), days: 1),
        by: TestKeyPermit(),
        reaching: everywhere
    )
}

@Test("the schema itself refuses each thing that must not be, and says which rule it breaks")
func identitySchema() async throws {
    try await withIdentity { bench in
        try await livedThrough(bench)
        for (rule, sql) in breaches {
            do {
                let count = try await bench.database.write { try $0.execute(sql) }
                Issue.record("\(rule) let \(count) rows through")
            } catch let error as DatabaseError {
                #expect(error.kind == rule, "\(rule): \(error)")
            }
        }
    }
}

@Test("what belongs to an account goes with its row")
func identityCascade() async throws {
    try await withIdentity { bench in
        try await livedThrough(bench)
        _ = try await bench.database.write { try $0.execute("DELETE FROM account") }
        for table in ["account_grant", "account_recovery_code", "account_link", "sign_in_ticket", "session"] {
            #expect(try await bench.number("SELECT count(*) FROM \(trusted: table)") == 0, "\(table)")
        }
    }
}
