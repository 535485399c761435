import Access
import Datasets
import Hummingbird
import Language
import Places
import Serving

/// What somebody may see and do in a dataset.
struct DatasetReach: Sendable {
    let house: ConsoleHouse

    /// The dataset that the address names.
    func find(_ context: SenContext) async throws -> StoredDataset {
        guard let id = context.parameters.get("id").flatMap({ Dataset.ID(checking: $0) }) else {
            throw DatasetError(.datasetNotFound, "the address names no dataset")
        }
        return try await house.datasets.find(id)
    }

    /// The units whose records the visitor sees.
    ///
    /// Shared is shared with every agency. Where a grant is needed the console shows what lies within one's own units,
    /// since it does not yet ask for the purpose of a reading.
    func scope(of dataset: Dataset, _ visitor: Visitor) -> UnitScope {
        let own = house.access.scope(of: visitor.principal, to: ReadRecords.self)
        guard own != .units([]) else { return own }
        return dataset.classification.needsGrant ? own : .everything
    }

    /// Writes down that the visitor reads `records`, unless they are open.
    ///
    /// The console does not ask for a purpose yet: the log says that the reading was there, and when, and whose.
    func note(
        _ kind: RecordReading.Kind,
        of records: [StoredRecord]?,
        in stored: StoredDataset,
        _ visitor: Visitor
    ) async throws {
        guard stored.dataset.classification.isReadingLogged else { return }
        try await house.datasets.noteReading(
            RecordReading(kind, purpose: Self.purpose),
            of: records,
            in: stored,
            by: try house.access.highestPermit(visitor.principal)
        )
    }

    private static let purpose = "console"

    func mayAdd(to dataset: Dataset, _ visitor: Visitor) -> Bool {
        let scope = house.access.scope(of: visitor.principal, to: WriteRecords.self)
        return dataset.unitField == nil ? scope.contains(dataset.owner) : scope != .units([])
    }

    /// The units for which the visitor writes, in the order of the tree.
    func unitsToWrite(_ visitor: Visitor) -> [Places.Unit] {
        let scope = house.access.scope(of: visitor.principal, to: WriteRecords.self)
        return house.tree().units.filter { scope.contains($0.id) }
    }

    func may<A: Action>(_ action: A.Type, _ unit: Places.Unit.ID, _ visitor: Visitor) -> Bool {
        (try? house.access.permit(visitor.principal, to: action, on: unit)) != nil
    }
}
