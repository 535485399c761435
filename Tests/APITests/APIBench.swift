import Access
import AskingRouters
import AuditLog
import Cases
import Cryptography
import Database
import Datasets
import Foundation
import HTTPTypes
import Hummingbird
import Identity
import Language
import Places
import Serving
import Synchronization
import Testing
import Timekeeping
import WebWatch

@testable import API

let province: Places.Unit.ID = Places.Unit.ID(rawValue: "40")
let commune = Places.Unit.ID(rawValue: "17662")
let otherCommune = Places.Unit.ID(rawValue: "16681")
/// Wednesday, 8:00 in Vinh.
let wednesdayMorning = Instant(secondsSince1970: 1_795_568_400)

/// A clock that a test moves.
final class HandClock: Sendable {
    private let time = Mutex(wednesdayMorning)
    var wall: WallClock { WallClock { self.time.withLock { $0 } } }
    var now: Instant { time.withLock { $0 } }
    func advance(_ seconds: Int) { time.withLock { $0 = $0 + .seconds(seconds) } }
}

/// The API over a database in a temporary folder of its own.
struct APIBench: Sendable {
    let database: SQLiteDatabase
    let clock: HandClock
    let house: APIHouse
    let signer: NoteSigner
    let router: AskedRouter

    private var keys: KeyAdministration { KeyAdministration(house.keys, tree: house.tree) }

    /// Somebody with a key of this role.
    func caller(_ role: Role, in unit: Places.Unit.ID = province, days: Int = 30) async throws -> Caller {
        Caller(bench: self, key: try await makeKey(role, in: unit, days: days).text)
    }

    var stranger: Caller { Caller(bench: self, key: nil) }

    func makeKey(
        _ role: Role,
        in unit: Places.Unit.ID = province,
        days: Int = 30
    ) async throws -> (key: APIKey, text: String) {
        let draft = try APIKeyDraft(
            name: "Trục liên thông",
            grant: RoleGrant(role, in: unit.rawValue),
            days: days
        )
        return try await keys.make(draft, by: permit(ManageKeys.self))
    }

    func revoke(_ key: APIKey) async throws { _ = try await keys.revoke(key.id, by: permit(ManageKeys.self)) }

    func permit<A: Action>(_ action: A.Type, on unit: Places.Unit.ID = province) -> Permit<A> {
        SystemAccess().permit(.system("test"), to: action, on: unit)
    }

    /// Everything the log got after the units, in order.
    func audited() async throws -> [String] {
        try await database.read { transaction in
            try transaction.query(
                "SELECT action FROM audit_entry WHERE subject_kind NOT LIKE 'unit%' ORDER BY id"
            )
            .map { row in try row[0] }
        }
    }

    func number(_ sql: SQL) async throws -> Int { try await database.read { try $0.value(sql) } ?? 0 }

    /// Gives the log's entries their places.
    func sequence() async throws {
        try await Sequencer(database: database, signer: signer, clock: clock.wall).drain()
    }
}

func withAPI(_ body: @Sendable (APIBench) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sen-api-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let database = try SQLiteDatabase(path: folder.appending(path: "sen.sqlite").path)
    defer {
        database.close()
        try? FileManager.default.removeItem(at: folder)
    }
    let clock = HandClock()
    try await Migrator(
        Outbox.migrations + AuditLog.migrations + UnitStore.migrations + CaseMigrations.all
            + IdentityMigrations.all
            + WebsiteMigrations.all + APIMigrations.all + DatasetMigrations.all
            + SubscriptionMigrations.all
    ).migrate(database, clock: clock.wall)
    let signer = try #require(
        NoteSigner(name: "sen.test", key: try Ed25519PrivateKey(seed: Array(repeating: 1, count: 32)))
    )
    let house = try house(database, clock, signer)
    let everyUnit = SystemAccess().permit(.system("test"), to: ChangeUnits.self, on: province)
    try await house.units.seed(try ReferenceProvince.load(), by: everyUnit)
    let router = Router(context: SenContext.self)
    APIRoutes(house).add(to: router)
    router.get("page") { _, _ in "a page of the console" }
    let asked = AskedRouter(router.buildResponder())
    return try await body(
        APIBench(database: database, clock: clock, house: house, signer: signer, router: asked)
    )
}

/// The province as it ships, read once.
private let reference = try? ReferenceProvince.load()
let unitsToday = reference?.history.tree(at: CivilCalendar(timeZone: .gmt).day(of: wednesdayMorning))

private func house(_ database: SQLiteDatabase, _ clock: HandClock, _ signer: NoteSigner) throws -> APIHouse {
    let tree = try #require(unitsToday)
    let trees = UnitTrees(try #require(reference).history)
    let calendar = try #require(CivilCalendar(timeZoneNamed: "Asia/Ho_Chi_Minh"))
    let counter = Counter()
    let ids = IDMaker.timeOrdered(clock: clock.wall, randomBits: { counter.next() })
    let log = AuditLog(randomBytes: SecureRandom.bytes)
    let records = IdentityRecords(
        database: database,
        audit: log,
        clock: clock.wall,
        ids: ids,
        randomBytes: SecureRandom.bytes
    )
    let datasets = DatasetStore(
        database: database,
        audit: log,
        clock: clock.wall,
        ids: ids,
        calendar: calendar,
        trees: { trees }
    )
    let subscriptions = SubscriptionStore(
        datasets: datasets,
        box: try SealedBox(key: Array(repeating: 7, count: 32), randomBytes: SecureRandom.bytes),
        randomBytes: SecureRandom.bytes,
        allowsLoopback: false
    )
    let webhooks = WebhookDelivery(
        store: subscriptions,
        around: WebhookSurroundings(
            send: { $0.target.text.contains("gone") ? .answered(status: 410) : .answered(status: 204) },
            render: { WebhookShape.bytes($0, isWhole: $1) },
            reader: { owner, _ in
                WebhookReader(permit: SystemAccess().permit(owner, on: province), own: .everything)
            },
            chance: { 0.5 },
            onFailure: { _ in }
        )
    )
    return APIHouse(
        database: database,
        cases: CaseStore(
            database: database,
            audit: log,
            clock: clock.wall,
            ids: ids,
            settings: CaseSettings(
                calendar: WorkingCalendar(civil: calendar, holidays: .vietnamese, hours: .byDefault)
            ),
            tree: { tree }
        ),
        websites: WebsiteStore(database: database, audit: log, clock: clock.wall, ids: ids),
        datasets: datasets,
        webhooks: webhooks,
        units: UnitStore(database: database, audit: log, clock: clock.wall),
        accounts: AccountAdministration(AccountStore(records), tree: { tree }),
        keys: APIKeyStore(records),
        audit: log,
        logKey: signer.verifyKey,
        access: Access(tree: { tree }),
        actions: ActionCatalogue(
            AccessActions.all + CaseActions.all + DatasetActions.all + WebsiteActions.all
        ),
        tree: { tree },
        calendar: calendar,
        clock: clock.wall,
        operating: Operating(
            requests: RequestMetrics(),
            punctuality: { nil },
            residentBytes: { 12_345 },
            databaseBytes: { nil },
            steadySeconds: { 0 },
            pause: { try await Task.sleep(for: $0 / 100) }
        )
    )
}

final class Counter: Sendable {
    private let count = Mutex<UInt64>(0)
    func next() -> UInt64 {
        count.withLock { count in
            count += 1
            return count
        }
    }
}
