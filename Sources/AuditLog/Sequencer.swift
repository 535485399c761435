package import Database
import Language
package import Timekeeping

/// Gives entries their places in the tree, batch by batch, and signs one checkpoint a batch.
///
/// Any number of processes may run one: whoever locks the row of `audit_tree` does the batch, the others find nothing
/// to do. Leaves, tiles, size and checkpoint are one transaction, so that a crash leaves all of them or none.
package struct Sequencer: Sendable {
    /// One batch holds the writer for some tens of milliseconds, not longer.
    package static let batchMax = 4096
    /// Half of the second within which an entry has to be in the tree.
    package static let interval = Duration.milliseconds(500)
    /// After a failure it waits longer, so that a full disk does not fill the log with complaints as well.
    package static let intervalAfterFailure = Duration.seconds(5)

    private let database: any Database
    private let signer: NoteSigner
    private let clock: WallClock

    package init(database: any Database, signer: NoteSigner, clock: WallClock) {
        self.database = database
        self.signer = signer
        self.clock = clock
    }

    /// Works until its task is cancelled; `onFailure` is told of each batch that failed, which is then tried again.
    package func run(onFailure: @Sendable (AuditError) -> Void) async {
        while !Task.isCancelled {
            var pause = Self.interval
            do throws(AuditError) {
                if try await step() == Self.batchMax { pause = .zero }
            } catch {
                onFailure(error)
                pause = Self.intervalAfterFailure
            }
            try? await Task.sleep(for: pause)
        }
    }

    /// Integrates the entries that wait, at most ``batchMax``, and returns how many there were.
    @discardableResult
    package func step() async throws(AuditError) -> Int {
        // Asked on a read connection first: an idle log must not write to the disk twice a second.
        let isWaiting = try await database.read(throwing: AuditErrorCode.self) { transaction in
            try transaction.first("SELECT id FROM audit_entry WHERE leaf_index IS NULL LIMIT 1") != nil
        }
        guard isWaiting else { return 0 }
        return try await database.write(throwing: AuditErrorCode.self) { [signer, clock] transaction in
            try Self.integrate(in: transaction, signer: signer, at: clock.now())
        }
    }

    /// Integrates until nothing waits, and returns how many entries there were.
    @discardableResult
    package func drain() async throws(AuditError) -> Int {
        var total = 0
        while true {
            let count = try await step()
            guard count > 0 else { return total }
            total += count
        }
    }

    private static func integrate(
        in transaction: any Transaction,
        signer: NoteSigner,
        at instant: Instant
    ) throws -> Int {
        let store = TileStore(transaction: transaction)
        guard let size = try claimedSize(in: transaction) else { return 0 }
        guard var tree = TreeBuilder(size: size, edge: try store.edge(of: size)) else {
            throw AuditError(.logDamaged, "the tiles at the right edge do not fit the tree's size")
        }
        let count = try place(into: &tree, in: transaction)
        guard count > 0 else { return 0 }
        for tile in tree.takeFinished() + tree.edge { try store.keep(tile) }
        let checkpoint = Checkpoint(origin: signer.verifyKey.name, size: tree.size, root: tree.root)
        let treeSize = Int64(clamping: tree.size)
        try transaction.execute(
            """
            INSERT INTO audit_checkpoint (size, note, signed_at)
            VALUES (\(treeSize), \(try signer.sign(checkpoint.text)), \(instant))
            """
        )
        try transaction.execute("UPDATE audit_tree SET size = \(treeSize) WHERE id = 1")
        return count
    }

    /// The size of the tree, once this transaction alone may change it; `nil` when another process is at it.
    private static func claimedSize(in transaction: any Transaction) throws(DatabaseError) -> UInt64? {
        let size: Int64? = try transaction.value("SELECT size FROM audit_tree WHERE id = 1 \(.skipLocked)")
        return size.map { UInt64(clamping: $0) }
    }

    /// Gives each waiting entry the next leaf, in the order in which they were written.
    private static func place(into tree: inout TreeBuilder, in transaction: any Transaction) throws -> Int {
        let rows = try transaction.query(
            """
            SELECT \(StoredEntry.columns) FROM audit_entry
            WHERE leaf_index IS NULL ORDER BY id LIMIT \(batchMax)
            """
        )
        var run = LeafRun(firstID: 0, firstLeaf: 0, count: 0)
        for row in rows {
            let stored = try StoredEntry(row)
            if stored.id != run.firstID + run.count {
                try run.keep(in: transaction)
                run = LeafRun(firstID: stored.id, firstLeaf: Int64(clamping: tree.size), count: 0)
            }
            run.count += 1
            tree.append(Merkle.leafHash(stored.entry.encoded()))
        }
        try run.keep(in: transaction)
        return rows.count
    }
}

/// Entries whose ids follow each other without a gap, as they nearly always do: one statement gives them all their leaves.
private struct LeafRun {
    var firstID: Int64
    var firstLeaf: Int64
    var count: Int64

    func keep(in transaction: any Transaction) throws(DatabaseError) {
        guard count > 0 else { return }
        try transaction.execute(
            """
            UPDATE audit_entry SET leaf_index = id + \(firstLeaf - firstID)
            WHERE id >= \(firstID) AND id < \(firstID + count) AND leaf_index IS NULL
            """
        )
    }
}
