package import Access
import AuditLog
import Database
import Foundation
import Language
package import Timekeeping

/// What the log says of one reading of data that is not open.
package struct ReadingNote: Hashable, Sendable {
    /// Of the entry in the log.
    package let entry: Int64
    package let at: Instant
    /// ``AuditLog/Actor/code``.
    package let actor: String
    package let kind: RecordReading.Kind
    package let purpose: String?
    package let grant: SharingRequest.ID?
    /// `nil` for a reading of many records, or of one that is erased.
    package let key: RecordKey?
    /// How many records were handed out, where that was known.
    package let records: Int?
}

extension DatasetStore {
    /// Readings of a page.
    package static let readingsMax = 200

    /// Who read what of a dataset, or of one record, the newest first, before the entry `before`.
    ///
    /// Of personal data each record has entries of its own. Of other data a list is one entry, which names no record:
    /// asked for one record, the readings of its dataset are all that can be said, and are what is answered.
    /// - Throws: `datasetNotFound` when the permit is not for the owner, `recordNotFound`.
    package func readings(
        of key: RecordKey? = nil,
        in id: Dataset.ID,
        before: Int64? = nil,
        countMax: Int = 50,
        by permit: Permit<ReadReadings>
    ) async throws(DatasetError) -> [ReadingNote] {
        let count = min(max(countMax, 1), Self.readingsMax)
        return try await database.read(throwing: DatasetErrorCode.self) { transaction in
            let stored = try shelf.dataset(id, in: transaction)
            guard stored.dataset.owner == permit.unit else {
                throw DatasetError(.datasetNotFound, "the permit is not for the owner of the dataset")
            }
            let about =
                try key.map { try condition(on: $0, of: stored, in: transaction) } ?? condition(on: id)
            let rows = try transaction.query(
                """
                SELECT id, at, actor, content, subject_kind, subject_id FROM audit_entry
                WHERE action = \(RecordAction.read) AND id < \(before ?? Int64.max) AND \(about)
                ORDER BY id DESC LIMIT \(count)
                """
            )
            return try rows.map { try note($0, of: stored, in: transaction) }
        }
    }

    /// Entries of the dataset as a whole and of its records, whose names in the log begin with the dataset's.
    private func condition(on id: Dataset.ID) -> SQL {
        """
        ((subject_kind = \(RecordReading.subjectKind) AND subject_id = \(id.rawValue))
            OR (subject_kind = 'record' AND subject_id > \(id.rawValue + "/") AND subject_id < \(id.rawValue + "0")))
        """
    }

    private func condition(
        on key: RecordKey,
        of stored: StoredDataset,
        in transaction: any Transaction
    ) throws -> SQL {
        guard let row = try transaction.query(stored.table.selectOne, [.text(key.text)]).first else {
            throw DatasetError(.recordNotFound, "no such record")
        }
        let record = try StoredRecord(row)
        // Of other data the log names a record by its key only within an entry of the dataset.
        guard record.subject != nil else {
            return
                "(subject_kind = \(RecordReading.subjectKind) AND subject_id = \(stored.dataset.id.rawValue))"
        }
        let subject = RecordStatement.subject(stored.dataset.id, key: key.text, personal: record.subject)
        return "(subject_kind = \(subject.kind) AND subject_id = \(subject.id))"
    }

    private func note(
        _ row: Row,
        of stored: StoredDataset,
        in transaction: any Transaction
    ) throws -> ReadingNote {
        let content: [UInt8]? = try row[3]
        let told = content.flatMap { try? JSONDecoder().decode(Told.self, from: Data($0)) }
        var key = told?.key
        let (kind, subject): (String, String) = (try row[4], try row[5])
        if kind == "record" {
            let name = String(subject.dropFirst(stored.dataset.id.rawValue.utf8.count + 1))
            key = try transaction.value(
                "SELECT key FROM \(trusted: stored.table.current) WHERE subject = \(name)"
            )
        }
        return ReadingNote(
            entry: try row[0],
            at: try row[1],
            actor: try row[2],
            kind: told.flatMap { RecordReading.Kind(rawValue: $0.kind) } ?? .record,
            purpose: told?.purpose,
            grant: told?.grant.flatMap { SharingRequest.ID($0) },
            key: key.map { RecordKey($0) },
            records: told?.records
        )
    }

    private struct Told: Decodable {
        var kind: String
        var purpose: String?
        var grant: String?
        var key: String?
        var records: Int?
    }
}
