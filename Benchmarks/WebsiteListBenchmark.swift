import Access
import AuditLog
import Cryptography
import Database
import Foundation
import Places
import Timekeeping
import WebWatch

/// A list of 8,000 websites, as `sen sites import` takes it in: one transaction, for which other writers wait.
struct WebsiteListBenchmark {
    private let count = 8_000

    func run() async throws {
        try await withTemporaryFolder { (folder) async throws in
            let database = try SQLiteDatabase(path: folder.appending(path: "sen.sqlite").path)
            defer { database.close() }
            let clock = WallClock { Instant(Date()) }
            let migrations = Outbox.migrations + AuditLog.migrations + UnitStore.migrations
            try await Migrator(migrations + WebsiteMigrations.all).migrate(database, clock: clock)
            let audit = AuditLog(randomBytes: SecureRandom.bytes)
            let (system, actor) = (SystemAccess(), Actor.system("bench"))
            let units = UnitStore(database: database, audit: audit, clock: clock)
            let top = ReferenceProvince.provinceID
            try await units.seed(
                ReferenceProvince.load(),
                by: system.permit(actor, to: ChangeUnits.self, on: top)
            )
            let tree = try await units.tree(at: CivilCalendar(timeZone: .gmt).day(of: clock.now()))
            let ids = IDMaker.timeOrdered(clock: clock, randomBits: { UInt64.random(in: .min ... .max) })
            let store = WebsiteStore(database: database, audit: audit, clock: clock, ids: ids)
            for (name, dryRun) in [("trial", true), ("written", false), ("unchanged", false)] {
                let cost = try await Cost.of {
                    _ = try await store.importCSV(list, tree: tree, dryRun: dryRun) {
                        system.permit(actor, on: $0)
                    }
                }
                cost.print("websites: list, \(name)", count: count, aim: "aim: 5 s, a writer's patience")
            }
        }
    }

    private var list: [UInt8] {
        let rows = (1...count).map {
            "https://xa-\($0).example.vn/,Trang thông tin xã số \($0),17329,important"
        }
        return Array(("url,name,unit,criticality\n" + rows.joined(separator: "\n")).utf8)
    }
}
