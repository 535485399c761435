package import Database

/// What the tlog-tiles layout answers for a path; a face puts it on the wire.
package struct TileAnswer: Hashable, Sendable {
    package var bytes: [UInt8]
    package var contentType: String
    /// Whether the answer will be the same for ever, so that caches may keep it.
    package var isImmutable: Bool
}

/// Serves the log in the layout that existing tools read (C2SP tlog-tiles).
package enum TileServer {
    /// The bytes behind `path`, such as `tile/0/x001/234`; `nil` when there is nothing there (yet).
    package static func answer(
        _ path: String,
        in transaction: any Transaction
    ) throws(DatabaseError) -> TileAnswer? {
        switch TilePath(path) {
        case nil: return nil
        case .checkpoint:
            let newest = try TileStore(transaction: transaction).newestCheckpoint()
            return newest.map {
                TileAnswer(
                    bytes: Array($0.note.utf8),
                    contentType: "text/plain; charset=utf-8",
                    isImmutable: false
                )
            }
        case .tile(let level, let number, let width):
            let tile = try TileStore(transaction: transaction).tile(level: level, number: number)
            guard let tile, tile.width >= width else { return nil }
            return immutable(Array(tile.bytes.prefix(width * Merkle.hashByteCount)))
        case .entries(let number, let width):
            return try entries(number, width, in: transaction).map(immutable)
        }
    }

    private static func immutable(_ bytes: [UInt8]) -> TileAnswer {
        TileAnswer(bytes: bytes, contentType: "application/octet-stream", isImmutable: true)
    }

    /// Each leaf after its length as a big-endian UInt16.
    private static func entries(
        _ number: UInt64,
        _ width: Int,
        in transaction: any Transaction
    ) throws(DatabaseError) -> [UInt8]? {
        guard number < UInt64(Int64.max / 256) - 1 else { return nil }
        let first = Int64(number) * Int64(Tile.widthMax)
        let rows = try transaction.query(
            """
            SELECT \(StoredEntry.columns) FROM audit_entry
            WHERE leaf_index >= \(first) AND leaf_index < \(first + Int64(width)) ORDER BY leaf_index
            """
        )
        guard rows.count == width else { return nil }
        var bytes: [UInt8] = []
        for row in rows {
            let leaf = try StoredEntry(row).entry.encoded()
            bytes +=
                [UInt8(truncatingIfNeeded: leaf.count >> 8), UInt8(truncatingIfNeeded: leaf.count)] + leaf
        }
        return bytes
    }
}
