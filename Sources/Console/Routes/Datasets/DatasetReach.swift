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

    /// Which records and fields the visitor sees by right of their own units.
    func terms(of dataset: Dataset, _ visitor: Visitor) -> ReadingTerms {
        ReadingTerms(
            own: house.access.scope(of: visitor.principal, to: ReadRecords.self),
            of: dataset,
            purpose: Self.purpose
        )
    }

    /// Writes down that the visitor reads `records`, unless they are open.
    ///
    /// The console does not ask for a purpose yet: the log says that the reading was there, and when, and whose.
    func note(
        _ kind: RecordReading.Kind,
        of records: [StoredRecord]?,
        in stored: StoredDataset,
        under terms: ReadingTerms,
        _ visitor: Visitor
    ) async throws {
        guard stored.dataset.classification.isReadingLogged else { return }
        try await house.datasets.noteReading(
            RecordReading(kind, under: terms),
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
