import Access
import AuditLog
import Database
import Foundation
import Identity
import Places
import Testing
import Timekeeping

@Test("the shipped units are written under a real permit, and a second seed writes nothing")
func seedsUnderPermit() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sen-access-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let database = try SQLiteDatabase(path: folder.appending(path: "sen.sqlite").path)
    defer { database.close() }
    let clock = WallClock { Instant(secondsSince1970: 1_790_000_000) }
    try await Migrator(AuditLog.migrations + UnitStore.migrations).migrate(database, clock: clock)
    let log = AuditLog(randomBytes: { [UInt8](repeating: 7, count: $0) })
    let store = UnitStore(database: database, audit: log, clock: clock)
    let permit: Permit<ChangeUnits> = SystemAccess().permit(
        .system("start"),
        on: ReferenceProvince.provinceID
    )
    let written = try await store.seed(ReferenceProvince.load(), by: permit)
    #expect(written > 500)
    #expect(try await store.seed(ReferenceProvince.load(), by: permit) == 0)
}
