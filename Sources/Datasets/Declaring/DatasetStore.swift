package import Access
package import AuditLog
package import Database
import Language
package import Places
package import Timekeeping

/// Keeps datasets and their records: each write is one transaction with its versions, audit entries and sums.
package struct DatasetStore: Sendable {
    let database: any Database
    let audit: AuditLog
    let clock: WallClock
    let ids: IDMaker
    let calendar: CivilCalendar
    /// The units of all days.
    let trees: @Sendable () -> UnitTrees
    let shelf = DatasetShelf()
    let tallies = KnownTallies()

    package init(
        database: any Database,
        audit: AuditLog,
        clock: WallClock,
        ids: IDMaker,
        calendar: CivilCalendar,
        trees: @escaping @Sendable () -> UnitTrees
    ) {
        self.database = database
        self.audit = audit
        self.clock = clock
        self.ids = ids
        self.calendar = calendar
        self.trees = trees
    }

    /// Declares a new dataset and makes its tables.
    ///
    /// - Throws: `alreadyDeclared`, `ownerUnknown`, `unitOutOfReach` when the owner is not one of the permit's units.
    @discardableResult
    package func declare(
        _ declaration: DatasetDeclaration,
        by permit: Permit<DeclareDatasets>
    ) async throws(DatasetError) -> StoredDataset {
        try checkOwner(declaration.dataset.owner, permit)
        return try await database.write(throwing: DatasetErrorCode.self) { transaction in
            let now = clock.now()
            let dataset = declaration.dataset
            guard try transaction.first("SELECT 1 FROM dataset WHERE id = \(dataset.id.rawValue)") == nil
            else {
                throw DatasetError(.alreadyDeclared, "the id is taken")
            }
            let last: Int = try transaction.value("SELECT coalesce(max(number), 0) FROM dataset") ?? 0
            let columns = RecordColumn.columns(of: dataset)
            try transaction.execute(
                """
                INSERT INTO dataset (id, number, unit_id, classification, declaration, columns, version,
                    schema_version, declared_at, changed_at, search_text)
                VALUES (\(dataset.id.rawValue), \(last + 1), \(dataset.owner),
                    \(dataset.classification.rawValue), \(utf8Text(dataset.canonicalText)),
                    \(try Self.text(of: columns)), 1, 1, \(now), \(now), \(Self.searchText(of: dataset)))
                """
            )
            try insertSchema(declaration, version: 1, by: permit.actor, at: now, in: transaction)
            let table = RecordTable(number: last + 1, columns: columns)
            for statement in table.definitions { try transaction.execute(statement) }
            try DatasetTally.begin(dataset.id, in: transaction)
            return try finish(dataset.id, "dataset.declared", by: permit.actor, at: now, in: transaction)
        }
    }

    /// The dataset with this id.
    ///
    /// - Throws: `datasetNotFound`.
    package func find(_ id: Dataset.ID) async throws(DatasetError) -> StoredDataset {
        try await database.read(throwing: DatasetErrorCode.self) { try shelf.dataset(id, in: $0) }
    }

    /// All datasets in the order of their ids.
    package func list() async throws(DatasetError) -> [StoredDataset] {
        try await database.read(throwing: DatasetErrorCode.self) { transaction in
            try transaction.query("SELECT id FROM dataset ORDER BY id").map { row in
                try shelf.dataset(Dataset.ID(rawValue: try row[0]), in: transaction)
            }
        }
    }

    var today: Day { calendar.day(of: clock.now()) }

    func checkOwner(_ owner: Unit.ID, _ permit: Permit<DeclareDatasets>) throws(DatasetError) {
        let tree = trees().tree(on: today)
        guard tree.unit(owner) != nil else { throw DatasetError(.ownerUnknown, "no such unit today") }
        guard tree.contains(permit.unit, owner) else {
            throw DatasetError(.unitOutOfReach, "the owner lies outside of the permit")
        }
    }

    func insertSchema(
        _ declaration: DatasetDeclaration,
        version: Int,
        by actor: Actor,
        at now: Instant,
        in transaction: any Transaction
    ) throws {
        try transaction.execute(
            """
            INSERT INTO dataset_schema (dataset_id, version, content, at, actor)
            VALUES (\(declaration.dataset.id.rawValue), \(version), \(utf8Text(declaration.schemaText)), \(now),
                \(actor.code))
            """
        )
    }

    /// Writes the audit entry of what the row now says.
    func finish(
        _ id: Dataset.ID,
        _ action: String,
        by actor: Actor,
        at now: Instant,
        in transaction: any Transaction
    ) throws -> StoredDataset {
        let stored = try DatasetShelf.read(id, in: transaction)
        try audit.append(
            action,
            of: AuditSubject(kind: DatasetAuditing.subjectKind, id: id.rawValue),
            unit: stored.dataset.owner.rawValue,
            content: DatasetAuditing.content(of: stored),
            by: actor,
            at: now,
            in: transaction
        )
        return stored
    }
}
