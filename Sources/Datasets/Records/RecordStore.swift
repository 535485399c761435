package import Access
import Database
import Language
import Places
import Timekeeping

extension DatasetStore {
    /// How often a write is prepared anew when the declaration changes meanwhile; more is not bad luck.
    private static let attemptsMax = 5

    /// Writes one record, durably.
    ///
    /// `key` is the one in the address, if there is one. A record of a period that is locked is taken only with a
    /// reason.
    /// - Throws: what ``RecordProblem`` names, `keyMismatch`, `recordChangedMeanwhile`, `textTooLong`.
    package func put(
        _ bytes: [UInt8],
        as key: RecordKey? = nil,
        in id: Dataset.ID,
        expecting expectation: RecordExpectation = .anything,
        origin: RecordOrigin,
        by permit: Permit<WriteRecords>
    ) async throws(DatasetError) -> (key: RecordKey, outcome: RecordOutcome) {
        try check(origin)
        for _ in 0..<Self.attemptsMax {
            let stored = try await known(id)
            let record: IncomingRecord
            do {
                record = try intake(of: stored, isCorrection: origin.reason != nil, by: permit).take(bytes)
            } catch {
                // What is kept may be behind: the record may fit what another process has declared.
                if try await find(id).version != stored.version { continue }
                throw error.failure
            }
            guard key == nil || key == record.key else {
                throw DatasetError(.keyMismatch, "the address has another key than the record")
            }
            let outcome = try await database.write(throwing: DatasetErrorCode.self) {
                transaction -> RecordOutcome? in
                guard try shelf.dataset(id, in: transaction).version == stored.version else { return nil }
                return try writing(to: stored, origin, permit, in: transaction)
                    .put([record], expecting: expectation).first
            }
            if let outcome { return (record.key, outcome) }
        }
        throw DatasetError(.changedMeanwhile, "the declaration changes all the time")
    }

    /// What turns incoming texts into records, for one task and for one permit.
    package func intake(
        of stored: StoredDataset,
        isCorrection: Bool,
        by permit: Permit<WriteRecords>
    ) -> RecordIntake {
        RecordIntake(
            stored,
            trees: trees(),
            today: today,
            calendar: calendar,
            isCorrection: isCorrection,
            mayWrite: reach(of: permit.unit)
        )
    }

    /// The units that lie below `top` today; a unit that exists no more is for the root to look after.
    private func reach(of top: Unit.ID) -> (Unit.ID) -> Bool {
        let tree = trees().tree(on: today)
        let isRoot = tree.roots.contains { $0.id == top }
        return { unit in tree.contains(top, unit) || isRoot && tree.unit(unit) == nil }
    }

    func check(_ origin: RecordOrigin) throws(DatasetError) {
        guard let reason = origin.reason else { return }
        guard !reason.isEmpty else { throw DatasetError(.reasonMissing, "an empty reason") }
        guard reason.utf8.count <= RecordOrigin.reasonBytesMax else {
            throw DatasetError(.textTooLong, "a reason of more than \(RecordOrigin.reasonBytesMax) bytes")
        }
    }

    /// The dataset as it was last seen, which may be behind; whoever writes looks at its version again.
    private func known(_ id: Dataset.ID) async throws(DatasetError) -> StoredDataset {
        if let kept = shelf.kept(id) { return kept }
        return try await find(id)
    }

    func writing<A: Action>(
        to stored: StoredDataset,
        _ origin: RecordOrigin,
        _ permit: Permit<A>,
        in transaction: any Transaction
    ) -> RecordWriting {
        RecordWriting(
            stored: stored,
            transaction: transaction,
            audit: audit,
            actor: permit.actor,
            origin: origin,
            now: clock.now(),
            ids: ids,
            sums: UnitSums(trees: trees(), today: today),
            tallies: tallies,
            mayReplace: reach(of: permit.unit)
        )
    }
}
