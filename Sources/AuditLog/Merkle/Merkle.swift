import Cryptography

/// The hash tree of RFC 6962 section 2.1, which RFC 9162 keeps.
///
/// Sizes and indices count leaves; a hash has 32 bytes.
package enum Merkle {
    package static let hashByteCount = SHA256.byteCount

    /// The root of a tree without leaves.
    package static let emptyRoot = SHA256.hash([UInt8]())

    /// SHA-256(0x00 || leaf): the prefix keeps a leaf from passing as a node.
    package static func leafHash(_ leaf: [UInt8]) -> [UInt8] {
        var hasher = SHA256Hasher()
        hasher.update(0)
        hasher.update(leaf)
        return hasher.finish()
    }

    /// SHA-256(0x01 || left || right).
    package static func nodeHash(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
        var hasher = SHA256Hasher()
        hasher.update(1)
        hasher.update(left)
        hasher.update(right)
        return hasher.finish()
    }

    /// The root over nodes that lie side by side, where their number is a power of two.
    static func perfectRoot(of hashes: ArraySlice<[UInt8]>) -> [UInt8] {
        var row = Array(hashes)
        while row.count > 1 {
            row = stride(from: 0, to: row.count - 1, by: 2).map { nodeHash(row[$0], row[$0 + 1]) }
        }
        return row.first ?? emptyRoot
    }

    /// The root over the roots of perfect trees that lie side by side, the largest first.
    static func root(ofPeaks peaks: [[UInt8]]) -> [UInt8] {
        guard var root = peaks.last else { return emptyRoot }
        for peak in peaks.dropLast().reversed() { root = nodeHash(peak, root) }
        return root
    }
}

/// A perfect subtree: its height above the leaves, and its place among those of the same height.
package struct TreeNode: Hashable, Sendable {
    package var height: Int
    package var index: UInt64

    /// The perfect subtrees of a subtree that begins at `start`, the largest first.
    ///
    /// `start` must be a multiple of the smallest power of two that is not below the count.
    static func peaks(start: UInt64, count: UInt64) -> [TreeNode] {
        var peaks: [TreeNode] = []
        var position = start
        for height in stride(from: 63, through: 0, by: -1) where count & (1 << UInt64(height)) != 0 {
            peaks.append(TreeNode(height: height, index: position >> UInt64(height)))
            position += 1 << UInt64(height)
        }
        return peaks
    }
}
