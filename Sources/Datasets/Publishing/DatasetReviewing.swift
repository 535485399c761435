package import Access
package import AuditLog
import Database
import Language
import Places
package import Timekeeping

extension DatasetStore {
    /// Says that the dataset's entry in the catalogue was reviewed today: title, description, owner, classification.
    ///
    /// - Throws: `datasetNotFound`, `unitOutOfReach`.
    @discardableResult
    package func review(
        _ id: Dataset.ID,
        by permit: Permit<ReviewDatasets>
    ) async throws(DatasetError) -> Instant {
        try await database.write(throwing: DatasetErrorCode.self) { transaction in
            let stored = try shelf.dataset(id, in: transaction)
            try checkReach(of: permit, stored.dataset.owner)
            let now = clock.now()
            try transaction.execute(
                """
                INSERT INTO dataset_review (dataset_id, at, actor)
                VALUES (\(id.rawValue), \(now), \(permit.actor.code))
                ON CONFLICT (dataset_id) DO UPDATE SET at = excluded.at, actor = excluded.actor
                """
            )
            try audit.append(
                ReviewStatement.action,
                of: AuditSubject(kind: ReviewStatement.subjectKind, id: id.rawValue),
                unit: stored.dataset.owner.rawValue,
                encoding: ReviewStatement(actor: permit.actor.code, at: now.rfc3339, dataset: id.rawValue),
                by: permit.actor,
                at: now,
                in: transaction
            )
            return now
        }
    }

    /// The clocks of all datasets, by one look at the tallies and no record.
    package func catalogueClocks() async throws(DatasetError) -> [Dataset.ID: CatalogueClock] {
        try await database.read(throwing: DatasetErrorCode.self) { transaction in
            let rows = try transaction.query(
                """
                SELECT d.id, d.declared_at, d.classification, coalesce(r.at, 0), coalesce(t.changed_at, 0),
                    coalesce((SELECT max(p.cut_at) FROM dataset_publication AS p WHERE p.dataset_id = d.id), 0)
                FROM dataset AS d
                LEFT JOIN dataset_review AS r ON r.dataset_id = d.id
                LEFT JOIN dataset_tally AS t ON t.dataset_id = d.id
                """
            )
            var clocks: [Dataset.ID: CatalogueClock] = [:]
            for row in rows {
                let (id, kind): (String, String) = (try row[0], try row[2])
                let renewed = max(try row.integer(4), try row.integer(5))
                clocks[Dataset.ID(rawValue: id)] = CatalogueClock(
                    declaredOn: try day(row.integer(1)) ?? today,
                    reviewedOn: try day(row.integer(3)),
                    renewedOn: day(renewed),
                    isOpen: kind == Classification.open.rawValue,
                    today: today,
                    calendar: calendar
                )
            }
            return clocks
        }
    }

    /// `nil` for 0, which stands for never.
    private func day(_ microseconds: Int64) -> Day? {
        microseconds == 0 ? nil : calendar.day(of: Instant(microsecondsSince1970: microseconds))
    }

    /// The newest review of each dataset, for the verifier.
    package static let auditedReviews = AuditedTable(
        subjectKind: "dataset-review",
        ids: "SELECT dataset_id AS subject_id FROM dataset_review"
    ) { id, transaction in
        guard let row = try transaction.first("SELECT at, actor FROM dataset_review WHERE dataset_id = \(id)")
        else { return nil }
        let at: Instant = try row[0]
        return try AuditLog.canonicalJSON(
            ReviewStatement(actor: try row[1], at: at.rfc3339, dataset: id)
        )
    }
}

/// What the log says of a review.
private struct ReviewStatement: Encodable {
    static let action = "dataset.reviewed"
    static let subjectKind = "dataset-review"

    let actor: String
    let at: String
    let dataset: String
}
