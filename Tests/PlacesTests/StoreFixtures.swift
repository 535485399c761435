import AuditLog
import Database
import Foundation
import Places
import Timekeeping

/// Stands for what Access makes; only tests may have one of their own.
struct TestPermit: UnitWritePermit {
    var actor = Actor.system("test")
    var unit = ReferenceProvince.provinceID
}

/// A store on an empty database in a temporary folder of its own.
struct TemporaryUnits {
    let database: SQLiteDatabase
    let store: UnitStore

    static func with<T>(_ body: (TemporaryUnits) async throws -> T) async throws -> T {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sen-units-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let database = try SQLiteDatabase(path: folder.appending(path: "sen.sqlite").path)
        defer {
            database.close()
            try? FileManager.default.removeItem(at: folder)
        }
        let clock = WallClock { Instant(secondsSince1970: 1_800_000_000) }
        try await Migrator(AuditLog.migrations + UnitStore.migrations).migrate(database, clock: clock)
        let audit = AuditLog { Array(repeating: 7, count: $0) }
        return try await body(
            TemporaryUnits(
                database: database,
                store: UnitStore(database: database, audit: audit, clock: clock)
            )
        )
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
