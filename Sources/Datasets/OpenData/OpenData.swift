import Database
import Language
import Places
package import Timekeeping

/// How much of an open dataset everybody may see, and how new it is.
package struct Publication: Sendable {
    /// Accepted records: nothing else is public.
    package let records: Int
    /// The oldest and the newest period with an accepted record; `nil` for a register or without one.
    package let periods: (first: String, last: String)?
    /// When an accepted record changed last; the declaration's own change without one.
    package let changedAt: Instant
}

/// What everybody may see without signing in: the accepted records of datasets that are open.
extension DatasetStore {
    /// The open datasets, by their ids.
    package func openDatasets() async throws(DatasetError) -> [StoredDataset] {
        try await list().filter { $0.dataset.classification == .open }
    }

    /// - Throws: `datasetNotFound`, also for one that is not open: whether it is there is nobody's business.
    package func openDataset(_ id: Dataset.ID) async throws(DatasetError) -> StoredDataset {
        let stored = try await find(id)
        guard stored.dataset.classification == .open else {
            throw DatasetError(.datasetNotFound, "a dataset that is not open")
        }
        return stored
    }

    /// It reads all records that count: whoever asks often keeps the answer for a while.
    package func publication(of stored: StoredDataset) async throws(DatasetError) -> Publication {
        try await database.read(throwing: DatasetErrorCode.self) { transaction in
            let row = try transaction.first(
                """
                SELECT count(*), coalesce(max(changed_at), 0), coalesce(min(period), ''), coalesce(max(period), '')
                FROM \(trusted: stored.table.current) WHERE state = 'accepted'
                """
            )
            let (records, changed, first, last): (Int, Int64, String, String) =
                try row.map { (try $0[0], try $0[1], try $0[2], try $0[3]) } ?? (0, 0, "", "")
            return Publication(
                records: records,
                periods: last.isEmpty ? nil : (first, last),
                changedAt: records == 0 ? stored.changedAt : Instant(microsecondsSince1970: changed)
            )
        }
    }

    /// One page of what is public of an open dataset.
    ///
    /// - Throws: `datasetNotFound` for one that is not open, also when it was closed after the last page.
    package func openRecords(
        in id: Dataset.ID,
        _ filter: RecordFilter = RecordFilter(),
        after key: RecordKey? = nil,
        countMax: Int
    ) async throws(DatasetError) -> RecordPage {
        let dataset = try await openDataset(id).dataset
        var accepted = filter
        accepted.states = [.accepted]
        return try await records(
            in: id,
            accepted,
            after: key,
            countMax: countMax,
            within: .ofEverybody(dataset)
        )
    }
}
