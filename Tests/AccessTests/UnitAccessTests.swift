import Access
import AuditLog
import Database
import Foundation
import Identity
import Places
import TestDatabases
import Testing
import Timekeeping

@Test("the shipped units are written under a real permit, and a second seed writes nothing")
func seedsUnderPermit() async throws {
    let clock = WallClock { Instant(secondsSince1970: 1_790_000_000) }
    try await onEachDatabase(AuditLog.migrations + UnitStore.migrations, clock: clock) {
        (each) async throws in
        let log = AuditLog(randomBytes: { [UInt8](repeating: 7, count: $0) })
        let store = UnitStore(database: each.database, audit: log, clock: clock)
        let permit: Permit<ChangeUnits> = SystemAccess().permit(
            .system("start"),
            on: ReferenceProvince.provinceID
        )
        let written = try await store.seed(ReferenceProvince.load(), by: permit)
        #expect(written > 500)
        #expect(try await store.seed(ReferenceProvince.load(), by: permit) == 0)
    }
}
