import Access
import AuditLog
import Cases
import Console
import Cryptography
import Database
import Datasets
import Foundation
import Identity
import Places
import Synchronization
import Timekeeping
import WebWatch

/// A whole province as the console meets it after two years: units, websites with their checks and findings, cases.
///
/// The same numbers make the same province, so that two measurements compare.
struct SeededProvince: Sendable {
    static let websitesCount = 10_000
    static let casesCount = 100_000
    /// Wednesday 25 November 2026, 09:40 in Nghệ An: within an hour, so that single checks are read too.
    static let now = Instant(secondsSince1970: 1_795_574_400)

    let database: SQLiteDatabase
    let cases: CaseStore
    let websites: WebsiteStore
    let units: UnitStore
    let audit: AuditLog
    let access: Access
    let tree: UnitTree
    let calendar: CivilCalendar
    let clock = WallClock { Self.now }

    /// Whoever may do everything in the whole province.
    static let administrator = Principal(
        actor: .account(UUID(uuid: (1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1))),
        grants: [.administrator, .leader].map {
            RoleGrant($0, in: ReferenceProvince.provinceID.rawValue)
        }
    )

    init(in folder: URL) async throws {
        database = try SQLiteDatabase(path: folder.appending(path: "sen.sqlite").path)
        let rooms = Outbox.migrations + AuditLog.migrations + UnitStore.migrations
        try await Migrator(
            rooms + CaseMigrations.all + IdentityMigrations.all + WebsiteMigrations.all
                + DatasetMigrations.all
        )
        .migrate(database, clock: clock)
        let reference = try ReferenceProvince.load()
        guard let calendar = CivilCalendar(timeZoneNamed: "Asia/Ho_Chi_Minh") else {
            throw SeedError(what: "the time zone of Việt Nam is not known here")
        }
        self.calendar = calendar
        let tree = reference.history.tree(at: calendar.day(of: Self.now))
        let audit = AuditLog(randomBytes: { Array(repeating: 7, count: $0) })
        (self.tree, access) = (tree, Access(tree: { tree }))
        var dice = Dice()
        let idDice = Mutex(Dice())
        let ids = IDMaker.timeOrdered(clock: clock) { idDice.withLock { $0.next() } }
        self.audit = audit
        units = UnitStore(database: database, audit: audit, clock: clock)
        _ = try await units.seed(
            reference,
            by: access.permit(Self.administrator, on: ReferenceProvince.provinceID)
        )
        cases = CaseStore(
            database: database,
            audit: audit,
            clock: clock,
            ids: ids,
            settings: CaseSettings(
                calendar: WorkingCalendar(civil: calendar, holidays: .vietnamese, hours: .byDefault)
            ),
            tree: { tree }
        )
        websites = WebsiteStore(database: database, audit: audit, clock: clock, ids: ids)
        try await SeededWebsites(province: self).fill(&dice)
        try await SeededCases(province: self).fill(&dice)
        // As the program does from time to time: plans need to know how much there is.
        _ = try await database.write { try $0.execute("ANALYZE") }
    }

    /// Communes and departments, which own the websites.
    var owners: [Places.Unit] { tree.units.filter { $0.id != ReferenceProvince.provinceID } }
}

struct SeedError: Error { let what: String }

/// What the pages of accounts and of the log stand on.
extension SeededProvince {
    func identity() throws -> ConsoleIdentity {
        let records = IdentityRecords(
            database: database,
            audit: audit,
            clock: clock,
            ids: .timeOrdered(clock: clock, randomBits: { UInt64.random(in: .min ... .max) }),
            randomBytes: SecureRandom.bytes
        )
        let hashing = try PasswordHashing(randomBytes: SecureRandom.bytes)
        let box = try SealedBox(key: SecureRandom.bytes(32), randomBytes: SecureRandom.bytes)
        return ConsoleIdentity(
            signIn: SignIn(records, hashing: hashing, box: box),
            sessions: SessionStore(records, formKey: SecureRandom.bytes(32)),
            enrolment: TimedCodeEnrolment(records, box: box),
            links: AccountLinks(records, hashing: hashing),
            own: OwnAccount(records, hashing: hashing),
            accounts: AccountAdministration(AccountStore(records), tree: { tree }),
            keys: KeyAdministration(APIKeyStore(records), tree: { tree }),
            address: nil
        )
    }

    func auditPages() throws -> ConsoleAudit {
        let key = try Ed25519PrivateKey(seed: .init(repeating: 7, count: 32))
        guard let signer = NoteSigner(name: "sen-bench", key: key) else {
            throw SeedError(what: "the signer's name is refused")
        }
        return ConsoleAudit(log: audit, database: database, key: signer.verifyKey)
    }
}

/// Numbers that are the same each time (SplitMix64).
struct Dice {
    private var state: UInt64 = 2_026

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// 0 to `count - 1`.
    mutating func roll(_ count: Int) -> Int { Int(next() % UInt64(count)) }
}
