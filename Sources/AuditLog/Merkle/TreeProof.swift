/// A run of leaves whose root is one hash of a proof.
struct LeafRange: Hashable, Sendable {
    var start: UInt64
    var count: UInt64

    /// The root of the leaves, from perfect subtrees that `node` finds.
    func root<E: Error>(node: (TreeNode) throws(E) -> [UInt8]) throws(E) -> [UInt8] {
        var peaks: [[UInt8]] = []
        for peak in TreeNode.peaks(start: start, count: count) { peaks.append(try node(peak)) }
        return Merkle.root(ofPeaks: peaks)
    }
}

/// Which runs of leaves the proofs of RFC 6962 consist of, the deepest first.
enum ProofPlan {
    /// PATH(index, D[size]) of section 2.1.1; `nil` when there is no such leaf.
    static func inclusion(of index: UInt64, in size: UInt64) -> [LeafRange]? {
        guard index < size else { return nil }
        var ranges: [LeafRange] = []
        var (start, count) = (UInt64(0), size)
        while count > 1 {
            let left = leftCount(of: count)
            if index - start < left {
                ranges.append(LeafRange(start: start + left, count: count - left))
                count = left
            } else {
                ranges.append(LeafRange(start: start, count: left))
                start += left
                count -= left
            }
        }
        return ranges.reversed()
    }

    /// PROOF(old, D[new]) of section 2.1.2; `nil` when the tree did not grow from a tree with leaves.
    static func consistency(from old: UInt64, to new: UInt64) -> [LeafRange]? {
        guard old > 0, old <= new else { return nil }
        var ranges: [LeafRange] = []
        var (start, count) = (UInt64(0), new)
        while old - start != count {
            let left = leftCount(of: count)
            if old - start <= left {
                ranges.append(LeafRange(start: start + left, count: count - left))
                count = left
            } else {
                ranges.append(LeafRange(start: start, count: left))
                start += left
                count -= left
            }
        }
        if start > 0 { ranges.append(LeafRange(start: start, count: count)) }
        return ranges.reversed()
    }

    /// The largest power of two below `count`, which is at least 2.
    private static func leftCount(of count: UInt64) -> UInt64 {
        1 << UInt64(63 - (count - 1).leadingZeroBitCount)
    }
}

extension Merkle {
    /// The hashes that lead from leaf `index` to the root of the first `size` leaves; `nil` when there is no such leaf.
    package static func inclusionProof<E: Error>(
        of index: UInt64,
        in size: UInt64,
        node: (TreeNode) throws(E) -> [UInt8]
    ) throws(E) -> [[UInt8]]? {
        guard let plan = ProofPlan.inclusion(of: index, in: size) else { return nil }
        return try hashes(of: plan, node: node)
    }

    /// The hashes that show that the first `old` of `new` leaves have not changed; `nil` unless 0 < old <= new.
    package static func consistencyProof<E: Error>(
        from old: UInt64,
        to new: UInt64,
        node: (TreeNode) throws(E) -> [UInt8]
    ) throws(E) -> [[UInt8]]? {
        guard let plan = ProofPlan.consistency(from: old, to: new) else { return nil }
        return try hashes(of: plan, node: node)
    }

    private static func hashes<E: Error>(
        of plan: [LeafRange],
        node: (TreeNode) throws(E) -> [UInt8]
    ) throws(E) -> [[UInt8]] {
        var hashes: [[UInt8]] = []
        for range in plan { hashes.append(try range.root(node: node)) }
        return hashes
    }
}
