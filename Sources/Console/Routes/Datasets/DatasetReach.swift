import Access
import Datasets
import Hummingbird
import Language
import Places
import Serving
import Timekeeping

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

    /// Which records and fields the visitor sees, for the purpose that was stated in this session.
    ///
    /// - Returns: `nil` when a purpose has to be stated first, or the grant that was named has ended.
    func terms(
        of stored: StoredDataset,
        _ visitor: Visitor,
        _ request: Request
    ) async throws -> ReadingTerms? {
        let stated = StatedPurpose(request, stored.dataset.id, visitor)
        do {
            return try await terms(of: stored, visitor, stated)
        } catch {
            guard [.purposeMissing, .sharingNotFound, .sharingNotInForce].contains(error.code) else {
                throw error
            }
            return nil
        }
    }

    func terms(
        of stored: StoredDataset,
        _ visitor: Visitor,
        _ stated: StatedPurpose?
    ) async throws(DatasetError) -> ReadingTerms {
        try await house.datasets.readingTerms(
            of: stored,
            own: house.access.scope(of: visitor.principal, to: ReadRecords.self),
            purpose: stated.flatMap { $0.purpose.isEmpty ? nil : $0.purpose },
            grant: stated?.grant,
            readers: house.access.units(of: visitor.principal, to: ReadRecords.self)
        )
    }

    /// By right of the visitor's own units, for what is then written there: it is read whole.
    func ownTerms(of dataset: Dataset, _ visitor: Visitor, purpose: String? = nil) -> ReadingTerms {
        ReadingTerms(
            own: house.access.scope(of: visitor.principal, to: ReadRecords.self),
            of: dataset,
            purpose: purpose
        )
    }

    /// Has the visitor state a purpose, and come back.
    func askPurpose(of stored: StoredDataset, _ request: Request) -> Response {
        let page = ConsolePath.purpose(of: stored.dataset.id.rawValue)
        return .redirect(
            to: ConsolePath.query(page, [("next", request.uri.description)]),
            type: .normal
        )
    }

    /// The grants to the visitor's units that are in force today.
    func grantsInForce(of stored: StoredDataset, _ visitor: Visitor) async throws -> [SharingRequest] {
        let today = house.calendar.day(of: house.clock.now())
        let units = Set(house.access.units(of: visitor.principal, to: ReadRecords.self))
        let tree = house.tree()
        return try await house.datasets.sharingRequests(in: stored.dataset.id, within: .everything).filter {
            request in
            request.terms(on: today) != nil
                && units.contains { tree.contains(request.grantee, $0) || tree.contains($0, request.grantee) }
        }
    }

    /// Writes down that the visitor reads `records`, unless they are open.
    ///
    /// The entry names the purpose that was stated and the grant.
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
