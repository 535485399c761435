import Access
import AuditLog
import Cases
import Database
import Foundation
import Places
import Synchronization
import Testing
import Timekeeping

@testable import Reactions
@testable import WebWatch

/// Wednesday 25 November 2026 at 09:00 in Nghệ An.
let wednesdayMorning = Instant(secondsSince1970: 1_795_572_000)

let officer = Actor.account(UUID(uuid: (1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)))
let province = Places.Unit.ID(rawValue: "40")
let commune = Places.Unit.ID(rawValue: "17329")
let otherCommune = Places.Unit.ID(rawValue: "17330")

/// A clock that a test moves.
final class HandClock: Sendable {
    private let time = Mutex(wednesdayMorning)
    var wall: WallClock { WallClock { self.time.withLock { $0 } } }
    var now: Instant { time.withLock { $0 } }
    func advance(_ seconds: Int) { time.withLock { $0 = $0 + .seconds(seconds) } }
}

/// The rooms that meet in the reactions, over one database, with a website that a test breaks and repairs.
struct LoopBench {
    let database: any Database
    let clock: HandClock
    let site: ScriptedSite
    let cases: CaseStore
    let websites: WebsiteStore
    let watch: WatchService
    let house: ReactionHouse
    let failures: Failures

    func permit<A: Action>(_ unit: Places.Unit.ID = commune) -> Permit<A> {
        SystemAccess().permit(officer, on: unit)
    }

    func runner(_ reactions: [any Reaction]? = nil) -> ReactionRunner {
        ReactionRunner(
            database: database,
            clock: clock.wall,
            reactions: reactions ?? EveryReaction.list(house),
            onFailure: { failures.add($0) }
        )
    }

    @discardableResult
    func addWebsite(unit: Places.Unit.ID = commune) async throws -> Website {
        let details = WebsiteDetails(
            address: try WebsiteAddress("doluong.nghean.gov.vn"),
            name: "Cổng thông tin xã Đô Lương",
            unit: unit
        )
        return try await websites.add(details, by: permit(unit))
    }

    /// Lets `seconds` pass, ten at a time; after each step the watch looks and everything is told, twice.
    func pass(_ seconds: Int) async throws {
        for _ in 0..<max(1, seconds / 10) {
            clock.advance(10)
            await watch.round()
            try await deliverTwice()
        }
    }

    /// Has the runner deal with what waits, and then has each reaction deal with it once more, which changes nothing.
    func deliverTwice() async throws {
        let told = Told()
        await runner(EveryReaction.list(house).map { told.hearing($0) }).drain()
        #expect(failures.all.isEmpty)
        let before = try await everything()
        for (reaction, message) in told.all { try await reaction.react(to: message) }
        #expect(try await everything() == before)
    }

    /// All rows that reactions may change, as text.
    func everything() async throws -> [String] {
        try await texts(
            """
            SELECT 'case ' || id || state || version || event_count || evidence_sha256 || timeline_sha256 FROM case_file
            UNION ALL SELECT 'seen ' || observation FROM case_observation
            UNION ALL SELECT 'proof ' || case_id || position FROM case_evidence
            UNION ALL SELECT 'message ' || id || topic || attempts || next_attempt_at FROM outbox
            UNION ALL SELECT 'entry ' || id || action FROM audit_entry
            UNION ALL SELECT 'wish ' || website_id || case_id || asked_at FROM website_recheck
            """
        )
    }

    func texts(_ sql: SQL) async throws -> [String] {
        try await database.read { try $0.query(sql).map { row in try row[0] } }
    }

    func number(_ sql: SQL) async throws -> Int {
        try await database.read { try $0.value(sql) } ?? 0
    }

    // MARK: - Cases

    /// All cases, the newest first.
    func allCases() async throws -> [Case] { try await cases.list(within: .everything).cases }

    func onlyCase() async throws -> Case {
        let all = try await allCases()
        #expect(all.count == 1)
        return try #require(all.first)
    }

    /// The codes of a case's timeline, without how often it was seen again.
    func lines(_ it: Case) async throws -> [String] {
        try await cases.timeline(of: it.id, within: .everything).map(\.change.code).filter {
            $0 != "observed"
        }
    }

    /// The owner takes the case, works on it and says that it is done.
    func answer(_ it: Case, by unit: Places.Unit.ID = commune) async throws {
        if it.state == .new { _ = try await cases.accept(it.id, expecting: nil, by: permit(unit)) }
        if it.state.kind != .inProgress { _ = try await cases.start(it.id, expecting: nil, by: permit(unit)) }
        _ = try await cases.answer(
            it.id,
            rootCause: .uploadForm,
            whatWasDone: "Đã xóa mã độc và khóa chức năng tải tệp",
            expecting: nil,
            by: permit(unit)
        )
    }

    /// A website that has turned bad, with the case about it.
    func badWebsite() async throws -> Case {
        try await addWebsite()
        try await pass(60)
        #expect(try await allCases().isEmpty)
        site.shows(hacked)
        try await pass(600)
        return try await onlyCase()
    }
}

/// What reactions were told, in order.
final class Told: Sendable {
    private let list = Mutex<[(any Reaction, OutboxMessage)]>([])
    var all: [(any Reaction, OutboxMessage)] { list.withLock { $0 } }

    func add(_ reaction: any Reaction, _ message: OutboxMessage) {
        list.withLock { $0.append((reaction, message)) }
    }

    func hearing(_ reaction: any Reaction) -> any Reaction {
        func open<R: Reaction>(_ reaction: R) -> any Reaction { Heard(reaction: reaction, told: self) }
        return open(reaction)
    }
}

private struct Heard<R: Reaction>: Reaction {
    static var topics: Set<String> { R.topics }
    let reaction: R
    let told: Told

    func react(to message: OutboxMessage) async throws {
        try await reaction.react(to: message)
        told.add(reaction, message)
    }
}

/// What the runner has complained about.
final class Failures: Sendable {
    private let list = Mutex<[ReactionTrouble]>([])
    var all: [ReactionTrouble] { list.withLock { $0 } }
    func add(_ trouble: ReactionTrouble) { list.withLock { $0.append(trouble) } }
}
