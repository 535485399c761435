import Access
import AuditLog
import Cases
import Console
import Cryptography
import Database
import Datasets
import Foundation
import Hummingbird
import Places
import Serving
import Synchronization
import Testing
import Timekeeping
import WebWatch

@testable import Identity

let province = Places.Unit.ID(rawValue: "40")
let thanhVinh = Places.Unit.ID(rawValue: "16681")
let truongVinh = Places.Unit.ID(rawValue: "16690")
let goodPassword = "bốn từ rời nhau dễ nhớ"

/// The console over a database of its own, with the units of the province and a clock that a test moves.
final class HouseBench: Sendable {
    let database: SQLiteDatabase
    let identity: ConsoleIdentity
    let house: ConsoleHouse
    let cases: CaseStore
    let sequencer: Sequencer
    let key: NoteVerifyKey
    /// Every route of the console.
    let routes: [(method: HTTPRequest.Method, path: String)]
    private let responder: any HTTPResponder<SenContext>
    private let time: HandTime

    fileprivate init(_ database: SQLiteDatabase, address: String?) async throws {
        let time = HandTime()
        let clock = time.wall
        let ids = IDMaker { UUID() }
        let audit = AuditLog(randomBytes: SecureRandom.bytes)
        let calendar = try #require(CivilCalendar(timeZoneNamed: "Asia/Ho_Chi_Minh"))
        let history = try ReferenceProvince.load().history
        let tree = history.tree(at: calendar.day(of: clock.now()))
        let units = UnitStore(database: database, audit: audit, clock: clock)
        _ = try await units.seed(
            ReferenceProvince.load(),
            by: SystemAccess().permit(.system("start"), to: ChangeUnits.self, on: province)
        )
        let records = IdentityRecords(
            database: database,
            audit: audit,
            clock: clock,
            ids: ids,
            randomBytes: SecureRandom.bytes
        )
        identity = try Self.identity(records, tree, address)
        let people = ConsolePeople(
            accounts: AccountStore(records),
            keys: APIKeyStore(records),
            administration: identity.accounts
        )
        let signer = try #require(
            NoteSigner(
                name: "sen.example/audit",
                key: try Ed25519PrivateKey(seed: .init(repeating: 3, count: 32))
            )
        )
        (sequencer, key) = (Sequencer(database: database, signer: signer, clock: clock), signer.verifyKey)
        let working = WorkingCalendar(civil: calendar, holidays: .vietnamese, hours: .byDefault)
        cases = CaseStore(
            database: database,
            audit: audit,
            clock: clock,
            ids: ids,
            settings: CaseSettings(calendar: working),
            tree: { tree }
        )
        let watch = ConsoleWatch(
            websites: WebsiteStore(database: database, audit: audit, clock: clock, ids: ids),
            punctuality: { nil },
            hexagons: Places.HexagonMap(cells: try ReferenceProvince.load().hexagons),
            visitor: { [sessions = identity.sessions] in
                await SessionRecognition.visitor(of: $0, in: sessions)
            },
            pause: { _ in throw CancellationError() }
        )
        let trees = UnitTrees(try ReferenceProvince.load().history)
        house = ConsoleHouse(
            cases: cases,
            datasets: DatasetStore(
                database: database,
                audit: audit,
                clock: clock,
                ids: ids,
                calendar: calendar,
                trees: { trees }
            ),
            watch: watch,
            access: Access(tree: { tree }),
            identity: identity,
            audit: ConsoleAudit(log: audit, database: database, key: signer.verifyKey),
            units: units,
            tree: { tree },
            calendar: calendar,
            clock: clock,
            name: { await people.name(of: $0) },
            people: { await people.assignable(in: $0) },
            isLab: false
        )
        let router = Router(context: SenContext.self)
        ConsoleGate(house).add(to: router)
        AccountRoutes(house).add(to: router)
        OwnAccountRoutes(house).add(to: router)
        KeyRoutes(house).add(to: router)
        UnitRoutes(house).add(to: router)
        AuditRoutes(house).add(to: router)
        CaseRoutes(house).add(to: router)
        BoardRoute(house).add(to: router)
        EventRoutes(house).add(to: router)
        WebsiteRoutes(house).add(to: router)
        DatasetRoutes(house).add(to: router)
        routes = router.routes.map { ($0.method, "\($0.path)") }
        (responder, self.database, self.time) = (router.buildResponder(), database, time)
    }

    static func identity(
        _ records: IdentityRecords,
        _ tree: UnitTree,
        _ address: String?
    ) throws -> ConsoleIdentity {
        let hashing = try PasswordHashing(cost: .init(logN: 4), randomBytes: SecureRandom.bytes)
        let box = try SealedBox(key: .init(repeating: 5, count: 32), randomBytes: SecureRandom.bytes)
        return ConsoleIdentity(
            signIn: SignIn(records, hashing: hashing, box: box),
            sessions: SessionStore(records, formKey: [1, 2, 3]),
            enrolment: TimedCodeEnrolment(records, box: box),
            links: AccountLinks(records, hashing: hashing),
            own: OwnAccount(records, hashing: hashing),
            accounts: AccountAdministration(AccountStore(records), tree: { tree }),
            keys: KeyAdministration(APIKeyStore(records), tree: { tree }),
            address: address
        )
    }

    var calendar: CivilCalendar { house.calendar }
    var now: Instant { time.wall.now() }
    func advance(_ duration: Duration) { time.advance(duration) }

    func browser(headers: [String: String] = [:]) -> Browser { Browser(responder, headers: headers) }

    /// The actions of the audit log from `first` on; those of the start, which brings the units in, are left out.
    func audited(after first: Int64 = 0) async throws -> [String] {
        try await database.read { transaction in
            try transaction.query(
                """
                SELECT action FROM audit_entry
                WHERE id > \(first) AND actor <> 'system:start' ORDER BY id
                """
            ).map { row in try row[0] }
        }
    }

    func lastEntry() async throws -> Int64 {
        try await database.read { try $0.value("SELECT max(id) FROM audit_entry") } ?? 0
    }
}

private final class HandTime: Sendable {
    private let time = Mutex(Instant(secondsSince1970: 1_795_572_000))
    var wall: WallClock { WallClock { self.time.withLock { $0 } } }
    func advance(_ duration: Duration) { time.withLock { $0 = $0 + duration } }
}

func withHouse<T>(address: String? = nil, _ body: (HouseBench) async throws -> T) async throws -> T {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sen-console-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let database = try SQLiteDatabase(path: folder.appending(path: "sen.sqlite").path)
    defer {
        database.close()
        try? FileManager.default.removeItem(at: folder)
    }
    let rooms = Outbox.migrations + AuditLog.migrations + UnitStore.migrations
    try await Migrator(
        rooms + CaseMigrations.all + IdentityMigrations.all + WebsiteMigrations.all + DatasetMigrations.all
    ).migrate(database, clock: WallClock { Instant(secondsSince1970: 1_795_572_000) })
    return try await body(HouseBench(database, address: address))
}

/// People with accounts, and browsers in which they are signed in.
extension HouseBench {
    /// Whoever first used the link that the program prints, with one-time codes set up.
    func administrator(in browser: Browser? = nil) async throws -> (account: Account, browser: Browser) {
        let browser = browser ?? self.browser()
        let link = try #require(try await identity.links.makeFirstAdministratorLink(unit: province.rawValue))
        let account = try await identity.links.makeFirstAdministrator(
            link.text,
            signInName: try #require(SignInName("quan.tri")),
            fullName: try #require(FullName("Trần Văn Mẫu")),
            password: goodPassword
        )
        _ = try await browser.post("/sign-in", ["name": "quan.tri", "password": goodPassword])
        _ = try await enrol(browser)
        return (account, browser)
    }

    /// Sets up one-time codes as a person does; returns the codes on paper.
    func enrol(_ browser: Browser) async throws -> [String] {
        let token = try #require(try await browser.get("/enrol").hidden("token"))
        let shown = try await browser.post("/enrol", ["token": token, "step": "begin"])
        let secret = try #require(shown.text.firstMatch(of: /<code>([A-Z2-7]{32})<\/code>/)).1
        let done = try await browser.post(
            "/enrol",
            ["token": token, "step": "confirm", "code": try code(String(secret))]
        )
        return done.text.matches(of: /<li><code>([A-Z2-7-]+)<\/code>/).map { String($0.1) }
    }

    /// What an authenticator app shows now.
    func code(_ secret: String) throws -> String {
        let bytes = try #require(BaseCoding.base32.decode(secret))
        return try #require(TimedCodes(secret: bytes)).code(of: TimedCodes.step(at: now))
    }

    /// Somebody with one role in one unit, signed in.
    func member(
        _ name: String,
        _ role: Role,
        in unit: Places.Unit.ID,
        fullName: String = "Nguyễn Thị Mẫu"
    ) async throws -> (account: Account, browser: Browser) {
        let permit = SystemAccess().permit(.system("start"), to: ManageAccounts.self, on: province)
        let draft = AccountDraft(
            signInName: try #require(SignInName(name)),
            fullName: try #require(FullName(fullName)),
            unit: unit.rawValue,
            grants: [RoleGrant(role, in: unit.rawValue)]
        )
        let (_, link) = try await identity.accounts.invite(draft, by: permit)
        let account = try await identity.links.setPassword(link.text, password: goodPassword)
        let browser = browser()
        _ = try await browser.post("/sign-in", ["name": name, "password": goodPassword])
        return (account, browser)
    }

    /// Another browser of somebody who has a password and no codes.
    func signedIn(_ name: String) async throws -> Browser {
        let browser = browser()
        _ = try await browser.post("/sign-in", ["name": name, "password": goodPassword])
        return browser
    }

    /// What the forms of an account's page send besides what a person fills in.
    func fields(_ page: Answer) throws -> [String: String] {
        [
            "token": try #require(page.hidden("token")), "version": try #require(page.hidden("version")),
        ]
    }

    func openCase(in unit: Places.Unit.ID) async throws -> Case {
        let draft = CaseDraft(
            kind: .website,
            cause: "website:w1:hidden-links",
            subject: CaseSubject(kind: "website", id: "w1", name: "xa.example"),
            title: "Trang bị chèn liên kết ẩn",
            unit: unit,
            severity: .serious,
            detectedAt: now
        )
        let permit = SystemAccess().permit(.system("watch"), to: OpenCase.self, on: unit)
        return try await cases.open(draft, by: permit).theCase
    }
}
