/// One tile of the tlog-tiles layout: up to 256 hashes that lie side by side at height 8 * level.
struct Tile: Hashable, Sendable {
    static let widthMax = 256

    var level: Int
    var number: UInt64
    /// The hashes one after another, 32 bytes each.
    var bytes: [UInt8]

    var width: Int { bytes.count / Merkle.hashByteCount }

    func hash(at place: Int) -> [UInt8]? {
        let start = place * Merkle.hashByteCount
        guard place >= 0, start + Merkle.hashByteCount <= bytes.count else { return nil }
        return Array(bytes[start..<start + Merkle.hashByteCount])
    }

    /// The root of `count` hashes from `place` on, where `count` is a power of two; `nil` when they are not all there.
    func perfectRoot(from place: Int, count: Int) -> [UInt8]? {
        let hashes = (place..<place + count).compactMap(hash(at:))
        guard hashes.count == count else { return nil }
        return Merkle.perfectRoot(of: hashes[...])
    }
}

/// A tree that grows at its right edge, leaf by leaf: it holds one hash for each bit of its size, and the last tile
/// of each level.
struct TreeBuilder: Sendable {
    private(set) var size: UInt64 = 0
    /// Roots of the perfect subtrees that make up the tree, the largest first.
    private var peaks: [[UInt8]] = []
    /// The tiles at the right edge, by level; a level's tile is empty right after one was finished.
    private(set) var edge: [Tile] = []
    /// Full tiles since they were last taken.
    private var finished: [Tile] = []

    init() {}

    /// Goes on from a tree of `size` leaves whose right edge is `edge`; `nil` when the edge does not fit the size.
    init?(size: UInt64, edge: [Tile]) {
        for (level, tile) in edge.enumerated() {
            let below = size >> UInt64(8 * level)
            guard tile.level == level, tile.number == below >> 8, tile.width == Int(below & 0xff) else {
                return nil
            }
        }
        for node in TreeNode.peaks(start: 0, count: size) {
            let place = node.placeInTile
            guard edge.indices.contains(place.level),
                let peak = edge[place.level].perfectRoot(from: place.offset, count: place.count)
            else { return nil }
            peaks.append(peak)
        }
        self.size = size
        self.edge = edge
    }

    var root: [UInt8] { Merkle.root(ofPeaks: peaks) }

    mutating func append(_ leafHash: [UInt8]) {
        var hash = leafHash
        var height = 0
        addToTile(hash, level: 0)
        var rest = size
        while rest & 1 == 1, let left = peaks.popLast() {
            hash = Merkle.nodeHash(left, hash)
            height += 1
            rest >>= 1
            if height % 8 == 0 { addToTile(hash, level: height / 8) }
        }
        peaks.append(hash)
        size += 1
    }

    private mutating func addToTile(_ hash: [UInt8], level: Int) {
        if level == edge.count { edge.append(Tile(level: level, number: 0, bytes: [])) }
        edge[level].bytes += hash
        guard edge[level].width == Tile.widthMax else { return }
        finished.append(edge[level])
        edge[level].number += 1
        edge[level].bytes.removeAll(keepingCapacity: true)
    }

    /// The tiles that became full since the last call; they never change again.
    mutating func takeFinished() -> [Tile] {
        guard !finished.isEmpty else { return [] }
        defer { finished.removeAll() }
        return finished
    }
}

extension TreeNode {
    /// In which tile the hashes lie that the node stands above.
    var placeInTile: (level: Int, number: UInt64, offset: Int, count: Int) {
        let within = UInt64(height % 8)
        let first = index << within
        return (height / 8, first >> 8, Int(first & 0xff), 1 << Int(within))
    }
}
