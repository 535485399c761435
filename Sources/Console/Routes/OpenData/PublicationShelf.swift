import Datasets
import Synchronization
import Timekeeping

/// What is public of each dataset, kept for a minute: counting reads all records, and anybody may ask.
final class PublicationShelf: Sendable {
    static let keptSeconds: Int64 = 60

    private let house: ConsoleHouse
    private let kept = Mutex<[Dataset.ID: (publication: Publication, version: Int, at: Instant)]>([:])

    init(_ house: ConsoleHouse) { self.house = house }

    func publication(of stored: StoredDataset) async throws -> Publication {
        let (id, now) = (stored.dataset.id, house.clock.now())
        let oldest = now.microsecondsSince1970 - Self.keptSeconds * 1_000_000
        let known = kept.withLock { $0[id] }
        if let known, known.version == stored.version, known.at.microsecondsSince1970 > oldest {
            return known.publication
        }
        let publication = try await house.datasets.publication(of: stored)
        kept.withLock { $0[id] = (publication, stored.version, now) }
        return publication
    }
}
