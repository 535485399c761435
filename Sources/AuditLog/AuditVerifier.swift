package import Database
import Language

/// Re-checks everything that the log says against the database, and names the first entry that does not fit.
///
/// It needs the public key alone, reads in steps of its own transactions while the program goes on working, and
/// holds one tile in memory, however long the log is.
package struct AuditVerifier: Sendable {
    /// Leaves per read transaction: well under a second, so that no read blocks the tidying of the database.
    static let leavesPerRead: UInt64 = 16_384

    private let database: any Database
    private let key: NoteVerifyKey
    private let tables: [String: AuditedTable]
    private let keptElsewhere: [Checkpoint]

    /// `keptElsewhere` are checkpoints that were copied to another place, for example by a witness or from an old
    /// receipt: they are what finds a database that was replaced by an older copy of itself.
    package init(
        database: any Database,
        key: NoteVerifyKey,
        tables: [AuditedTable],
        keptElsewhere: [Checkpoint] = []
    ) {
        self.database = database
        self.key = key
        self.tables = Dictionary(tables.map { ($0.subjectKind, $0) }, uniquingKeysWith: { first, _ in first })
        self.keptElsewhere = keptElsewhere
    }

    package func verify(
        progress: @Sendable (AuditProgress) -> Void = { _ in }
    ) async throws(AuditError) -> AuditVerdict {
        let total = try await expectedSize()
        var check = LeafCheck(key: key, keptElsewhere: keptElsewhere)
        var rowProblem: AuditProblem?
        while check.tree.size < total, check.problem == nil, rowProblem == nil {
            let end = min(total, check.tree.size + Self.leavesPerRead)
            (check, rowProblem) = try await read(check, upTo: end)
            progress(AuditProgress(entriesDone: check.tree.size, entriesTotal: total))
        }
        if check.problem == nil, rowProblem == nil {
            (check, rowProblem) = try await finish(check, total: total)
        }
        return AuditVerdict(
            entryCount: check.tree.size,
            checkpointCount: check.checkpointCount,
            root: check.tree.root,
            problem: check.problem ?? rowProblem
        )
    }

    /// How many leaves there have to be, from whatever says most.
    private func expectedSize() async throws(AuditError) -> UInt64 {
        let stored = try await database.read(throwing: AuditErrorCode.self) { transaction in
            let store = TileStore(transaction: transaction)
            let last: Int64? = try transaction.value(
                "SELECT leaf_index FROM audit_entry WHERE leaf_index >= 0 ORDER BY leaf_index DESC LIMIT 1"
            )
            let fromLeaves = last.map { UInt64(clamping: $0) + 1 } ?? 0
            return try max(store.treeSize(), store.newestCheckpoint()?.size ?? 0, fromLeaves)
        }
        return max(stored, keptElsewhere.map(\.size).max() ?? 0)
    }

    private func read(
        _ check: LeafCheck,
        upTo end: UInt64
    ) async throws(AuditError) -> (LeafCheck, AuditProblem?) {
        let condition: SQL = """
            e.leaf_index >= \(Int64(clamping: check.tree.size)) AND e.leaf_index < \(Int64(clamping: end))
            ORDER BY e.leaf_index
            """
        return try await database.read(throwing: AuditErrorCode.self) { transaction in
            var check = check
            try check.begin(in: transaction)
            let rowProblem = try forEachEntry(where: condition, in: transaction) {
                stored throws(DatabaseError) in
                try check.take(stored, in: transaction)
                if check.problem != nil { return .stop }
                return check.isSuspicious ? .goOn : .compareRow
            }
            if check.problem == nil, rowProblem == nil, check.tree.size < end { check.noteMissingEntry() }
            return (check, rowProblem)
        }
    }

    /// The end of the tree, the entries that wait for their leaves, and the rows that no entry tells of.
    private func finish(
        _ check: LeafCheck,
        total: UInt64
    ) async throws(AuditError) -> (LeafCheck, AuditProblem?) {
        try await database.read(throwing: AuditErrorCode.self) { transaction in
            var check = check
            try check.finish(in: transaction)
            guard check.problem == nil else { return (check, nil) }
            for condition in Self.laterConditions(total) {
                var problem: AuditProblem?
                let rowProblem = try forEachEntry(where: condition, in: transaction) {
                    stored throws(DatabaseError) in
                    if !stored.fitsCommitment { problem = AuditProblem(.contentChanged, stored) }
                    return problem == nil ? .compareRow : .stop
                }
                if let found = problem ?? rowProblem { return (check, found) }
            }
            return (check, try rowWithoutEntry(in: transaction))
        }
    }

    /// Entries that got their leaves since the verification began, and those that have none.
    private static func laterConditions(_ total: UInt64) -> [SQL] {
        [
            "e.leaf_index >= \(Int64(clamping: total)) ORDER BY e.leaf_index",
            "e.leaf_index IS NULL ORDER BY e.id",
        ]
    }
}

extension AuditVerifier {
    private enum Next { case stop, goOn, compareRow }
    private struct Stop: Error {}

    /// Hands each entry to `body`, and compares the row of its subject when `body` says so and it is the newest one.
    private func forEachEntry(
        where condition: SQL,
        in transaction: any Transaction,
        _ body: (StoredEntry) throws(DatabaseError) -> Next
    ) throws -> AuditProblem? {
        let newest = NewestEntryQuery(tables: tables.values.sorted { $0.subjectKind < $1.subjectKind })
        var problem: AuditProblem?
        do {
            try transaction.forEachRow(
                of: """
                    SELECT \(StoredEntry.columns), \(newest.isNewest) FROM audit_entry AS e WHERE \(condition)
                    """
            ) { row in
                let stored = try StoredEntry(row)
                let next = try body(stored)
                if next == .compareRow, try row[11] as Bool {
                    problem = try compareRow(with: stored, in: transaction)
                }
                if next == .stop || problem != nil { throw Stop() }
            }
        } catch is Stop {}
        return problem
    }

    private func compareRow(
        with stored: StoredEntry,
        in transaction: any Transaction
    ) throws -> AuditProblem? {
        guard let content = stored.content, let table = tables[stored.entry.subject.kind] else { return nil }
        let current = try table.content(stored.entry.subject.id, transaction)
        if (current ?? AuditedTable.gone) == content { return nil }
        return AuditProblem(current == nil ? .rowMissing : .rowChanged, stored)
    }

    private func rowWithoutEntry(in transaction: any Transaction) throws(DatabaseError) -> AuditProblem? {
        for table in tables.values.sorted(by: { $0.subjectKind < $1.subjectKind }) {
            guard let id = try table.idWithoutEntry(in: transaction) else { continue }
            let subject = AuditSubject(kind: table.subjectKind, id: id)
            return AuditProblem(code: .rowWithoutEntry, subject: subject)
        }
        return nil
    }
}
