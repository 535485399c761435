package import Access
import Database
import Language
import Places
import Timekeeping

/// What to do when records stop fitting.
package enum BreakingChange: Hashable, Sendable {
    /// They keep their old schema until they are next written.
    case accept
    /// The declaration stays as it is.
    case refuse
}

/// A dataset as a change has left it.
package struct ChangedDataset: Sendable {
    package let stored: StoredDataset
    /// What was found before the change was made.
    package let report: SchemaChangeReport
}

extension DatasetStore {
    /// What ``change(_:expecting:breaking:by:)`` would do to the records, without doing it.
    ///
    /// - Throws: `datasetNotFound`, `structureFixed`.
    package func report(on declaration: DatasetDeclaration) async throws(DatasetError) -> SchemaChangeReport {
        try await database.read(throwing: DatasetErrorCode.self) { transaction in
            let stored = try shelf.dataset(declaration.dataset.id, in: transaction)
            return try DatasetChange(from: stored, to: declaration).report(in: transaction)
        }
    }

    /// Declares a dataset anew: another schema gets the next version, and records keep the one they were written under.
    ///
    /// An unchanged declaration changes nothing. When schema, indexes or sums change, all records are looked at in the
    /// writer's turn, so a large dataset is best changed at a quiet hour.
    /// - Throws: `datasetNotFound`, `changedMeanwhile`, `structureFixed`, `breaksRecords` with the report as its
    ///   cause, `ownerUnknown`, `unitOutOfReach` when the old or the new owner is not one of the permit's units.
    @discardableResult
    package func change(
        _ declaration: DatasetDeclaration,
        expecting version: Int,
        breaking: BreakingChange,
        by permit: Permit<DeclareDatasets>
    ) async throws(DatasetError) -> ChangedDataset {
        try checkOwner(declaration.dataset.owner, permit)
        let done = try await database.write(throwing: DatasetErrorCode.self) { transaction in
            let stored = try shelf.dataset(declaration.dataset.id, in: transaction)
            try checkReach(of: permit, stored.dataset.owner)
            guard stored.version == version else {
                throw DatasetError(.changedMeanwhile, "the declaration has another version")
            }
            let change = DatasetChange(from: stored, to: declaration)
            let report = try change.report(in: transaction)
            guard !report.isUnchanged else { return ChangedDataset(stored: stored, report: report) }
            guard report.brokenRecords == 0 || breaking == .accept else {
                throw DatasetError(
                    .breaksRecords,
                    "\(report.brokenRecords) records do not fit",
                    cause: report
                )
            }
            let written = try write(change, report, by: permit, in: transaction)
            return ChangedDataset(stored: written, report: report)
        }
        shelf.keep(done.stored)
        return done
    }

    private func write(
        _ change: DatasetChange,
        _ report: SchemaChangeReport,
        by permit: Permit<DeclareDatasets>,
        in transaction: any Transaction
    ) throws -> StoredDataset {
        let (dataset, stored) = (change.declaration.dataset, change.stored)
        let now = max(clock.now(), stored.changedAt + .microseconds(1))
        let schemaVersion = stored.schemaVersion + (report.changesSchema ? 1 : 0)
        if report.changesSchema {
            let version = schemaVersion
            try insertSchema(change.declaration, version: version, by: permit.actor, at: now, in: transaction)
        }
        try transaction.execute(
            """
            UPDATE dataset SET unit_id = \(dataset.owner), classification = \(dataset.classification.rawValue),
                declaration = \(utf8Text(dataset.canonicalText)), columns = \(try Self.text(of: change.columns)),
                version = version + 1, schema_version = \(schemaVersion), changed_at = \(now),
                search_text = \(Self.searchText(of: dataset))
            WHERE id = \(dataset.id.rawValue)
            """
        )
        try change.rebuildTables(UnitSums(trees: trees(), today: today), in: transaction)
        return try finish(dataset.id, "dataset.changed", by: permit.actor, at: now, in: transaction)
    }

    /// An owner that exists no more is for the top to look after.
    func checkReach<A: Action>(of permit: Permit<A>, _ owner: Unit.ID) throws(DatasetError) {
        let tree = trees().tree(on: today)
        let isLeftToTop = tree.unit(owner) == nil && tree.roots.contains { $0.id == permit.unit }
        guard tree.contains(permit.unit, owner) || isLeftToTop else {
            throw DatasetError(.unitOutOfReach, "the present owner lies outside of the permit")
        }
    }
}

/// One dataset as it is, and as somebody wants it to be.
struct DatasetChange: Sendable {
    let stored: StoredDataset
    let declaration: DatasetDeclaration
    /// Of the new declaration, with the numbers of those that stay.
    let columns: [RecordColumn]

    init(from stored: StoredDataset, to declaration: DatasetDeclaration) {
        self.stored = stored
        self.declaration = declaration
        columns = RecordColumn.columns(of: declaration.dataset, keeping: stored.columns)
    }

    private var changesSchema: Bool { Array(stored.schemaText.utf8) != declaration.schemaText }

    /// Whether records are found and counted in another way, which only an empty dataset can take.
    private var changesStructure: Bool {
        let (old, new) = (stored.dataset, declaration.dataset)
        return old.key != new.key || old.unitField != new.unitField || old.period != new.period
            || (old.classification == .personal) != (new.classification == .personal)
    }

    /// Looks at each record that counts or may come to count.
    func report(in transaction: any Transaction) throws -> SchemaChangeReport {
        let table = stored.table
        if changesStructure,
            try transaction.first("SELECT 1 FROM \(trusted: table.current) LIMIT 1") != nil
        {
            throw DatasetError(.structureFixed, "there are records")
        }
        var collector = BreakCollector(declaration, columns: columns)
        if changesSchema || columns != stored.columns {
            let all: SQL = """
                SELECT key, content FROM \(trusted: table.current)
                WHERE state <> \(RecordState.withdrawn.rawValue) ORDER BY key
                """
            try transaction.forEachRow(of: all) { row in
                collector.look(at: try row[1], of: try row[0])
            }
        }
        return SchemaChangeReport(
            records: collector.records,
            brokenRecords: collector.brokenRecords,
            breaks: collector.breaks,
            hasMore: collector.hasMore,
            structure: StructureChange.all(from: stored.dataset, to: declaration.dataset),
            changesSchema: changesSchema,
            isUnchanged: !changesSchema
                && stored.dataset.canonicalText == declaration.dataset.canonicalText
        )
    }

    /// Takes away the columns of what is no longer indexed or summed, and adds and fills the new ones.
    func rebuildTables(_ sums: UnitSums, in transaction: any Transaction) throws {
        let table = RecordTable(number: stored.table.number, columns: columns)
        let gone = stored.columns.filter { !columns.contains($0) }
        let new = columns.filter { !stored.columns.contains($0) }
        for statement in gone.flatMap({ table.removals(of: $0) }) + new.flatMap({ table.additions(of: $0) }) {
            try transaction.execute(statement)
        }
        let backfill = ColumnBackfill(table: table, columns: new, transaction: transaction)
        try backfill.fill()
        if (gone + new).contains(where: { $0.kind == .sum }) { try backfill.recount(sums) }
    }
}
