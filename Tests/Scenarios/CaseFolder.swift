import Access
import AuditLog
import Cases
import Database
import Foundation
import Language
import Places
import Testing
import Timekeeping

@testable import sen

/// A data folder in a temporary place, served by this process as `sen` serves one, with cases in it.
struct CaseFolder: Sendable {
    static let unit = Places.Unit.ID(rawValue: "17329")
    static let officer = Actor.account(UUID(uuid: (1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)))

    let folder: DataFolder
    let served: ServedFolder

    var data: [String] { ["--data", folder.path] }
    /// A path beside the data folder, in the same temporary place.
    func beside(_ name: String) -> String {
        URL(filePath: folder.path).deletingLastPathComponent().appending(path: name).path
    }

    /// Opens `count` cases about one website each, has each accepted, and gives every entry its leaf.
    func openCases(_ count: Int, from first: Int = 1) async throws {
        for number in first..<first + count { try await openCase(number) }
        try await sequencer.drain()
    }

    /// Two entries, which wait for their leaves.
    func openCase(_ number: Int) async throws {
        let draft = CaseDraft(
            kind: .website,
            cause: "website:\(number):hidden-links",
            subject: CaseSubject(kind: "website", id: "\(number)", name: "xa\(number).nghean.gov.vn"),
            title: "Trang xã số \(number) bị chèn liên kết ẩn",
            unit: Self.unit,
            severity: .serious,
            detectedAt: World.clock.now()
        )
        let opened = try await store.open(draft, by: permit(.system("watch"))).theCase
        _ = try await store.accept(opened.id, expecting: nil, by: permit(Self.officer))
    }

    private func permit<A: Action>(_ actor: Actor) -> Permit<A> {
        SystemAccess().permit(actor, on: Self.unit)
    }

    private var sequencer: Sequencer {
        Sequencer(database: served.database, signer: served.signer, clock: World.clock)
    }

    private var store: CaseStore {
        let calendar = WorkingCalendar(civil: World.civilCalendar, holidays: .vietnamese, hours: .byDefault)
        return CaseStore(
            database: served.database,
            audit: AuditLog(randomBytes: World.randomBytes),
            clock: World.clock,
            ids: .timeOrdered(clock: World.clock, randomBits: { UInt64.random(in: .min ... .max) }),
            settings: CaseSettings(calendar: calendar),
            tree: { UnitTree([], on: World.civilCalendar.day(of: World.clock.now())) }
        )
    }

    /// What people call the case that was opened as the `count`th.
    func number(of count: Int) async throws -> String {
        let year: Int? = try await served.database.read {
            try $0.value("SELECT year FROM case_file WHERE count = \(count)")
        }
        return CaseNumber(year: year ?? 0, count: count).description
    }

    /// Changes the database behind the program's back.
    func tamper(_ sql: SQL) async throws {
        _ = try await served.database.write { try $0.execute(sql) }
    }
}

/// Runs `body` with a folder that has `cases` cases, and tidies up.
func withCases<T>(_ cases: Int, _ body: (CaseFolder) async throws -> T) async throws -> T {
    let place = FileManager.default.temporaryDirectory.appending(path: "sen-scenario-\(UUID().uuidString)")
    let folder = DataFolder(place.appending(path: "data").path)
    let served = try await folder.openToServe(clock: World.clock, randomBytes: World.randomBytes)
    defer {
        served.close()
        try? FileManager.default.removeItem(at: place)
    }
    let bench = CaseFolder(folder: folder, served: served)
    try await bench.openCases(cases)
    return try await body(bench)
}

/// The written form of a key that belongs to nobody here.
func strangersKey(named name: String) throws -> String {
    try #require(NoteSigner.keyText(name: name, seed: Array(repeating: 9, count: 32)))
}
