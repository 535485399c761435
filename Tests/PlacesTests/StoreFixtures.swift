import AuditLog
import Database
import Foundation
import Places
import TestDatabases
import Timekeeping

/// Stands for what Access makes; only tests may have one of their own.
struct TestPermit: UnitWritePermit {
    var actor = Actor.system("test")
    var unit = ReferenceProvince.provinceID
}

/// A store on an empty database of its own, on each kind of database.
struct TemporaryUnits {
    let database: any Database
    let store: UnitStore

    static func with<T>(_ body: (TemporaryUnits) async throws -> T) async throws -> T {
        let clock = WallClock { Instant(secondsSince1970: 1_800_000_000) }
        let audit = AuditLog { Array(repeating: 7, count: $0) }
        return try await onEachDatabase(AuditLog.migrations + UnitStore.migrations, clock: clock) {
            (each) async throws in
            try await body(
                TemporaryUnits(
                    database: each.database,
                    store: UnitStore(database: each.database, audit: audit, clock: clock)
                )
            )
        }
    }

    /// The actions in the audit log, oldest first, with the subject's id.
    func auditEntries() async throws -> [String] {
        try await database.read { transaction in
            try transaction.query("SELECT action, subject_id FROM audit_entry ORDER BY id").map { row in
                let (action, subject): (String, String) = (try row[0], try row[1])
                return "\(action) \(subject)"
            }
        }
    }
}
