import Access
import AuditLog
import Cryptography
import Database
import Foundation
import Places
import Synchronization
import Timekeeping
import WebFetch
import WebWatch

/// The running watch over 2,000 websites: what a deep and a light check cost with everything written, and how much
/// memory the process takes.
///
/// Its clock runs ahead of time, so that an hour's checks come at once.
struct WatchBenchmark {
    /// Seconds by which the watch's time moves at each step while checks come due.
    private let step = 5
    private let stepMilliseconds = 20
    private let stepsMax = 10_000

    func run() async throws {
        for (scheme, port) in [(LocalSites.Scheme.http, 18_090), (.https, 18_444)] {
            try await run(scheme, port: port)
        }
        print("watch: memory at most", ProcessMeter(getpid()).peakMegabytes, "MB  aim: 150 MB")
    }

    private func run(_ scheme: LocalSites.Scheme, port: Int) async throws {
        try await LocalSites.serving(scheme, port: port) { (sites, folder) async throws in
            let bench = try await WatchedSites(sites, in: folder)
            defer { bench.close() }
            let watching = Task { await bench.service.run() }
            let deep = try await Cost.of { try await wait(until: { $0.deep >= LocalSites.count }, bench) }
            let first = try await bench.counts()
            let light = try await Cost.of {
                try await wait(until: { $0.light >= first.light + LocalSites.count }, bench)
            }
            watching.cancel()
            await watching.value
            report(scheme, deep, first, light, try await bench.counts())
            if scheme == .http { try await ChangeDetection(folder: folder).check(sites) }
        }
    }

    private func report(
        _ scheme: LocalSites.Scheme,
        _ deep: Cost,
        _ first: CheckCounts,
        _ light: Cost,
        _ last: CheckCounts
    ) {
        let lights = max(1, last.light - first.light)
        let lightSeconds = light.cpuSeconds / Double(lights)
        let rest = Cost(
            cpuSeconds: max(0, deep.cpuSeconds - lightSeconds * Double(first.light)),
            wallSeconds: deep.wallSeconds
        )
        rest.print("\(scheme): deep check, row written", count: max(1, first.deep), aim: "aim: 3000 µs")
        light.print("\(scheme): light check, row written", count: lights, aim: "aim: 800 µs")
    }

    private func wait(until isDone: (CheckCounts) -> Bool, _ bench: WatchedSites) async throws {
        for _ in 0..<stepsMax {
            if isDone(try await bench.counts()) { return }
            bench.advance(step)
            try await Task.sleep(for: .milliseconds(stepMilliseconds))
        }
        print("watch: did not come to its end; the numbers mean nothing")
    }
}

/// How many checks stand in the database.
private struct CheckCounts: Sendable {
    var deep: Int
    var light: Int
}

/// A registry of local websites, and the watch over it.
private struct WatchedSites {
    let service: WatchService
    private let database: SQLiteDatabase
    private let fetcher: CurlFetcher
    private let clock = HandClock(Instant(Date()))

    init(_ sites: LocalSites, in folder: URL) async throws {
        database = try SQLiteDatabase(path: folder.appending(path: "sen.sqlite").path)
        let store = try await Self.registry(of: sites.urls, in: database, clock.wall)
        fetcher = try CurlFetcher(sites.settings(workFolder: folder))
        service = WatchService(
            store: store,
            fetcher: fetcher,
            settings: WatchSettings(checks: CheckSettings()),
            calendar: CivilCalendar(timeZone: .gmt),
            pause: { _ in try await Task.sleep(for: .milliseconds(5)) },
            onFailure: { print("watch: \($0)") }
        )
    }

    func advance(_ seconds: Int) { clock.advance(seconds) }

    func close() {
        fetcher.close()
        database.close()
    }

    func counts() async throws -> CheckCounts {
        try await database.read { transaction in
            CheckCounts(
                deep: try transaction.value("SELECT count(*) FROM website_check WHERE is_deep = 1") ?? 0,
                light: try transaction.value("SELECT count(*) FROM website_check WHERE is_deep = 0") ?? 0
            )
        }
    }

    private static func registry(
        of urls: [String],
        in database: SQLiteDatabase,
        _ clock: WallClock
    ) async throws -> WebsiteStore {
        let audit = AuditLog(randomBytes: SecureRandom.bytes)
        let migrations =
            Outbox.migrations + AuditLog.migrations + UnitStore.migrations + WebsiteMigrations.all
        try await Migrator(migrations).migrate(database, clock: clock)
        let (province, system) = (try ReferenceProvince.load(), SystemAccess())
        try await UnitStore(database: database, audit: audit, clock: clock).seed(
            province,
            by: system.permit(.system("bench"), to: ChangeUnits.self, on: ReferenceProvince.provinceID)
        )
        let ids = IDMaker.timeOrdered(clock: clock, randomBits: { UInt64.random(in: .min ... .max) })
        let store = WebsiteStore(database: database, audit: audit, clock: clock, ids: ids)
        let today = CivilCalendar(timeZone: .gmt).day(of: clock.now())
        let tree = province.history.tree(at: today)
        let units = tree.subtree(of: ReferenceProvince.provinceID)
        let rows = urls.enumerated().map { "\($1),Trang \($0),\(units[$0 % units.count].rawValue),critical" }
        let csv = (["url,name,unit,criticality"] + rows).joined(separator: "\n")
        let report = try await store.importCSV(Array(csv.utf8), tree: tree, dryRun: false) {
            system.permit(.system("bench"), on: $0)
        }
        if !report.refused.isEmpty {
            print("watch: \(report.refused.count) rows were refused: \(report.refused[0])")
        }
        return store
    }
}

/// A clock that is moved by hand.
private final class HandClock: Sendable {
    private let time: Mutex<Instant>

    init(_ start: Instant) { time = Mutex(start) }

    var wall: WallClock { WallClock { self.time.withLock { $0 } } }
    func advance(_ seconds: Int) { time.withLock { $0 = $0 + .seconds(seconds) } }
}
