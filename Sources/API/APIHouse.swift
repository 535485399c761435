package import Access
package import AuditLog
package import Cases
package import Database
package import Datasets
package import Identity
package import Places
import Serving
package import Timekeeping
package import WebWatch

/// What the API needs of the rooms below; `sen` fills it once.
package struct APIHouse: Sendable {
    package let database: any Database
    package let cases: CaseStore
    package let websites: WebsiteStore
    package let datasets: DatasetStore
    package let subscriptions: SubscriptionStore
    package let webhooks: WebhookDelivery
    package let units: UnitStore
    package let accounts: AccountAdministration
    package let keys: APIKeyStore
    package let audit: AuditLog
    /// With which receipts name the log.
    package let logKey: NoteVerifyKey
    package let access: Access
    /// Everything that may be done, so that `me` can tell what a key may do.
    package let actions: ActionCatalogue
    /// The units as they are today.
    package let tree: @Sendable () -> UnitTree
    package let calendar: CivilCalendar
    package let clock: WallClock
    package let operating: Operating

    package init(
        database: any Database,
        cases: CaseStore,
        websites: WebsiteStore,
        datasets: DatasetStore,
        webhooks: WebhookDelivery,
        units: UnitStore,
        accounts: AccountAdministration,
        keys: APIKeyStore,
        audit: AuditLog,
        logKey: NoteVerifyKey,
        access: Access,
        actions: ActionCatalogue,
        tree: @escaping @Sendable () -> UnitTree,
        calendar: CivilCalendar,
        clock: WallClock,
        operating: Operating
    ) {
        self.database = database
        self.cases = cases
        self.websites = websites
        self.datasets = datasets
        self.webhooks = webhooks
        subscriptions = webhooks.store
        self.units = units
        self.accounts = accounts
        self.keys = keys
        self.audit = audit
        self.logKey = logKey
        self.access = access
        self.actions = actions
        self.tree = tree
        self.calendar = calendar
        self.clock = clock
        self.operating = operating
    }
}

/// How the program runs, for `/metrics` and `/readyz`; each value is `nil` where it is not known.
package struct Operating: Sendable {
    package var requests: RequestMetrics
    package var punctuality: @Sendable () async -> Punctuality?
    /// Bytes of memory that the process holds.
    package var residentBytes: @Sendable () -> Int?
    /// Bytes of the database's files.
    package var databaseBytes: @Sendable () -> Int?
    /// Time that only runs forward, in seconds, for durations.
    package var steadySeconds: @Sendable () -> Double
    /// Waits, and throws when the program is told to end.
    package var pause: @Sendable (Duration) async throws -> Void
    let streams = OpenStreams()

    package init(
        requests: RequestMetrics,
        punctuality: @escaping @Sendable () async -> Punctuality?,
        residentBytes: @escaping @Sendable () -> Int?,
        databaseBytes: @escaping @Sendable () -> Int?,
        steadySeconds: @escaping @Sendable () -> Double,
        pause: @escaping @Sendable (Duration) async throws -> Void
    ) {
        self.requests = requests
        self.punctuality = punctuality
        self.residentBytes = residentBytes
        self.databaseBytes = databaseBytes
        self.steadySeconds = steadySeconds
        self.pause = pause
    }
}
