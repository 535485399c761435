package import AuditLog
import Cryptography
import Database
import Foundation
import Language

/// What the audit log says of a dataset, and how the verifier reads it back.
enum DatasetAuditing {
    static let subjectKind = "dataset"

    /// Canonical JSON: the declaration, its version and the hash of its schema.
    static func content(of stored: StoredDataset) throws(DatabaseError) -> [UInt8] {
        try AuditLog.canonicalJSON(
            Statement(
                declaration: stored.dataset,
                version: stored.version,
                schemaVersion: stored.schemaVersion,
                schemaSHA256: BaseCoding.hex.encode(SHA256.hash(Array(stored.schemaText.utf8)))
            )
        )
    }

    private struct Statement: Encodable {
        let declaration: Dataset
        let version: Int
        let schemaVersion: Int
        let schemaSHA256: String
    }
}

extension DatasetStore {
    /// The rows of datasets, for the verifier.
    package static let auditedDatasets = AuditedTable(
        subjectKind: "dataset",
        ids: "SELECT id AS subject_id FROM dataset"
    ) { id, transaction in
        do {
            let stored = try DatasetShelf().dataset(Dataset.ID(rawValue: id), in: transaction)
            return try DatasetAuditing.content(of: stored)
        } catch let error as DatasetError where error.code == .datasetNotFound { return nil }
    }

    /// The newest version of each record, for the verifier.
    package static let auditedRecords = AuditedTable(
        subjectKind: "record",
        findingIDs: { transaction throws(DatabaseError) in
            let parts = try transaction.query(
                "SELECT id, number, classification FROM dataset ORDER BY number"
            )
            .map { row throws(DatabaseError) -> SQL in
                let (id, number, kind): (String, Int, String) = (try row[0], try row[1], try row[2])
                let column = kind == Classification.personal.rawValue ? "subject" : "key"
                return """
                    SELECT \(id + "/") || \(trusted: column) AS subject_id
                    FROM \(trusted: "record_\(number)")
                    """
            }
            return parts.isEmpty ? nil : .joined(parts, by: " UNION ALL ")
        },
        passiveActions: [RecordAction.read]
    ) { subject, transaction in
        let parts = subject.split(separator: "/", maxSplits: 1)
        guard parts.count == 2,
            let row = try transaction.first(
                "SELECT number, classification FROM dataset WHERE id = \(String(parts[0]))"
            )
        else { return nil }
        let (number, kind): (Int, String) = (try row[0], try row[1])
        let column = kind == Classification.personal.rawValue ? "subject" : "key"
        let record = try transaction.first(
            """
            SELECT \(trusted: RecordTable.recordColumns.joined(separator: ", "))
            FROM \(trusted: "record_\(number)") WHERE \(trusted: column) = \(String(parts[1]))
            """
        )
        guard let record else { return nil }
        return RecordStatement(try StoredRecord(record), of: Dataset.ID(rawValue: String(parts[0]))).bytes
    }
}

/// The actions that the audit log has of records.
enum RecordAction {
    static let created = "record.created"
    static let changed = "record.changed"
    static let withdrawn = "record.withdrawn"
    static let approved = "record.approved"
    static let returned = "record.returned"
    static let read = "record.read"
}

extension DatasetStore {
    /// Title, description and id without tones, for the search.
    static func searchText(of dataset: Dataset) -> String {
        [
            dataset.title.vi, dataset.title.en, dataset.id.rawValue, dataset.description.vi,
            dataset.description.en, dataset.fields.values.map(\.title.vi).sorted().joined(separator: " "),
        ].joined(separator: " ").folded
    }

    static func text(of columns: [RecordColumn]) throws -> String {
        String(decoding: try AuditLog.canonicalJSON(columns), as: UTF8.self)
    }

    static func columns(of text: String) throws -> [RecordColumn] {
        try JSONDecoder().decode([RecordColumn].self, from: Data(text.utf8))
    }
}

/// UTF-8 that our own writers have made.
func utf8Text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

extension StoredDataset {
    /// Whether each typed word begins a word of title, description, id or a field's title; tones need not be typed.
    package func matches(_ typed: String) -> Bool {
        let text = " " + DatasetStore.searchText(of: dataset)
        return typed.folded.split(separator: " ").allSatisfy { text.contains(" " + $0) }
    }
}
