import Access
import Database
import Datasets
import Language
import Places

/// Invented records of a pack, put into an installation to try it with.
struct PackDemo {
    /// What each version of such a record says it came through.
    static let through = "demo"
    /// Records of one transaction: a moment's work, between two of which a load can be ended.
    private static let batchRecords = 500

    let pack: Pack
    let store: DatasetStore
    let permit: Permit<WriteRecords>

    /// Writes the records of each dataset and says how many there are; `nil` for a dataset that has other records,
    /// which is left alone: what is invented must never stand among real figures.
    ///
    /// Stops between two batches when its task is cancelled; the same call goes on later, and leaves alone what is
    /// there.
    func load() async throws -> [(dataset: Dataset.ID, records: Int?)] {
        var loaded: [(dataset: Dataset.ID, records: Int?)] = []
        for (dataset, records) in pack.demo {
            let isFree = try await isFree(dataset)
            if isFree { try await put(records, in: try await store.find(dataset)) }
            loaded.append((dataset, isFree ? records.count : nil))
        }
        return loaded
    }

    /// Whether the dataset is empty or has only what came through a demo.
    private func isFree(_ dataset: Dataset.ID) async throws(DatasetError) -> Bool {
        var key: RecordKey?
        repeat {
            let page = try await store.records(
                in: dataset,
                after: key,
                countMax: DatasetStore.pageMax,
                within: .everything
            )
            if page.records.contains(where: { $0.through != Self.through }) { return false }
            key = page.next
        } while key != nil
        return true
    }

    private func put(_ records: [[UInt8]], in stored: StoredDataset) async throws {
        let reason = Text.Pack.demoReason
        let origin = RecordOrigin(through: Self.through, reason: "\(reason.vi) / \(reason.en)")
        // With a reason, since demo periods may be locked.
        let intake = store.intake(of: stored, isCorrection: true, by: permit)
        for start in stride(from: 0, to: records.count, by: Self.batchRecords) {
            try Task.checkCancellation()
            let batch = records[start..<min(start + Self.batchRecords, records.count)]
            let incoming = try batch.map { bytes throws(DatasetError) in
                do throws(RecordProblem) { return try intake.take(bytes) } catch { throw error.failure }
            }
            _ = try await store.put(incoming, to: stored, origin, by: permit)
        }
    }
}
