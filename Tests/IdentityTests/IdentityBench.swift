import AuditLog
import Cryptography
import Database
import Foundation
import Language
import Synchronization
import TestDatabases
import Testing
import Timekeeping

@testable import Identity

let province = "40"
let commune = "16681"
let otherCommune = "16690"
let longPassword = "bốn từ rời nhau dễ nhớ"
let newPassword = "một câu khác hẳn câu trước"
let office = ClientAddress("203.0.113.7")

/// A clock that a test moves, also backwards.
final class HandClock: Sendable {
    private let time = Mutex(Instant(secondsSince1970: 1_795_000_000))
    var wall: WallClock { WallClock { self.time.withLock { $0 } } }
    var now: Instant { time.withLock { $0 } }
    func advance(_ seconds: Int64) { time.withLock { $0 = $0 + .seconds(seconds) } }
}

/// A permit that only tests can make; the real one comes from Access, and its reach from the tree of units.
struct TestPermit: AccountWritePermit {
    var actor = Actor.system("test")
    var unitID = province
}

/// Reaches these units and what already is in them.
func reach(_ units: String...) -> PermitReach {
    PermitReach(roots: [province], covers: { units.contains($0) }, mayGrant: { units.contains($0) })
}

let everywhere = reach(province, commune, otherCommune)

/// The stores over a database in a temporary folder of its own.
struct IdentityBench {
    let database: any Database
    let clock: HandClock
    let records: IdentityRecords
    let hashing: PasswordHashing
    let box: SealedBox

    var accounts: AccountStore { AccountStore(records) }
    var sessions: SessionStore { SessionStore(records, formKey: [UInt8](repeating: 9, count: 32)) }
    var signIn: SignIn { SignIn(records, hashing: hashing, box: box) }
    var enrolment: TimedCodeEnrolment { TimedCodeEnrolment(records, box: box) }
    var links: AccountLinks { AccountLinks(records, hashing: hashing) }

    /// An account that can sign in with ``longPassword``.
    @discardableResult
    func member(
        _ name: String,
        _ grants: [RoleGrant] = [RoleGrant(.officer, in: commune)],
        in unit: String = commune
    )
        async throws -> Account
    {
        let (_, link) = try await accounts.invite(
            try draft(name, grants, in: unit),
            by: TestPermit(),
            reaching: everywhere
        )
        return try await links.setPassword(link.text, password: longPassword)
    }

    func administrator(_ name: String = "quan.tri") async throws -> Account {
        try await member(name, [RoleGrant(.administrator, in: province)], in: province)
    }

    @discardableResult
    func disable(_ account: Account) async throws -> Account {
        try await accounts.disable(
            account.id,
            expecting: account.version,
            by: TestPermit(),
            reaching: everywhere
        )
    }

    func reset(_ account: Account, within reach: PermitReach = everywhere) async throws -> SecretToken {
        try await accounts.reset(account.id, expecting: account.version, by: TestPermit(), reaching: reach)
    }

    func enable(_ account: Account) async throws -> SecretToken {
        try await accounts.enable(
            account.id,
            expecting: account.version,
            by: TestPermit(),
            reaching: everywhere
        )
    }

    /// The account as it is now.
    func now(_ account: Account) async throws -> Account { try await accounts.find(account.id) }

    func number(_ sql: SQL) async throws -> Int { try await database.read { try $0.value(sql) } ?? 0 }

    func begin(
        _ name: String,
        _ password: String = longPassword,
        from address: ClientAddress = office
    ) async throws -> SignInStep {
        try await signIn.begin(name: name, password: password, from: address)
    }

    /// Signs in with the password alone.
    func signedIn(_ name: String) async throws -> (cookie: String, signedIn: SignedIn) {
        guard case .signedIn(let new) = try await begin(name) else { throw Unexpected() }
        return (new.token.text, try await sessions.find(new.token.text))
    }

    /// Signs in as far as the question for the code.
    func ticket(_ name: String) async throws -> String {
        guard case .codeWanted(let ticket) = try await begin(name) else { throw Unexpected() }
        return ticket.text
    }

    func finish(_ ticket: String, _ code: String) async throws -> NewSession? {
        guard case .signedIn(let new) = try await signIn.finish(ticket: ticket, code: code, from: office)
        else { return nil }
        return new
    }

    /// An administrator with an authenticator app, and the codes on paper; a step later, so that a new code is due.
    func enrolled(_ name: String = "quan.tri") async throws -> (app: TimedCodes, paper: [String]) {
        _ = try await administrator(name)
        let signedIn = try await signedIn(name).signedIn
        let app = try await enrolment.begin(signedIn)
        let paper = try await enrolment.confirm(signedIn, code: code(of: app))
        clock.advance(TimedCodes.stepSeconds)
        return (app, paper)
    }

    /// What the app shows now.
    func code(of app: TimedCodes) -> String { app.code(of: TimedCodes.step(at: clock.now)) }

    /// What the audit log has got, in order.
    func audited() async throws -> [String] {
        try await database.read {
            try $0.query("SELECT action FROM audit_entry ORDER BY id").map { try $0[0] }
        }
    }

    /// What the verifier finds wrong.
    func auditProblem() async throws -> AuditProblem.Code? {
        let key = try Ed25519PrivateKey(seed: Array(repeating: 1, count: 32)).publicKey
        let verifier = AuditVerifier(
            database: database,
            key: try #require(NoteVerifyKey(name: "test", key: key)),
            tables: [AccountStore.auditedTable]
        )
        return try await verifier.verify().problem?.code
    }
}

struct Unexpected: Error {}

func draft(_ name: String, _ grants: [RoleGrant] = [], in unit: String = commune) throws -> AccountDraft {
    AccountDraft(
        signInName: try #require(SignInName(name)),
        fullName: try #require(FullName("Nguyễn Thị Mẫu")),
        unit: unit,
        grants: grants
    )
}

func withIdentity<T>(_ body: (IdentityBench) async throws -> T) async throws -> T {
    try await onEachDatabase(AuditLog.migrations + IdentityMigrations.all, clock: HandClock().wall) {
        (each) async throws in
        let clock = HandClock()
        let records = IdentityRecords(
            database: each.database,
            audit: AuditLog(randomBytes: SecureRandom.bytes),
            clock: clock.wall,
            ids: .timeOrdered(clock: clock.wall, randomBits: { UInt64.random(in: 0...UInt64.max) }),
            randomBytes: SecureRandom.bytes
        )
        let hashing = try PasswordHashing(cost: .init(logN: 4), randomBytes: SecureRandom.bytes)
        return try await body(
            IdentityBench(
                database: each.database,
                clock: clock,
                records: records,
                hashing: hashing,
                box: try SealedBox(
                    key: [UInt8](repeating: 5, count: SealedBox.keyByteCount),
                    randomBytes: SecureRandom.bytes
                )
            )
        )
    }
}

/// The code that `body` fails with; `nil` when it does not fail.
func failure(_ body: () async throws -> Void) async -> IdentityErrorCode? {
    do { try await body() } catch { return (error as? IdentityError)?.code }
    return nil
}
