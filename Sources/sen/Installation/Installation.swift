import Access
import ArgumentParser
import AuditLog
import Database
import Datasets
import Identity
import Language
import Places
import Timekeeping
import WebWatch

/// The rooms of one installation as a command needs them, beside a running server or without one.
///
/// Whoever may write the data folder may run such a command: the folder's rights are the permission, and the log
/// names ``actor`` for each change.
struct Installation: Sendable {
    static let actor = Actor.system("command")

    let folder: DataFolder
    let settings: Settings
    let database: any Database
    let units: UnitStore
    /// The units of today.
    let tree: UnitTree
    let websites: WebsiteStore
    let datasets: DatasetStore
    let accounts: AccountAdministration
    let keys: KeyAdministration
    let records: IdentityRecords
    private let system = SystemAccess()

    /// - Throws: ``DataFolderError`` when the folder holds no data of this version, or cannot be written.
    init(_ folder: DataFolder, _ settings: Settings) async throws {
        self.folder = folder
        self.settings = settings
        let database = try await folder.openToRead()
        self.database = database
        let log = AuditLog(randomBytes: World.randomBytes)
        units = UnitStore(database: database, audit: log, clock: World.clock)
        let tree = try await units.tree(at: World.today)
        self.tree = tree
        websites = WebsiteStore(database: database, audit: log, clock: World.clock, ids: World.ids)
        let trees = UnitTrees(try await units.history())
        datasets = DatasetStore(
            database: database,
            audit: log,
            clock: World.clock,
            ids: World.ids,
            calendar: World.civilCalendar,
            trees: { trees }
        )
        records = IdentityRecords(
            database: database,
            audit: log,
            clock: World.clock,
            ids: World.ids,
            randomBytes: World.randomBytes
        )
        accounts = AccountAdministration(AccountStore(records), tree: { tree })
        keys = KeyAdministration(APIKeyStore(records), tree: { tree })
    }

    func close() { database.close() }

    func permit<A: Action>(on unit: Unit.ID, to action: A.Type = A.self) -> Permit<A> {
        system.permit(Self.actor, on: unit)
    }

    /// The highest unit above `unit`, from where a permit reaches everything.
    func top(of unit: Unit.ID? = nil) -> Unit.ID {
        let above = unit.flatMap { tree.path(of: $0).first }
        let province = tree.roots.first { $0.kind == .province }
        return (above ?? province ?? tree.roots.first)?.id ?? ReferenceProvince.provinceID
    }

    /// Gives new entries their leaves, which without a server they would wait for; one that runs does it as well.
    ///
    /// A failure loses nothing: the next server does it when it starts.
    func sequence() async {
        guard let signer = try? folder.signer() else { return }
        _ = try? await Sequencer(database: database, signer: signer, clock: World.clock).drain()
    }

    /// The unit that was typed, if it exists today.
    func unit(_ typed: String) throws -> Unit {
        guard let unit = tree.unit(Unit.ID(rawValue: typed)) else {
            throw ValidationError(Spoken.text(.noSuchUnit(Printable.text(typed))))
        }
        return unit
    }

    /// A unit with all below it, or everything.
    func scope(under typed: String?) throws -> UnitScope {
        guard let typed else { return .everything }
        return .units(Set(tree.subtree(of: try unit(typed).id)))
    }
}
