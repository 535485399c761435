import Access
import AuditLog
import Cases
import Database
import Datasets
import Foundation
import Places
import Synchronization
import TestDatabases
import Testing
import Timekeeping

@testable import Reactions
@testable import WebWatch

/// A bench on a database of its own, on each kind of database.
func withLoop<T>(_ body: (LoopBench) async throws -> T) async throws -> T {
    let all =
        Outbox.migrations + AuditLog.migrations + UnitStore.migrations + CaseMigrations.all
        + WebsiteMigrations.all + DatasetMigrations.all
    return try await onEachDatabase(all, clock: HandClock().wall) { (each) async throws in
        try await seedUnits(each.database)
        return try await body(try makeBench(each.database, HandClock()))
    }
}

private func makeBench(_ database: any Database, _ clock: HandClock) throws -> LoopBench {
    let audit = AuditLog(randomBytes: { Array(repeating: 7, count: $0) })
    let ids = countingIDs(clock.wall)
    let civil = try #require(CivilCalendar(timeZoneNamed: "Asia/Ho_Chi_Minh"))
    let working = WorkingCalendar(civil: civil, holidays: .vietnamese, hours: .byDefault)
    let cases = CaseStore(
        database: database,
        audit: audit,
        clock: clock.wall,
        ids: ids,
        settings: CaseSettings(calendar: working),
        tree: { communesOfProvince }
    )
    let websites = WebsiteStore(database: database, audit: audit, clock: clock.wall, ids: ids)
    let datasets = DatasetStore(
        database: database,
        audit: audit,
        clock: clock.wall,
        ids: ids,
        calendar: civil,
        trees: { unitsOfProvince }
    )
    let site = ScriptedSite()
    var settings = WatchSettings(checks: CheckSettings(mandatoryLines: []))
    settings.pace.deepSeconds = 300
    settings.pace.deepAfterChangeSecondsMin = 30
    return LoopBench(
        database: database,
        clock: clock,
        site: site,
        cases: cases,
        websites: websites,
        watch: WatchService(
            store: websites,
            fetcher: site,
            settings: settings,
            calendar: civil,
            pause: { _ in throw CancellationError() },
            onFailure: { Issue.record($0) }
        ),
        house: ReactionHouse(
            cases: cases,
            websites: websites,
            datasets: datasets,
            access: SystemAccess()
        ),
        failures: Failures()
    )
}

private let unitsOfProvince = UnitTrees(
    UnitHistory(units: communesOfProvince.units, successions: [])
)

private let communesOfProvince: UnitTree = {
    let start = CivilCalendar(timeZone: .gmt).day(of: Instant(secondsSince1970: 1_751_328_000))
    func unit(_ id: Places.Unit.ID, _ name: String, _ kind: UnitKind, _ parent: Places.Unit.ID?)
        -> Places.Unit
    {
        Places.Unit(id: id, code: id.rawValue, name: name, kind: kind, parent: parent, validFrom: start)
    }
    return UnitTree(
        [
            unit(province, "Tỉnh Nghệ An", .province, nil),
            unit(commune, "Xã Đô Lương", .commune, province),
            unit(otherCommune, "Xã Bạch Ngọc", .commune, province),
        ],
        on: start
    )
}()

private func seedUnits(_ database: any Database) async throws {
    _ = try await database.write { transaction in
        for (id, name) in [
            (province, "Tỉnh Nghệ An"), (commune, "Xã Đô Lương"), (otherCommune, "Xã Bạch Ngọc"),
        ] {
            try transaction.execute(
                """
                INSERT INTO unit (id, code, name, kind, valid_from)
                VALUES (\(id), \(id), \(name), 'commune', '2025-07-01')
                """
            )
        }
    }
}

private func countingIDs(_ clock: WallClock) -> IDMaker {
    let count = Mutex<UInt64>(0)
    return .timeOrdered(
        clock: clock,
        randomBits: {
            count.withLock { count in
                count += 1
                return count
            }
        }
    )
}

/// Numbers that a seed determines (SplitMix64).
final class SeededDice: Sendable {
    private let state: Mutex<UInt64>
    init(seed: UInt64) { state = Mutex(seed) }

    func next() -> UInt64 {
        state.withLock { state in
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}
