import Access
import Database
import Datasets
import Language

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
