import Access
import AuditLog
import Database
import Foundation
import Language
import Places
import Synchronization
import TestDatabases
import Testing
import Timekeeping

@testable import WebWatch

/// Wednesday 25 November 2026 at 09:00 in Nghệ An.
let wednesdayMorning = Instant(secondsSince1970: 1_795_572_000)

let officer = Actor.account(UUID(uuid: (1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)))
let commune = Places.Unit.ID(rawValue: "17329")
let otherCommune = Places.Unit.ID(rawValue: "17330")
let province = Places.Unit.ID(rawValue: "40")

/// A clock that a test moves.
final class HandClock: Sendable {
    private let time = Mutex(wednesdayMorning)
    var wall: WallClock { WallClock { self.time.withLock { $0 } } }
    var now: Instant { time.withLock { $0 } }
    func advance(_ seconds: Int) { time.withLock { $0 = $0 + .seconds(seconds) } }
}

/// A store on a database of its own.
struct WatchBench {
    let database: any Database
    let clock: HandClock
    let store: WebsiteStore

    func permit<A: Action>(_ unit: Places.Unit.ID = commune) -> Permit<A> {
        SystemAccess().permit(officer, on: unit)
    }

    @discardableResult
    func add(_ details: WebsiteDetails) async throws -> Website {
        try await store.add(details, by: permit(details.unit))
    }

    func number(_ sql: SQL) async throws -> Int {
        try await database.read { try $0.value(sql) } ?? 0
    }

    func texts(_ sql: SQL) async throws -> [String] {
        try await database.read { try $0.query(sql).map { row in try row[0] } }
    }

    func audited() async throws -> [String] { try await texts("SELECT action FROM audit_entry ORDER BY id") }
    func posted() async throws -> [String] { try await texts("SELECT topic FROM outbox ORDER BY id") }

    /// Whether the log's newest entry of each website says what its row says.
    func logVouches(for id: Website.ID) async throws -> Bool {
        try await database.read { transaction in
            let content: [UInt8]? = try transaction.value(
                "SELECT content FROM audit_entry WHERE subject_id = \(id.description) ORDER BY id DESC LIMIT 1"
            )
            return try content == transaction.website(where: "id = \(id)")?.auditContent
        }
    }
}

func details(
    _ address: String = "doluong.nghean.gov.vn",
    name: String = "Cổng thông tin xã Đô Lương",
    unit: Places.Unit.ID = commune
) throws -> WebsiteDetails {
    WebsiteDetails(address: try WebsiteAddress(address), name: name, unit: unit)
}

func withWatch<T>(_ body: (WatchBench) async throws -> T) async throws -> T {
    let all = Outbox.migrations + AuditLog.migrations + UnitStore.migrations + WebsiteMigrations.all
    return try await onEachDatabase(all, clock: HandClock().wall) { (each) async throws in
        let clock = HandClock()
        try await seedUnits(each.database)
        let store = WebsiteStore(
            database: each.database,
            audit: AuditLog(randomBytes: { Array(repeating: 7, count: $0) }),
            clock: clock.wall,
            ids: countingIDs(clock.wall)
        )
        return try await body(WatchBench(database: each.database, clock: clock, store: store))
    }
}

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

/// The code that `body` fails with; `nil` when it does not fail.
func failure(_ body: @Sendable () async throws -> Void) async -> WebsiteErrorCode? {
    do { try await body() } catch { return (error as? WebsiteError)?.code }
    return nil
}

/// What the schema refuses of `sql`; `nil` when it takes it.
func refusal(_ database: any Database, _ sql: SQL) async -> DatabaseError.Kind? {
    do { _ = try await database.write { try $0.execute(sql) } } catch {
        return (error as? DatabaseError)?.kind
    }
    return nil
}
