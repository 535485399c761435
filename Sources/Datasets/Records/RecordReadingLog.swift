package import Access
import AuditLog
import Database
import Language
import Places
import Timekeeping

/// One reading of records, as the audit log tells of it.
package struct RecordReading: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case record, versions, list, figures, changes
    }

    package var kind: Kind
    /// What the reader says it is for; what needs a grant is not read without.
    package var purpose: String?

    /// The grant under which it is read, if it is not by right of one's own units.
    package var grant: SharingRequest.ID?

    package init(_ kind: Kind, purpose: String?, grant: SharingRequest.ID? = nil) {
        self.kind = kind
        self.purpose = purpose
        self.grant = grant
    }

    package init(_ kind: Kind, under terms: ReadingTerms) {
        self.init(kind, purpose: terms.purpose, grant: terms.grant)
    }

    /// Bytes of a purpose: a sentence with the number of a decision.
    package static let purposeBytesMax = 500
    /// What the log calls a reading that is not about one person.
    static let subjectKind = "dataset-reading"
}

extension DatasetStore {
    /// Writes down that `records` are read, before they are handed out.
    ///
    /// Of personal data each record gets an entry of its own, so that everybody can be told who read what of them; of
    /// other data there is one entry for the request. `records` is `nil` when their number is not known yet. Open data
    /// is read without a trace.
    /// - Throws: `purposeMissing`, `textTooLong`.
    package func noteReading(
        _ reading: RecordReading,
        of records: [StoredRecord]?,
        in stored: StoredDataset,
        by permit: Permit<ReadRecords>
    ) async throws(DatasetError) {
        let dataset = stored.dataset
        guard dataset.classification.isReadingLogged else { return }
        if dataset.classification.needsGrant, reading.purpose == nil {
            throw DatasetError(.purposeMissing, "a reading without a purpose")
        }
        if let purpose = reading.purpose, purpose.utf8.count > RecordReading.purposeBytesMax {
            throw DatasetError(
                .textTooLong,
                "a purpose of more than \(RecordReading.purposeBytesMax) bytes"
            )
        }
        let drafts: [AuditDraft]
        do { drafts = try reading.drafts(records, of: dataset) } catch {
            throw DatasetError(.storeFailed, "an entry of a reading could not be written", cause: error)
        }
        try await database.write(throwing: DatasetErrorCode.self) { transaction in
            try audit.append(drafts, by: permit.actor, at: clock.now(), in: transaction)
        }
    }
}

extension RecordReading {
    private struct Statement: Encodable {
        var dataset: String
        var kind: String
        var purpose: String?
        var grant: String?
        var records: Int?
        var key: String?
        var version: Int?
    }

    fileprivate func drafts(_ records: [StoredRecord]?, of dataset: Dataset) throws -> [AuditDraft] {
        let isEachTold = dataset.classification == .personal
        guard isEachTold, let records, !records.isEmpty else {
            let single = kind == .record ? records?.first : nil
            return [
                try draft(
                    AuditSubject(kind: Self.subjectKind, id: dataset.id.rawValue),
                    unit: dataset.owner.rawValue,
                    Statement(
                        dataset: dataset.id.rawValue,
                        kind: kind.rawValue,
                        purpose: purpose,
                        grant: grant?.description,
                        records: records?.count,
                        key: single?.key.text,
                        version: single?.version
                    )
                )
            ]
        }
        return try records.map { record in
            try draft(
                RecordStatement.subject(dataset.id, key: record.key.text, personal: record.subject),
                unit: record.unit.rawValue,
                Statement(
                    dataset: dataset.id.rawValue,
                    kind: kind.rawValue,
                    purpose: purpose,
                    grant: grant?.description,
                    version: record.version
                )
            )
        }
    }

    private func draft(_ subject: AuditSubject, unit: String, _ statement: Statement) throws -> AuditDraft {
        AuditDraft(
            RecordAction.read,
            of: subject,
            unit: unit,
            content: try AuditLog.canonicalJSON(statement)
        )
    }
}
