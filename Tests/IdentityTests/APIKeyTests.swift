import AuditLog
import Cryptography
import Database
import Language
import Testing
import Timekeeping

@testable import Identity

struct TestKeyPermit: KeyWritePermit {
    var actor = Actor.system("test")
    var unitID = province
}

private func keys(_ bench: IdentityBench) -> APIKeyStore { APIKeyStore(bench.records) }

private func make(_ bench: IdentityBench, days: Int = 30) async throws -> (key: APIKey, text: String) {
    try await keys(bench).make(
        APIKeyDraft(name: "Trục liên thông", grant: RoleGrant(.viewer, in: commune), days: days),
        by: TestKeyPermit(),
        reaching: everywhere
    )
}

private func problem(_ bench: IdentityBench) async throws -> AuditProblem.Code? {
    let key = try Ed25519PrivateKey(seed: Array(repeating: 1, count: 32)).publicKey
    let verifier = AuditVerifier(
        database: bench.database,
        key: try #require(NoteVerifyKey(name: "test", key: key)),
        tables: [APIKeyStore.auditedTable]
    )
    return try await verifier.verify().problem?.code
}

@Test("a key speaks for itself with its one role, and is kept only as a hash")
func keySpeaks() async throws {
    try await withIdentity { bench in
        let (key, text) = try await make(bench)
        #expect(text.hasPrefix("sen_"))
        let found = try await keys(bench).find(text)
        #expect(
            found.principal == Principal(actor: .key(key.id.uuid), grants: [RoleGrant(.viewer, in: commune)])
        )
        let rows = try await bench.database.read { try $0.query("SELECT * FROM api_key") }
        let token = try #require(SecretToken(String(text.dropFirst(4))))
        #expect(rows[0].values.contains(.blob(token.hash)))
        #expect(!"\(rows)".contains(text.dropFirst(4)))
        #expect(try await bench.audited() == ["key.made"])
    }
}

@Test("a forged, an expired and a revoked key are refused alike")
func keysRefused() async throws {
    try await withIdentity { bench in
        let (expiring, expired) = try await make(bench, days: 1)
        let (key, revoked) = try await make(bench)
        _ = try await keys(bench).revoke(key.id, by: TestKeyPermit(), reaching: everywhere)
        let forged = "sen_" + (try #require(SecretToken.make(randomBytes: SecureRandom.bytes)).text)
        bench.clock.advance(24 * 3600 - 1)
        #expect(try await keys(bench).find(expired).id == expiring.id)
        bench.clock.advance(1)
        for text in [expired, revoked, forged, String(forged.dropFirst(4)), "", "sen_", "sen_' OR 1=1"] {
            let refused = await failure { _ = try await keys(bench).find(text) }
            #expect(refused == .keyRefused)
        }
    }
}

@Test("a clock that stands before the making lets no key through")
func keyClockBack() async throws {
    try await withIdentity { bench in
        let (_, text) = try await make(bench)
        bench.clock.advance(-3600)
        let refused = await failure { _ = try await keys(bench).find(text) }
        #expect(refused == .keyRefused)
    }
}

@Test("a use is written at most once a minute")
func keyUse() async throws {
    try await withIdentity { bench in
        let (_, text) = try await make(bench)
        func stored() async throws -> Int {
            try await bench.number("SELECT coalesce(used_at, 0) FROM api_key")
        }
        _ = try await keys(bench).find(text)
        let first = try await stored()
        #expect(first == bench.clock.now.microsecondsSince1970)
        bench.clock.advance(59)
        _ = try await keys(bench).find(text)
        #expect(try await stored() == first)
        bench.clock.advance(1)
        _ = try await keys(bench).find(text)
        #expect(try await stored() == first + 60_000_000)
        #expect(try await problem(bench) == nil)
    }
}

@Test("a key is made and revoked only within the permit, and revoked once")
func keyReach() async throws {
    try await withIdentity { bench in
        let draft = try APIKeyDraft(name: "Cổng", grant: RoleGrant(.officer, in: otherCommune), days: 1)
        let made = await failure {
            _ = try await keys(bench).make(draft, by: TestKeyPermit(), reaching: reach(commune))
        }
        #expect(made == .grantOutOfReach)
        let (key, _) = try await make(bench)
        func revoke(_ reach: PermitReach) async -> IdentityErrorCode? {
            await failure {
                _ = try await keys(bench).revoke(key.id, by: TestKeyPermit(), reaching: reach)
            }
        }
        let outside = await revoke(reach(otherCommune))
        #expect(outside == .keyNotFound)
        let inside = await revoke(everywhere)
        #expect(inside == nil)
        let again = await revoke(everywhere)
        #expect(again == .wrongState)
        #expect(try await bench.audited() == ["key.made", "key.revoked"])
        #expect(try await problem(bench) == nil)
        _ = try await bench.database.write { try $0.execute("UPDATE api_key SET revoked_at = NULL") }
        #expect(try await problem(bench) == .rowChanged)
    }
}

@Test("a list shows the keys of its units, the newest first")
func keyList() async throws {
    try await withIdentity { bench in
        let first = try await make(bench).key
        bench.clock.advance(1)
        let second = try await make(bench).key
        #expect(try await keys(bench).list(where: "unit_id = \(commune)").map(\.id) == [second.id, first.id])
        #expect(try await keys(bench).list(where: "unit_id = \(otherCommune)").isEmpty)
    }
}

@Test("a key without name, with the administrator's role, or for no or too long a time is not made")
func keyDrafts() {
    func code(_ name: String, _ role: Role, _ days: Int) -> IdentityErrorCode? {
        do throws(IdentityError) {
            _ = try APIKeyDraft(name: name, grant: RoleGrant(role, in: commune), days: days)
            return nil
        } catch { return error.code }
    }
    #expect(code(" ", .viewer, 1) == .keyNameInvalid)
    #expect(code("a\u{0}", .viewer, 1) == .keyNameInvalid)
    #expect(code("a", .administrator, 1) == .keyRoleRefused)
    for days in [0, -1, 367, Int.max] { #expect(code("a", .viewer, days) == .keyLifeInvalid) }
    #expect(code("a", .viewer, 366) == nil)
}
