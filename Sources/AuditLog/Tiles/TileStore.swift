import Database

/// The tiles and checkpoints in the database, inside one transaction.
struct TileStore {
    let transaction: any Transaction

    func treeSize() throws(DatabaseError) -> UInt64 {
        let size: Int64? = try transaction.value("SELECT size FROM audit_tree WHERE id = 1")
        return UInt64(clamping: size ?? 0)
    }

    /// The hashes of a tile as far as they are known; `nil` when there is no such tile.
    func tile(level: Int, number: UInt64) throws(DatabaseError) -> Tile? {
        let bytes: [UInt8]? = try transaction.value(
            "SELECT hashes FROM audit_tile WHERE level = \(level) AND number = \(Int64(clamping: number))"
        )
        return bytes.map { Tile(level: level, number: number, bytes: $0) }
    }

    func keep(_ tile: Tile) throws(DatabaseError) {
        guard !tile.bytes.isEmpty else { return }
        try transaction.execute(
            """
            INSERT INTO audit_tile (level, number, hashes)
            VALUES (\(tile.level), \(Int64(clamping: tile.number)), \(tile.bytes))
            ON CONFLICT (level, number) DO UPDATE SET hashes = excluded.hashes
            """
        )
    }

    /// The last tile of each level of a tree of `size` leaves, cut to that size.
    func edge(of size: UInt64) throws(DatabaseError) -> [Tile] {
        var edge: [Tile] = []
        while size >> UInt64(8 * edge.count) > 0, edge.count <= TilePath.levelMax {
            let below = size >> UInt64(8 * edge.count)
            let byteCount = Int(below & 0xff) * Merkle.hashByteCount
            let stored = byteCount == 0 ? nil : try tile(level: edge.count, number: below >> 8)
            let bytes = Array((stored?.bytes ?? []).prefix(byteCount))
            edge.append(Tile(level: edge.count, number: below >> 8, bytes: bytes))
        }
        return edge
    }

    /// The root of a perfect subtree, for proofs.
    ///
    /// - Throws: ``DatabaseError`` of kind `.corrupt` when a tile is missing or too narrow.
    func hash(of node: TreeNode) throws(DatabaseError) -> [UInt8] {
        let place = node.placeInTile
        let tile = try tile(level: place.level, number: place.number)
        guard let hash = tile?.perfectRoot(from: place.offset, count: place.count) else {
            throw DatabaseError(
                kind: .corrupt,
                detail: "audit tile \(place.level)/\(place.number) is incomplete"
            )
        }
        return hash
    }

    /// The newest checkpoint's size and note; `nil` before the first batch.
    func newestCheckpoint() throws(DatabaseError) -> (size: UInt64, note: String)? {
        let row = try transaction.first("SELECT size, note FROM audit_checkpoint ORDER BY size DESC LIMIT 1")
        guard let row else { return nil }
        return (UInt64(clamping: try row[0] as Int64), try row[1])
    }
}
