extension Merkle {
    /// Whether `proof` leads from `leafHash` at `index` to `root` (RFC 9162 section 2.1.3.2).
    package static func isIncluded(
        _ leafHash: [UInt8],
        at index: UInt64,
        in size: UInt64,
        root: [UInt8],
        proof: [[UInt8]]
    ) -> Bool {
        guard index < size, leafHash.count == hashByteCount, areHashes(proof) else { return false }
        var (position, last, hash) = (index, size - 1, leafHash)
        for sibling in proof {
            guard last > 0 else { return false }
            if position & 1 == 1 || position == last {
                hash = nodeHash(sibling, hash)
                while position & 1 == 0 && position != 0 {
                    position >>= 1
                    last >>= 1
                }
            } else {
                hash = nodeHash(hash, sibling)
            }
            position >>= 1
            last >>= 1
        }
        return last == 0 && hash == root
    }

    /// Whether the tree of `newSize` leaves begins with the tree of `oldSize` (RFC 9162 section 2.1.4.2).
    ///
    /// An empty old tree proves nothing and is refused.
    package static func isConsistent(
        oldSize: UInt64,
        oldRoot: [UInt8],
        newSize: UInt64,
        newRoot: [UInt8],
        proof: [[UInt8]]
    ) -> Bool {
        guard oldSize > 0 else { return false }
        return isConsistent(
            subtree: 0..<oldSize,
            subtreeRoot: oldRoot,
            size: newSize,
            root: newRoot,
            proof: proof
        )
    }

    /// Whether a subtree as Merkle Tree Certificates define it holds the leaf (draft-ietf-plants-merkle-tree-certs).
    package static func isIncluded(
        _ leafHash: [UInt8],
        at index: UInt64,
        inSubtree subtree: Range<UInt64>,
        root: [UInt8],
        proof: [[UInt8]]
    ) -> Bool {
        guard subtree.contains(index), isSubtree(subtree) else { return false }
        let count = subtree.upperBound - subtree.lowerBound
        return isIncluded(leafHash, at: index - subtree.lowerBound, in: count, root: root, proof: proof)
    }

    /// Whether the tree of `size` leaves holds the subtree as it is (draft-ietf-plants-merkle-tree-certs).
    package static func isConsistent(
        subtree: Range<UInt64>,
        subtreeRoot: [UInt8],
        size: UInt64,
        root: [UInt8],
        proof: [[UInt8]]
    ) -> Bool {
        guard subtree.upperBound <= size, areHashes(proof) else { return false }
        guard !subtree.isEmpty else {
            return proof.isEmpty && subtreeRoot == emptyRoot && (size > 0 || root == emptyRoot)
        }
        guard isSubtree(subtree) else { return false }
        return SubtreeWalk(subtree, size: size).leads(from: subtreeRoot, to: root, by: proof)
    }

    /// A subtree begins at a multiple of the smallest power of two that is not below its count.
    private static func isSubtree(_ range: Range<UInt64>) -> Bool {
        let count = range.upperBound - range.lowerBound
        guard count > 1 else { return count == 1 }
        let bits = UInt64(64 - (count - 1).leadingZeroBitCount)
        return bits < 64 ? range.lowerBound & ((1 << bits) - 1) == 0 : range.lowerBound == 0
    }

    private static func areHashes(_ proof: [[UInt8]]) -> Bool {
        // A path has at most one hash for each bit of a size, and one more for the start of a consistency proof.
        proof.count <= 65 && proof.allSatisfy { $0.count == hashByteCount }
    }
}

/// The walk from a subtree up to the root of the whole tree.
private struct SubtreeWalk {
    private var first: UInt64
    private var lastOfSubtree: UInt64
    private var lastOfTree: UInt64

    init(_ subtree: Range<UInt64>, size: UInt64) {
        first = subtree.lowerBound
        lastOfSubtree = subtree.upperBound - 1
        lastOfTree = size - 1
        if lastOfSubtree == lastOfTree {
            while first != lastOfSubtree { goUp() }
        } else {
            while first != lastOfSubtree && lastOfSubtree & 1 == 1 { goUp() }
        }
    }

    private mutating func goUp() {
        first >>= 1
        lastOfSubtree >>= 1
        lastOfTree >>= 1
    }

    func leads(from subtreeRoot: [UInt8], to root: [UInt8], by proof: [[UInt8]]) -> Bool {
        var walk = self
        var rest = proof[...]
        let start = first == lastOfSubtree ? subtreeRoot : rest.popFirst()
        guard var treeHash = start, var subtreeHash = start else { return false }
        for hash in rest {
            guard walk.lastOfTree > 0 else { return false }
            if walk.lastOfSubtree & 1 == 1 || walk.lastOfSubtree == walk.lastOfTree {
                if walk.first < walk.lastOfSubtree { subtreeHash = Merkle.nodeHash(hash, subtreeHash) }
                treeHash = Merkle.nodeHash(hash, treeHash)
                while walk.lastOfSubtree & 1 == 0 && walk.lastOfSubtree != 0 { walk.goUp() }
            } else {
                treeHash = Merkle.nodeHash(treeHash, hash)
            }
            walk.goUp()
        }
        return walk.lastOfTree == 0 && subtreeHash == subtreeRoot && treeHash == root
    }
}
