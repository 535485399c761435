package import Access
package import AuditLog
import Database
import Language
import Places
package import Timekeeping

/// A dataset at the moment at which it is published.
package struct PublicationCut: Sendable {
    package let stored: StoredDataset
    package let at: Instant
}

/// A manifest that was published, as the database keeps it.
package struct KeptPublication: Hashable, Sendable {
    package let dataset: Dataset.ID
    package let cutAt: Instant
    /// The very bytes that the log's entry names.
    package let manifestText: String

    fileprivate var subject: AuditSubject { Self.subject(dataset.rawValue, cutAt.microsecondsSince1970) }

    fileprivate static func subject(_ dataset: String, _ cutAt: Int64) -> AuditSubject {
        AuditSubject(kind: PublicationStatement.subjectKind, id: "\(dataset)/\(cutAt)")
    }
}

extension DatasetStore {
    /// Begins a publication: the dataset, and the moment whose records are published.
    ///
    /// The moment is taken in the writers' turn, so that what was written before it is committed.
    /// - Throws: `datasetNotFound`, `notOpen`: only open data is published.
    package func cut(_ id: Dataset.ID) async throws(DatasetError) -> PublicationCut {
        try await database.write(throwing: DatasetErrorCode.self) { transaction in
            let stored = try shelf.dataset(id, in: transaction)
            try Self.checkOpen(stored)
            return PublicationCut(stored: stored, at: clock.now())
        }
    }

    /// Gives the records of a cut to `body`, page by page in the order of their keys; the same at any later time.
    ///
    /// They are as the public sees them: masked fields are not in them.
    ///
    /// - Returns: how many there are.
    @discardableResult
    package func forEachRecord(
        of cut: PublicationCut,
        _ body: (StoredRecord) async throws -> Void
    ) async throws -> Int {
        var filter = RecordFilter()
        filter.states = [.accepted]
        var (count, after): (Int, RecordKey?) = (0, nil)
        repeat {
            let page = try await records(
                in: cut.stored.dataset.id,
                filter,
                asOf: cut.at,
                after: after,
                countMax: Self.pageMax,
                within: ReadingTerms.ofEverybody(cut.stored.dataset)
            )
            for record in page.records { try await body(record) }
            count += page.records.count
            after = page.next
        } while after != nil
        return count
    }

    /// The signed note of the log as it is now; `nil` before the first batch.
    package func newestCheckpointNote() async throws(DatasetError) -> String? {
        try await database.read(throwing: DatasetErrorCode.self) { transaction in
            try audit.newestCheckpoint(in: transaction)?.note
        }
    }

    /// Keeps a manifest and writes its hash into the log.
    ///
    /// - Throws: `notOpen` when the dataset was closed meanwhile, `changedMeanwhile` when it has another schema now,
    ///   `unitOutOfReach`.
    @discardableResult
    package func publish(
        _ manifest: PublishedManifest,
        of cut: PublicationCut,
        by permit: Permit<PublishDatasets>
    ) async throws(DatasetError) -> KeptPublication {
        try await database.write(throwing: DatasetErrorCode.self) { transaction in
            let stored = try shelf.dataset(manifest.dataset, in: transaction)
            try checkReach(of: permit, stored.dataset.owner)
            try Self.checkOpen(stored)
            guard stored.schemaVersion == manifest.schemaVersion, manifest.cutAt == cut.at.rfc3339 else {
                throw DatasetError(.changedMeanwhile, "the manifest is of another schema or moment")
            }
            let text = manifest.json
            let publication = KeptPublication(
                dataset: manifest.dataset,
                cutAt: cut.at,
                manifestText: utf8Text(text)
            )
            try transaction.execute(
                """
                INSERT INTO dataset_publication (dataset_id, cut_at, records, manifest)
                VALUES (\(manifest.dataset.rawValue), \(cut.at), \(manifest.records), \(publication.manifestText))
                """
            )
            try audit.append(
                PublicationStatement.action,
                of: publication.subject,
                unit: stored.dataset.owner.rawValue,
                encoding: PublicationStatement(manifest, text: text),
                by: permit.actor,
                at: clock.now(),
                in: transaction
            )
            return publication
        }
    }

    /// Publications of a page: one a week for two years.
    package static let publicationsMax = 100

    /// What was published of a dataset, the newest first.
    package func publications(of id: Dataset.ID) async throws(DatasetError) -> [KeptPublication] {
        try await database.read(throwing: DatasetErrorCode.self) { transaction in
            try transaction.query(
                """
                SELECT dataset_id, cut_at, manifest FROM dataset_publication
                WHERE dataset_id = \(id.rawValue) ORDER BY cut_at DESC LIMIT \(Self.publicationsMax)
                """
            )
            .map { row in
                let name: String = try row[0]
                return KeptPublication(
                    dataset: Dataset.ID(rawValue: name),
                    cutAt: try row[1],
                    manifestText: try row[2]
                )
            }
        }
    }

    /// The receipt that proves a publication to whoever has the log's public key.
    ///
    /// - Throws: an `AuditError`: `notYetSequenced` within the second after the publication.
    package func proof(of publication: KeptPublication, key: NoteVerifyKey) async throws -> Receipt {
        try await database.read { try Receipt.prove([publication.subject], key: key, in: $0) }
    }

    private static func checkOpen(_ stored: StoredDataset) throws(DatasetError) {
        guard stored.dataset.classification == .open else {
            throw DatasetError(.notOpen, "only open data is published")
        }
    }

    /// The publications, for the verifier: a manifest that was changed in the database is found out.
    package static let auditedPublications = AuditedTable(
        subjectKind: "published-data",
        ids: "SELECT dataset_id || '/' || CAST(cut_at AS TEXT) AS subject_id FROM dataset_publication"
    ) { subject, transaction in
        let parts = subject.split(separator: "/")
        guard parts.count == 2, let cutAt = Int64(parts[1]),
            let row = try transaction.first(
                """
                SELECT manifest FROM dataset_publication
                WHERE dataset_id = \(String(parts[0])) AND cut_at = \(cutAt)
                """
            )
        else { return nil }
        let manifest: String = try row[0]
        let text = Array(manifest.utf8)
        // One that is no manifest any more is given back as it is, which fits no entry.
        guard let read = try? PublishedManifest(json: text) else { return text }
        return try AuditLog.canonicalJSON(PublicationStatement(read, text: text))
    }
}
