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

@testable import Cases

/// A clock that a test moves.
final class HandClock: Sendable {
    private let time = Mutex(wednesdayMorning)
    var wall: WallClock { WallClock { self.time.withLock { $0 } } }
    var now: Instant { time.withLock { $0 } }
    func advance(_ seconds: Int) { time.withLock { $0 = $0 + .seconds(seconds) } }
}

/// A store on a database of its own.
struct CaseBench {
    let database: any Database
    let clock: HandClock
    let store: CaseStore

    func mayOpen(_ unit: Places.Unit.ID = commune, as actor: Actor = watcher) -> Permit<OpenCase> {
        permit(actor, unit)
    }

    func permit<A: Action>(_ actor: Actor, _ unit: Places.Unit.ID = commune) -> Permit<A> {
        SystemAccess().permit(actor, on: unit)
    }

    /// Opens `draft` and returns the case.
    @discardableResult
    func open(_ draft: CaseDraft) async throws -> Case {
        try await store.open(draft, by: mayOpen(draft.unit)).theCase
    }

    /// A case in progress.
    func inProgress(_ draft: CaseDraft) async throws -> Case {
        let it = try await open(draft)
        _ = try await store.accept(it.id, expecting: nil, by: permit(officer))
        return try await store.start(it.id, expecting: nil, by: permit(officer))
    }

    /// A website case that the owner has answered.
    func answered(_ draft: CaseDraft = draft()) async throws -> Case {
        let it = try await inProgress(draft)
        return try await store.answer(
            it.id,
            rootCause: .uploadForm,
            whatWasDone: "Đã khóa chức năng tải tệp",
            expecting: it.version,
            by: permit(officer)
        )
    }

    /// A website case that a re-check has closed.
    func closed(_ draft: CaseDraft = draft()) async throws -> Case {
        let it = try await answered(draft)
        clock.advance(60)
        return try await store.passRecheck(it.id, takenAt: clock.now, by: permit(watcher))
    }

    func number(_ sql: SQL) async throws -> Int {
        try await database.read { try $0.value(sql) } ?? 0
    }

    func texts(_ sql: SQL) async throws -> [String] {
        try await database.read { try $0.query(sql).map { row in try row[0] } }
    }

    /// What the audit log and the outbox have got, in order.
    func audited() async throws -> [String] { try await texts("SELECT action FROM audit_entry ORDER BY id") }
    func posted() async throws -> [String] { try await texts("SELECT topic FROM outbox ORDER BY id") }
}

func withCases<T>(_ body: (CaseBench) async throws -> T) async throws -> T {
    let migrations = Outbox.migrations + AuditLog.migrations + CaseMigrations.all
    return try await onEachDatabase(migrations, clock: HandClock().wall) { (each) async throws in
        let clock = HandClock()
        let store = CaseStore(
            database: each.database,
            audit: AuditLog(randomBytes: { Array(repeating: 7, count: $0) }),
            clock: clock.wall,
            ids: countingIDs(clock.wall),
            settings: CaseSettings(calendar: try officeCalendar()),
            tree: { communesOfProvince }
        )
        return try await body(CaseBench(database: each.database, clock: clock, store: store))
    }
}

private func countingIDs(_ clock: WallClock) -> IDMaker {
    let counter = Counter()
    return .timeOrdered(clock: clock, randomBits: { counter.next() })
}

private final class Counter: Sendable {
    private let count = Mutex<UInt64>(0)
    func next() -> UInt64 {
        count.withLock { count in
            count += 1
            return count
        }
    }
}

let communesOfProvince: UnitTree = {
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

/// The code that `body` fails with; `nil` when it does not fail.
func failure(_ body: @Sendable () async throws -> Void) async -> CaseErrorCode? {
    do { try await body() } catch { return (error as? CaseError)?.code }
    return nil
}
