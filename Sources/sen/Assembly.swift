import API
import AuditLog
import Cases
import Cryptography
import Database
import Datasets
import Foundation
import Identity
import Places
import Timekeeping
import WebWatch

/// The schema of the whole program: the migrations of all rooms, in the order in which their tables need each other.
///
/// A new room adds its line at the end.
enum AllMigrations {
    static let inOrder =
        Outbox.migrations + AuditLog.migrations + UnitStore.migrations + CaseMigrations.all
        + IdentityMigrations.all + WebsiteMigrations.all + APIMigrations.all + DatasetMigrations.all
        + SubscriptionMigrations.all
}

/// All kinds of rows that the verifier compares with the audit log; a new room adds its line.
enum AllAuditedTables {
    static let list =
        AuditedUnits.tables + [
            CaseStore.auditedTable, AccountStore.auditedTable, APIKeyStore.auditedTable,
            WebsiteStore.auditedTable, WebsiteStore.auditedBaselines, DatasetStore.auditedDatasets,
            DatasetStore.auditedRecords, DatasetStore.auditedSharing, SubscriptionStore.auditedTable,
            DatasetStore.auditedPublications, DatasetStore.auditedReviews,
        ]
}

/// The world outside of the program, which rooms get through `init`.
enum World {
    static let clock = WallClock { Instant(Date()) }
    static let randomBytes: @Sendable (Int) -> [UInt8] = SecureRandom.bytes
    static let ids = IDMaker.timeOrdered(clock: clock, randomBits: { UInt64.random(in: .min ... .max) })
    static var today: Day { civilCalendar.day(of: clock.now()) }
    static let civilCalendar = CivilCalendar(timeZone: TimeZone(identifier: "Asia/Ho_Chi_Minh") ?? .gmt)
}
