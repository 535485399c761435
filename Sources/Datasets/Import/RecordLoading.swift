package import Access
import Database
package import JSONReading
import Language

/// What a load does besides writing.
package struct LoadOptions: Sendable {
    /// Whether only the report is wanted, and nothing is written.
    package var isTrial = false
    /// Bytes of the file that are done already, from ``LoadProgress/endsAt`` of an earlier load.
    package var from = 0
    package var origin: RecordOrigin

    package init(origin: RecordOrigin) { self.origin = origin }
}

/// How far a load has come: what is counted here is durable.
package struct LoadProgress: Hashable, Sendable {
    /// Lines that were looked at.
    package var rows = 0
    package var created = 0
    package var updated = 0
    package var unchanged = 0
    /// Rows that were left out; each was reported.
    package var refused = 0
    /// Bytes of the file up to which all is done; a load that was broken off goes on from here.
    package var endsAt = 0

    package init() {}
}

/// A row that was left out, and why.
package struct RefusedRow: Sendable {
    /// Counted from 1, as editors do.
    package let line: Int
    package let problem: RecordProblem
}

extension DatasetStore {
    /// Records of one transaction: enough that the work per transaction weighs little, and some megabytes of memory.
    package static let loadBatchRecords = 4_000
    /// Beyond this a batch ends early.
    static let loadBatchBytes = 8 << 20

    /// Loads NDJSON, one record a line, in memory that does not grow with the file.
    ///
    /// Each batch is one durable transaction; `onProgress` hears of it afterwards. A row that does not fit is handed to
    /// `onRefused` and left out. What was loaded once is unchanged when it is loaded again.
    /// - Throws: what stops the whole load: an unreadable file, a database that does not answer.
    package func load(
        _ lines: LineReader,
        in id: Dataset.ID,
        _ options: LoadOptions,
        by permit: Permit<WriteRecords>,
        onRefused: (RefusedRow) -> Void,
        onProgress: (LoadProgress) -> Void
    ) async throws -> LoadProgress {
        try check(options.origin)
        var progress = LoadProgress()
        var stored = try await find(id)
        var intake = intake(of: stored, isCorrection: options.origin.reason != nil, by: permit)
        while let batch = try Batch(lines, intake, from: options.from, onRefused) {
            progress.rows += batch.rows
            progress.refused += batch.rows - batch.records.count
            if !options.isTrial {
                try progress.count(await put(batch.records, to: stored, options.origin, by: permit))
            }
            progress.endsAt = batch.endsAt
            onProgress(progress)
            let now = try await find(id)
            if now.version != stored.version {
                stored = now
                intake = self.intake(of: stored, isCorrection: options.origin.reason != nil, by: permit)
            }
        }
        return progress
    }

    /// Writes records of one batch in one transaction; those with the same key one after the other.
    ///
    /// - Throws: `changedMeanwhile` when the declaration is no longer the one that they were read with.
    package func put(
        _ records: [IncomingRecord],
        to stored: StoredDataset,
        _ origin: RecordOrigin,
        by permit: Permit<WriteRecords>
    ) async throws(DatasetError) -> [RecordOutcome] {
        try await database.write(throwing: DatasetErrorCode.self) { transaction in
            guard try shelf.dataset(stored.dataset.id, in: transaction).version == stored.version else {
                throw DatasetError(
                    .changedMeanwhile,
                    "the declaration has changed since the records were read"
                )
            }
            let writing = writing(to: stored, origin, permit, in: transaction)
            return try records.runsOfDifferentKeys().flatMap { try writing.put(Array($0)) }
        }
    }
}

/// Rows that are written together.
private struct Batch {
    var records: [IncomingRecord] = []
    var rows = 0
    var endsAt = 0

    /// The next rows; `nil` after the last.
    init?(
        _ lines: LineReader,
        _ intake: RecordIntake,
        from start: Int,
        _ onRefused: (RefusedRow) -> Void
    ) throws {
        records.reserveCapacity(DatasetStore.loadBatchRecords)
        var bytes = 0
        while records.count < DatasetStore.loadBatchRecords, bytes < DatasetStore.loadBatchBytes,
            let line = try lines.next()
        {
            guard line.endsAt > start else { continue }
            rows += 1
            endsAt = line.endsAt
            do throws(RecordProblem) {
                guard let text = line.bytes else {
                    throw RecordProblem(.recordNotJSON, .Record.lineTooLong(lines.lineBytesMax))
                }
                bytes += text.count
                records.append(try intake.take(text))
            } catch {
                onRefused(RefusedRow(line: line.number, problem: error))
            }
        }
        if rows == 0 { return nil }
    }
}

extension LoadProgress {
    fileprivate mutating func count(_ outcomes: [RecordOutcome]) {
        for outcome in outcomes {
            switch outcome {
            case .created: created += 1
            case .updated: updated += 1
            case .unchanged: unchanged += 1
            }
        }
    }
}

extension [IncomingRecord] {
    /// The records in their order, cut where a key comes again.
    fileprivate func runsOfDifferentKeys() -> [ArraySlice<IncomingRecord>] {
        var runs: [ArraySlice<IncomingRecord>] = []
        var (start, keys) = (0, Set<RecordKey>(minimumCapacity: count))
        for (index, record) in enumerated() where !keys.insert(record.key).inserted {
            runs.append(self[start..<index])
            (start, keys) = (index, [record.key])
        }
        if start < count { runs.append(self[start...]) }
        return runs
    }
}
