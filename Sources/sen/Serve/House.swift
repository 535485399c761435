import Access
import AuditLog
import Cases
import Console
import Cryptography
import Database
import Datasets
import Foundation
import Identity
import Language
import Places
import Timekeeping
import WebWatch

/// All rooms of one installation, built from its folder and its settings.
struct House: Sendable {
    let database: any Database
    let signer: NoteSigner
    let calendar: CivilCalendar
    let audit: AuditLog
    let units: UnitStore
    let currentUnits: CurrentUnits
    let currentOutlines: CurrentOutlines
    /// Where the hexagon of each commune lies on the map.
    let hexagons: Places.HexagonMap
    let access: Access
    let system = SystemAccess()
    let cases: CaseStore
    let websites: WebsiteStore
    let datasets: DatasetStore
    let subscriptions: SubscriptionStore
    let identity: IdentityRooms

    init(_ folder: ServedFolder, _ settings: Settings, secret: ServerSecret, isLab: Bool = false) async throws
    {
        database = folder.database
        signer = folder.signer
        let calendar = CivilCalendar(timeZoneNamed: settings.timeZone) ?? World.civilCalendar
        self.calendar = calendar
        let log = AuditLog(randomBytes: World.randomBytes)
        audit = log
        units = UnitStore(database: database, audit: log, clock: World.clock)
        let reference = try ReferenceProvince.load()
        hexagons = Places.HexagonMap(cells: reference.hexagons)
        try await units.seed(
            reference,
            by: system.permit(.system("start"), to: ChangeUnits.self, on: ReferenceProvince.provinceID)
        )
        let current = try await CurrentUnits(units, calendar: calendar, clock: World.clock)
        currentUnits = current
        currentOutlines = CurrentOutlines(units)
        try await currentOutlines.refresh(current.tree)
        let tree: @Sendable () -> UnitTree = { current.tree }
        access = Access(tree: tree)
        let working = WorkingCalendar(civil: calendar, holidays: .vietnamese, hours: .byDefault)
        cases = CaseStore(
            database: database,
            audit: log,
            clock: World.clock,
            ids: World.ids,
            settings: CaseSettings(calendar: working),
            tree: tree
        )
        websites = WebsiteStore(database: database, audit: log, clock: World.clock, ids: World.ids)
        datasets = DatasetStore(
            database: database,
            audit: log,
            clock: World.clock,
            ids: World.ids,
            calendar: calendar,
            trees: { current.trees }
        )
        subscriptions = SubscriptionStore(
            datasets: datasets,
            box: try SealedBox(key: secret.key(for: "webhook secrets"), randomBytes: World.randomBytes),
            randomBytes: World.randomBytes,
            allowsLoopback: isLab
        )
        identity = try IdentityRooms(
            IdentityRecords(
                database: database,
                audit: log,
                clock: World.clock,
                ids: World.ids,
                randomBytes: World.randomBytes
            ),
            secret: secret,
            tree: tree
        )
    }
}

/// The stores of accounts and what opens them.
struct IdentityRooms: Sendable {
    let accounts: AccountStore
    let links: AccountLinks
    let signIn: SignIn
    let sessions: SessionStore
    let enrolment: TimedCodeEnrolment
    let own: OwnAccount
    let keys: APIKeyStore
    let accountAdministration: AccountAdministration
    let keyAdministration: KeyAdministration

    init(
        _ records: IdentityRecords,
        secret: ServerSecret,
        tree: @escaping @Sendable () -> UnitTree
    ) throws {
        let hashing = try PasswordHashing(randomBytes: World.randomBytes)
        let box = try SealedBox(key: secret.key(for: "one-time codes"), randomBytes: World.randomBytes)
        accounts = AccountStore(records)
        links = AccountLinks(records, hashing: hashing)
        signIn = SignIn(records, hashing: hashing, box: box)
        sessions = SessionStore(records, formKey: secret.key(for: "form tokens"))
        enrolment = TimedCodeEnrolment(records, box: box)
        own = OwnAccount(records, hashing: hashing)
        keys = APIKeyStore(records)
        accountAdministration = AccountAdministration(accounts, tree: tree)
        keyAdministration = KeyAdministration(keys, tree: tree)
    }
}
