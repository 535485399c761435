import Database

/// Rebuilds the tree from the stored entries, leaf by leaf, and holds it against tiles and checkpoints.
///
/// A leaf that differs from its tile is at first only suspected: the next signed checkpoint tells whether the entry
/// was changed or the tile.
struct LeafCheck: Sendable {
    let key: NoteVerifyKey
    private(set) var tree = TreeBuilder()
    private(set) var checkpointCount = 0
    private(set) var problem: AuditProblem?
    private var suspicion: AuditProblem?
    /// Leaves below are covered by a checkpoint that fits.
    private var sizeProved: UInt64 = 0
    private var storedTile: Tile?
    private var nextCheckpoint: (size: UInt64, note: String)?
    /// Checkpoints that someone kept outside of this database, by size, the largest first.
    private var keptElsewhere: [Checkpoint]

    init(key: NoteVerifyKey, keptElsewhere: [Checkpoint]) {
        self.key = key
        self.keptElsewhere = keptElsewhere.sorted { $0.size > $1.size }
    }

    /// Whether an earlier leaf waits for a checkpoint to tell what is wrong with it; what comes later is not the first.
    var isSuspicious: Bool { suspicion != nil }

    /// Prepares for the leaves that this transaction will hand over.
    mutating func begin(in transaction: any Transaction) throws(DatabaseError) {
        storedTile = nil
        try loadNextCheckpoint(in: transaction)
    }

    mutating func take(_ stored: StoredEntry, in transaction: any Transaction) throws(DatabaseError) {
        guard stored.leafIndex == Int64(exactly: tree.size) else { return noteMissingEntry() }
        if suspicion == nil, !stored.fitsCommitment {
            problem = AuditProblem(.contentChanged, stored)
            return
        }
        let place = Int(tree.size & 0xff)
        if place == 0 || storedTile == nil {
            storedTile = try TileStore(transaction: transaction).tile(level: 0, number: tree.size >> 8)
        }
        let hash = Merkle.leafHash(stored.entry.encoded())
        if suspicion == nil, storedTile?.hash(at: place) != hash {
            suspicion = AuditProblem(.entryChanged, stored)
        }
        tree.append(hash)
        for tile in tree.takeFinished() where tile.level > 0 { try compare(tile, in: transaction) }
        try settle(in: transaction)
    }

    /// Says that the next leaf is not there, unless an earlier one is already under suspicion.
    mutating func noteMissingEntry() {
        problem = suspicion ?? AuditProblem(code: .entryMissing, leafIndex: tree.size)
    }

    /// What can only be said after the last leaf.
    mutating func finish(in transaction: any Transaction) throws(DatabaseError) {
        for tile in tree.edge where tile.level > 0 && !tile.bytes.isEmpty {
            try compare(tile, in: transaction)
        }
        if let suspicion {
            problem = suspicion
        } else if sizeProved < tree.size {
            problem = AuditProblem(code: .checkpointMissing, leafIndex: sizeProved)
        }
    }

    /// Compares a tile above the leaves; the first leaf below the first differing hash is the one to name.
    private mutating func compare(_ tile: Tile, in transaction: any Transaction) throws(DatabaseError) {
        let found = try TileStore(transaction: transaction).tile(level: tile.level, number: tile.number)
        guard suspicion == nil,
            let place = (0..<tile.width).first(where: { found?.hash(at: $0) != tile.hash(at: $0) })
        else { return }
        let first = (tile.number << 8 | UInt64(place)) << UInt64(8 * tile.level)
        suspicion = AuditProblem(code: .tileChanged, leafIndex: first)
    }
}

extension LeafCheck {
    private mutating func loadNextCheckpoint(in transaction: any Transaction) throws(DatabaseError) {
        let row = try transaction.first(
            """
            SELECT size, note FROM audit_checkpoint
            WHERE size > \(Int64(clamping: tree.size)) ORDER BY size LIMIT 1
            """
        )
        guard let row else {
            nextCheckpoint = nil
            return
        }
        nextCheckpoint = (UInt64(clamping: try row[0] as Int64), try row[1])
    }

    /// Holds the tree against the checkpoints of exactly this size.
    private mutating func settle(in transaction: any Transaction) throws(DatabaseError) {
        while let kept = keptElsewhere.last, kept.size <= tree.size {
            keptElsewhere.removeLast()
            if kept.size == tree.size { settle(with: kept.root) }
        }
        guard problem == nil, let next = nextCheckpoint, next.size == tree.size else { return }
        let checkpoint = Checkpoint(note: next.note, signedBy: key)
        if let checkpoint, checkpoint.size == tree.size {
            checkpointCount += 1
            settle(with: checkpoint.root)
        } else if suspicion == nil {
            problem = AuditProblem(code: .checkpointForged, leafIndex: tree.size - 1)
        }
        try loadNextCheckpoint(in: transaction)
    }

    private mutating func settle(with root: [UInt8]) {
        let fits = root == tree.root
        if var suspicion {
            if fits { suspicion.code = .tileChanged }
            problem = suspicion
        } else if fits {
            sizeProved = tree.size
        } else {
            problem = AuditProblem(code: .checkpointDiffers, leafIndex: sizeProved)
        }
    }
}
