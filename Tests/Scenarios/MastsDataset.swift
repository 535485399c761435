import Access
import AuditLog
import Database
import Datasets
import Places

@testable import sen

/// A dataset of two fields, as a pack would declare it.
enum MastsDataset {
    static let declaration = """
        {"dataset": "masts", "title": {"vi": "Cột phát sóng", "en": "Masts"},
        "description": {"vi": "Cột", "en": "Masts"}, "owner": "40", "classification": "open", "legal-basis": "x",
        "key": ["unit"], "unit": "unit",
        "fields": {"unit": {"title": {"vi": "Xã", "en": "Commune"}},
            "masts": {"title": {"vi": "Số cột", "en": "Masts"}, "sum": true, "index": "integer"}},
        "schema": {"type": "object", "properties": {"masts": {"type": "integer", "minimum": 0}}}}
        """

    /// Declares the dataset and writes one record twice, so that it has an earlier version.
    static func fill(_ database: any Database) async throws {
        let store = try await declare(in: database)
        for masts in [3, 4] {
            _ = try await store.put(
                Array(#"{"unit": "17329", "masts": \#(masts)}"#.utf8),
                in: Dataset.ID(rawValue: "masts"),
                origin: RecordOrigin(through: "test"),
                by: SystemAccess().permit(.system("test"), on: ReferenceProvince.provinceID)
            )
        }
    }

    @discardableResult
    static func declare(
        _ declaration: String = MastsDataset.declaration,
        in database: any Database
    ) async throws -> DatasetStore {
        let log = AuditLog(randomBytes: World.randomBytes)
        let history = try await UnitStore(database: database, audit: log, clock: World.clock).history()
        let trees = UnitTrees(history)
        let store = DatasetStore(
            database: database,
            audit: log,
            clock: World.clock,
            ids: World.ids,
            calendar: World.civilCalendar,
            trees: { trees }
        )
        try await store.declare(
            try DatasetDeclaration(Array(declaration.utf8)),
            by: SystemAccess().permit(.system("test"), on: ReferenceProvince.provinceID)
        )
        return store
    }
}
