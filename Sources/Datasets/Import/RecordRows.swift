package import Access
import JSONReading
import Language

/// What became of one row of a request.
package struct RowReport: Sendable {
    package enum Result: Sendable {
        case written(RecordOutcome)
        /// It would be written; only asked for.
        case valid
        case refused(RecordProblem)
    }

    /// Counted from 1, as editors do.
    package let line: Int
    /// `nil` when the row was refused.
    package let key: RecordKey?
    package let result: Result
}

extension DatasetStore {
    /// Rows of one request: one transaction of a fifth of a second, so that others who write do not wait long.
    package static let rowsMax = 4_000
    /// How often rows are read anew when the declaration changes meanwhile.
    private static let rowsAttemptsMax = 5

    /// Writes the NDJSON of one request: all rows that fit in one transaction, and a report for each.
    ///
    /// - Throws: `tooManyRows`, and what stops all of them.
    package func putRows(
        _ bytes: [UInt8],
        in id: Dataset.ID,
        isTrial: Bool,
        origin: RecordOrigin,
        by permit: Permit<WriteRecords>
    ) async throws(DatasetError) -> [RowReport] {
        try check(origin)
        let lines = Self.lines(of: bytes)
        guard lines.count <= Self.rowsMax else {
            throw DatasetError(.tooManyRows, "more than \(Self.rowsMax) rows")
        }
        for _ in 0..<Self.rowsAttemptsMax {
            let stored = try await find(id)
            let taken = take(lines, of: bytes, in: stored, origin, by: permit)
            guard !isTrial else { return Self.report(taken, []) }
            let records = taken.compactMap { try? $0.record.get() }
            do {
                return Self.report(taken, try await put(records, to: stored, origin, by: permit))
            } catch  where error.code == .changedMeanwhile { continue }
        }
        throw DatasetError(.changedMeanwhile, "the declaration changes all the time")
    }

    private typealias Taken = (line: Int, record: Result<IncomingRecord, RecordProblem>)

    private func take(
        _ lines: [(number: Int, range: Range<Int>)],
        of bytes: [UInt8],
        in stored: StoredDataset,
        _ origin: RecordOrigin,
        by permit: Permit<WriteRecords>
    ) -> [Taken] {
        let intake = intake(of: stored, isCorrection: origin.reason != nil, by: permit)
        return bytes.withUnsafeBytes { raw in
            lines.map { line in
                let text = UnsafeRawBufferPointer(rebasing: raw[line.range])
                return (line.number, Result { () throws(RecordProblem) in try intake.take(text) })
            }
        }
    }

    private static func report(_ taken: [Taken], _ outcomes: [RecordOutcome]) -> [RowReport] {
        var outcomes = outcomes.makeIterator()
        return taken.map { line, record in
            switch record {
            case .failure(let problem): RowReport(line: line, key: nil, result: .refused(problem))
            case .success(let record):
                RowReport(line: line, key: record.key, result: outcomes.next().map { .written($0) } ?? .valid)
            }
        }
    }

    /// Lines that are not empty, without their ends; lines end with LF or CRLF.
    private static func lines(of bytes: [UInt8]) -> [(number: Int, range: Range<Int>)] {
        var (lines, start, number): ([(number: Int, range: Range<Int>)], Int, Int) = ([], 0, 0)
        while start < bytes.count {
            number += 1
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            let isCarriage = end > start && bytes[end - 1] == 0x0D
            let range = start..<(isCarriage ? end - 1 : end)
            if !range.isEmpty { lines.append((number, range)) }
            start = end + 1
        }
        return lines
    }
}
