import Access
import AuditLog
import Cases
import Cryptography
import Database
import Datasets
import Foundation
import Hummingbird
import Identity
import Language
import Places
import Serving
import Synchronization
import Testing
import Timekeeping

@testable import Console
@testable import WebWatch

/// Cửa Lò and Anh Sơn, two units of the province that know nothing of each other.
let cuaLo = Places.Unit.ID(rawValue: "16732")
let anhSon = Places.Unit.ID(rawValue: "17329")

/// The board, the websites and the live pages over a database of their own, with a clock that a test moves.
final class WallBench: Sendable {
    let database: SQLiteDatabase
    let cases: CaseStore
    let websites: WebsiteStore
    let datasets: DatasetStore
    let webhooks: WebhookDelivery
    let sequencer: Sequencer
    let tree: UnitTree
    let door: WallDoor
    let time: WallTime

    fileprivate init(_ database: SQLiteDatabase) async throws {
        let time = WallTime()
        let ids = IDMaker { UUID() }
        let audit = AuditLog(randomBytes: SecureRandom.bytes)
        let calendar = try #require(CivilCalendar(timeZoneNamed: "Asia/Ho_Chi_Minh"))
        let reference = try ReferenceProvince.load()
        let tree = reference.history.tree(at: calendar.day(of: time.now))
        let units = UnitStore(database: database, audit: audit, clock: time.wall)
        try await units.seed(
            reference,
            by: SystemAccess().permit(
                .system("start"),
                to: ChangeUnits.self,
                on: ReferenceProvince.provinceID
            )
        )
        let records = IdentityRecords(
            database: database,
            audit: audit,
            clock: time.wall,
            ids: ids,
            randomBytes: SecureRandom.bytes
        )
        let seed = try Ed25519PrivateKey(seed: .init(repeating: 3, count: 32))
        let signer = try #require(NoteSigner(name: "sen.example/audit", key: seed))
        let working = WorkingCalendar(civil: calendar, holidays: .vietnamese, hours: .byDefault)
        cases = CaseStore(
            database: database,
            audit: audit,
            clock: time.wall,
            ids: ids,
            settings: CaseSettings(calendar: working),
            tree: { tree }
        )
        websites = WebsiteStore(database: database, audit: audit, clock: time.wall, ids: ids)
        let watch = ConsoleWatch(
            websites: websites,
            punctuality: { nil },
            hexagons: Places.HexagonMap(cells: reference.hexagons),
            outlines: { time.outlines },
            visitor: { _ in time.visitor },
            pause: { try await time.pause($0) }
        )
        let trees = UnitTrees(reference.history)
        datasets = DatasetStore(
            database: database,
            audit: audit,
            clock: time.wall,
            ids: ids,
            calendar: calendar,
            trees: { trees }
        )
        webhooks = try Self.webhooks(datasets)
        sequencer = Sequencer(database: database, signer: signer, clock: time.wall)
        let house = ConsoleHouse(
            cases: cases,
            datasets: datasets,
            webhooks: webhooks,
            watch: watch,
            access: Access(tree: { tree }),
            identity: try HouseBench.identity(records, tree, nil),
            audit: ConsoleAudit(log: audit, database: database, key: signer.verifyKey),
            units: units,
            tree: { tree },
            calendar: calendar,
            clock: time.wall,
            name: { $0.code },
            people: { _ in [] },
            isLab: false
        )
        (self.database, self.tree, self.time) = (database, tree, time)
        door = WallDoor(responder: Self.router(house).buildResponder())
    }

    /// Receivers whose address says `gone` are; the others take everything.
    private static func webhooks(_ datasets: DatasetStore) throws -> WebhookDelivery {
        let store = SubscriptionStore(
            datasets: datasets,
            box: try SealedBox(key: Array(repeating: 7, count: 32), randomBytes: SecureRandom.bytes),
            randomBytes: SecureRandom.bytes,
            allowsLoopback: false
        )
        return WebhookDelivery(
            store: store,
            around: WebhookSurroundings(
                send: { .answered(status: $0.target.text.contains("gone") ? 410 : 204) },
                render: { change, _ in Array("\(change.sequence)".utf8) },
                reader: { owner, _ in
                    WebhookReader(
                        permit: SystemAccess().permit(owner, on: Places.Unit.ID(rawValue: "40")),
                        own: .everything
                    )
                },
                chance: { 0.5 },
                onFailure: { _ in }
            )
        )
    }

    private static func router(_ house: ConsoleHouse) -> Router<SenContext> {
        let router = Router(context: SenContext.self)
        router.add(middleware: ErrorPages(house))
        BoardRoute(house).add(to: router)
        EventRoutes(house).add(to: router)
        WebsiteRoutes(house).add(to: router)
        DatasetRoutes(house).add(to: router)
        OpenDataRoutes(house).add(to: router)
        CaseRoutes(house).add(to: router)
        return router
    }
}

/// A clock that a test moves, and that a stream moves when it waits.
final class WallTime: Sendable {
    private struct State {
        var now = Instant(secondsSince1970: 1_795_572_000)  // Wednesday 25 November 2026, 09:00 in Nghệ An
        var isEnding = false
        var visitor: Visitor? = WallReader.leader.visitor
        var outlines: BoundaryMap?
    }
    private let state = Mutex(State())

    var wall: WallClock { WallClock { self.now } }
    var now: Instant { state.withLock { $0.now } }
    /// For whom a stream's session speaks.
    var visitor: Visitor? {
        get { state.withLock { $0.visitor } }
        set { state.withLock { $0.visitor = newValue } }
    }
    /// The boundaries that somebody has brought in.
    var outlines: BoundaryMap? {
        get { state.withLock { $0.outlines } }
        set { state.withLock { $0.outlines = newValue } }
    }
    func advance(_ duration: Duration) { state.withLock { $0.now = $0.now + duration } }
    /// As when the program is told to end.
    func end() { state.withLock { $0.isEnding = true } }

    func pause(_ duration: Duration) async throws {
        try await Task.sleep(for: .milliseconds(1))
        advance(duration)
        if state.withLock({ $0.isEnding }) { throw CancellationError() }
    }
}

func withWall<T>(_ body: (WallBench) async throws -> T) async throws -> T {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sen-wall-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let database = try SQLiteDatabase(path: folder.appending(path: "sen.sqlite").path)
    defer {
        database.close()
        try? FileManager.default.removeItem(at: folder)
    }
    let all = Outbox.migrations + AuditLog.migrations + UnitStore.migrations
    try await Migrator(
        all + CaseMigrations.all + WebsiteMigrations.all + DatasetMigrations.all + SubscriptionMigrations.all
    )
    .migrate(database, clock: WallClock { Instant(secondsSince1970: 1_795_572_000) })
    return try await body(WallBench(database))
}

/// Things to look at.
extension WallBench {
    @discardableResult
    func website(
        _ address: String,
        name: String = "Cổng thông tin phường Cửa Lò",
        in unit: Places.Unit.ID = cuaLo,
        kind: WebsiteKind = .statePortal,
        criticality: Criticality = .ordinary
    ) async throws -> Website {
        let details = WebsiteDetails(
            address: try WebsiteAddress(address),
            name: name,
            unit: unit,
            kind: kind,
            criticality: criticality
        )
        return try await websites.add(details, by: SystemAccess().permit(.system("test"), on: unit))
    }

    /// A confirmed finding, and the website's health with it.
    func infect(
        _ website: Website,
        _ severity: WebWatch.Severity = .critical,
        quote: String = "Nhà cái uy tín số 1 Việt Nam",
        value: String = "nhà cái",
        kind: CheckKind = .hiddenLinks
    ) async throws {
        let evidence = Evidence(.termGambling, quote: quote, place: "body > div:nth-child(7)", value: value)
        let found = Finding(kind, severity, on: website.details.address.url, evidence: [evidence])
        let (now, unit) = (time.now, website.details.unit)
        var tracked = TrackedFinding(
            id: FindingID(UUID()),
            website: website.id,
            unit: unit,
            finding: found,
            at: now
        )
        (tracked.state, tracked.confirmedAt) = (.confirmed, now)
        let health = WebsiteHealth(worst: severity).rawValue
        try await database.write { [tracked] transaction in
            try tracked.insert(in: transaction)
            try transaction.execute(
                "UPDATE website_status SET health = \(health), deep_at = \(now) WHERE website_id = \(website.id)"
            )
        }
    }

    /// Checks of the last `count` minutes; each tenth was not answered.
    func check(_ website: Website, count: Int) async throws {
        let now = time.now
        try await database.write { transaction in
            let number: Int64 =
                try transaction.value("SELECT number FROM website WHERE id = \(website.id)") ?? 0
            for minute in 0..<count {
                let isAnswered = !minute.isMultiple(of: 10)
                try CheckResult(
                    at: now - .seconds(60 * minute),
                    kind: .light,
                    status: isAnswered ? 200 : nil,
                    failure: isAnswered ? nil : "timed-out",
                    totalMilliseconds: 100 + minute
                ).insert(website: number, website.details.unit, in: transaction)
            }
        }
    }

    @discardableResult
    func openCase(
        _ title: String,
        in unit: Places.Unit.ID = cuaLo,
        _ severity: CaseSeverity = .serious,
        about website: Website? = nil,
        evidence: [CaseEvidence] = []
    ) async throws -> Case {
        let subject = CaseSubject(
            kind: website == nil ? "task" : "website",
            id: website?.id.description ?? title,
            name: website?.details.name ?? title
        )
        let draft = CaseDraft(
            kind: website == nil ? .task : .website,
            subject: subject,
            title: title,
            unit: unit,
            severity: severity,
            detectedAt: time.now,
            evidence: evidence
        )
        return try await cases.open(draft, by: SystemAccess().permit(.system("test"), on: unit)).theCase
    }

    func number(_ sql: SQL) async throws -> Int { try await database.read { try $0.value(sql) } ?? 0 }
}

extension SystemAccess {
    static func permitForTest<A: Action>(_ unit: Places.Unit.ID) -> Permit<A> {
        SystemAccess().permit(.system("test"), on: unit)
    }
}
