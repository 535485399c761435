import Access
import AuditLog
import Database
import Datasets
import Language
import Places
import Timekeeping

/// What applying a pack to an installation does, found out before anything is written.
struct PackPlan {
    enum Step {
        case declare
        case change(version: Int, SchemaChangeReport)
        case leave
        /// Cannot be applied at all.
        case refuse(DatasetError)

        /// Whether it changes something.
        var isChange: Bool {
            if case .leave = self { false } else { true }
        }

        /// How many records stop fitting.
        var brokenRecords: Int {
            if case .change(_, let report) = self { report.brokenRecords } else { 0 }
        }
    }

    /// In the order of the pack.
    private(set) var steps: [(declaration: DatasetDeclaration, step: Step)] = []

    init(_ pack: Pack, for store: DatasetStore) async throws {
        for declaration in pack.datasets {
            steps.append((declaration, try await Self.step(declaration, store)))
        }
    }

    var isChange: Bool { steps.contains { $0.step.isChange } }

    /// Whether everything can be written; records that break only when the caller takes that.
    func canApply(_ breaking: BreakingChange) -> Bool {
        steps.allSatisfy { _, step in
            if case .refuse = step { return false }
            return step.brokenRecords == 0 || breaking == .accept
        }
    }

    private static func step(
        _ declaration: DatasetDeclaration,
        _ store: DatasetStore
    ) async throws(DatasetError) -> Step {
        do throws(DatasetError) {
            let stored = try await store.find(declaration.dataset.id)
            let report = try await store.report(on: declaration)
            return report.isUnchanged ? .leave : .change(version: stored.version, report)
        } catch {
            switch error.code {
            case .datasetNotFound: return .declare
            case .structureFixed: return .refuse(error)
            default: throw error
            }
        }
    }

    /// Writes what has to be written, dataset by dataset; when one fails, the same call can be made again.
    func apply(
        to store: DatasetStore,
        _ breaking: BreakingChange,
        by permit: Permit<DeclareDatasets>
    ) async throws(DatasetError) {
        for (declaration, step) in steps {
            switch step {
            case .declare: try await store.declare(declaration, by: permit)
            case .change(let version, _):
                try await store.change(declaration, expecting: version, breaking: breaking, by: permit)
            case .leave: break
            case .refuse(let error): throw error
            }
        }
    }
}

/// Invented records of a pack, put into an installation to try it with.
struct PackDemo {
    /// What each version of such a record says it came through.
    static let through = "demo"
    /// Written at once: each waits for the disk, which then takes them together.
    private static let atOnceMax = 64

    let pack: Pack
    let store: DatasetStore
    let permit: Permit<WriteRecords>

    /// Writes the records of each dataset and says how many there were; `nil` for a dataset that has other records,
    /// which is left alone: what is invented must never stand among real figures.
    ///
    /// With `onlyMissing` a dataset that has as many records already is left alone too, with 0. Stops between two
    /// handfuls when its task is cancelled; the same call goes on later.
    func load(onlyMissing: Bool = false) async throws -> [(dataset: Dataset.ID, records: Int?)] {
        var loaded: [(dataset: Dataset.ID, records: Int?)] = []
        for (dataset, records) in pack.demo {
            let count = try await invented(dataset)
            let isWhole = onlyMissing && (count ?? 0) >= records.count
            if count != nil, !isWhole {
                for some in stride(from: 0, to: records.count, by: Self.atOnceMax) {
                    try Task.checkCancellation()
                    try await put(records[some..<min(some + Self.atOnceMax, records.count)], in: dataset)
                }
            }
            loaded.append((dataset, count.map { _ in isWhole ? 0 : records.count }))
        }
        return loaded
    }

    /// How many records came through a demo; `nil` when others are there too.
    private func invented(_ dataset: Dataset.ID) async throws(DatasetError) -> Int? {
        var (key, count): (RecordKey?, Int) = (nil, 0)
        repeat {
            let page = try await store.records(
                in: dataset,
                after: key,
                countMax: DatasetStore.pageMax,
                within: .everything
            )
            if page.records.contains(where: { $0.through != Self.through }) { return nil }
            count += page.records.count
            key = page.next
        } while key != nil
        return count
    }

    private func put(_ records: ArraySlice<[UInt8]>, in dataset: Dataset.ID) async throws(DatasetError) {
        let reason = Text.Pack.demoReason
        let origin = RecordOrigin(through: Self.through, reason: "\(reason.vi) / \(reason.en)")
        do {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for record in records {
                    group.addTask { _ = try await store.put(record, in: dataset, origin: origin, by: permit) }
                }
                try await group.waitForAll()
            }
        } catch { throw DatasetError(wrapping: error) }
    }
}

extension DatasetStore {
    /// The datasets of an installation that a command works on.
    init(of installation: Installation) async throws {
        let units = UnitTrees(try await installation.units.history())
        self.init(
            database: installation.database,
            audit: AuditLog(randomBytes: World.randomBytes),
            clock: World.clock,
            ids: World.ids,
            calendar: CivilCalendar(timeZoneNamed: installation.settings.timeZone) ?? World.civilCalendar,
            trees: { units }
        )
    }
}
