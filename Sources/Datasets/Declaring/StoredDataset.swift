import Database
import Foundation
import Language
import Synchronization
package import Timekeeping

/// A dataset as it stands in the database, with its compiled schema and the statements of its tables.
package struct StoredDataset: Sendable {
    package let dataset: Dataset
    /// Counts the changes of the declaration.
    package let version: Int
    /// Counts the schemas; each record says under which one it was written.
    package let schemaVersion: Int
    package let schema: Schema
    /// In canonical form.
    package let schemaText: String
    package let changedAt: Instant
    let columns: [RecordColumn]
    let table: RecordTable

    /// What a record's state is when it has just been written.
    var stateWhenWritten: RecordState { dataset.approvals.isEmpty ? .accepted : .submitted }
}

extension StoredDataset {
    /// A declaration that stands in no database, to try records with.
    package init(unsaved declaration: DatasetDeclaration) {
        let columns = RecordColumn.columns(of: declaration.dataset)
        self.init(
            dataset: declaration.dataset,
            version: 1,
            schemaVersion: 1,
            schema: declaration.schema,
            schemaText: utf8Text(declaration.schemaText),
            changedAt: Instant(secondsSince1970: 0),
            columns: columns,
            table: RecordTable(number: 0, columns: columns)
        )
    }
}

/// The datasets that were read last, so that a schema is compiled once and not for every record.
///
/// What is kept is used only after a look at the version in the same transaction, since another process may have
/// changed it, and at the time, since a transaction that was undone had the same version.
final class DatasetShelf: Sendable {
    private let kept = Mutex<[Dataset.ID: StoredDataset]>([:])

    private static let versionOf = PreparedSQL("SELECT version, changed_at FROM dataset WHERE id = $1")

    /// The dataset as this transaction sees it.
    ///
    /// - Throws: `datasetNotFound`.
    func dataset(_ id: Dataset.ID, in transaction: any Transaction) throws -> StoredDataset {
        guard let row = try transaction.query(Self.versionOf, [.text(id.rawValue)]).first else {
            throw DatasetError(.datasetNotFound, "no dataset with this id")
        }
        let (version, changedAt): (Int, Instant) = (try row[0], try row[1])
        if let same = kept.withLock({ $0[id] }), same.version == version, same.changedAt == changedAt {
            return same
        }
        let read = try Self.read(id, in: transaction)
        kept.withLock { $0[id] = read }
        return read
    }

    /// Keeps a dataset that is committed.
    func keep(_ stored: StoredDataset) { kept.withLock { $0[stored.dataset.id] = stored } }

    /// The dataset as it was read last; another process may have changed it since.
    func kept(_ id: Dataset.ID) -> StoredDataset? { kept.withLock { $0[id] } }

    /// Past the shelf: what a transaction has written is not kept before it is committed.
    static func read(_ id: Dataset.ID, in transaction: any Transaction) throws -> StoredDataset {
        let row = try transaction.first(
            """
            SELECT d.declaration, d.version, d.schema_version, s.content, d.number, d.columns, d.changed_at
            FROM dataset AS d
            JOIN dataset_schema AS s ON s.dataset_id = d.id AND s.version = d.schema_version
            WHERE d.id = \(id.rawValue)
            """
        )
        guard let row else { throw DatasetError(.datasetNotFound, "no dataset with this id") }
        let (declaration, schemaText, columnsText): (String, String, String) = (
            try row[0], try row[3], try row[5]
        )
        let dataset = try JSONDecoder().decode(Dataset.self, from: Data(declaration.utf8))
        let columns = try DatasetStore.columns(of: columnsText)
        return StoredDataset(
            dataset: dataset,
            version: try row[1],
            schemaVersion: try row[2],
            schema: try DatasetDeclaration.compiled(Array(schemaText.utf8)),
            schemaText: schemaText,
            changedAt: try row[6],
            columns: columns,
            table: RecordTable(number: try row[4], columns: columns)
        )
    }
}
