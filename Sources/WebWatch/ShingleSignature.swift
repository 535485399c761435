/// A sketch of a text that tells how much of it another text shares.
///
/// Every run of four words is hashed and the smallest hashes are kept (a bottom-k sketch): the share of equal
/// ones among the smallest of both is an unbiased estimate of the Jaccard similarity, with an error of about
/// 1/√256 = 0.06. Four words are few enough that an edited paragraph costs little and many enough that two
/// unrelated pages share nothing.
package struct ShingleSignature: Hashable, Sendable, Codable {
    /// The smallest hashes, ascending, at most ``hashesMax``.
    package private(set) var hashes: [UInt64]

    /// Hashes kept: 2 KB a page.
    package static let hashesMax = 256
    /// Words in a shingle.
    package static let wordsInShingle = 4

    package init(hashes: [UInt64]) {
        self.hashes = Array(Set(hashes).sorted().prefix(Self.hashesMax))
    }

    /// The estimated Jaccard similarity, 0 to 1; `nil` when either text is too short to say.
    package func similarity(to other: ShingleSignature) -> Double? {
        guard hashes.count >= Self.shinglesMin, other.hashes.count >= Self.shinglesMin else { return nil }
        var (i, j, seen, shared) = (0, 0, 0, 0)
        // Two texts short enough to be kept whole are compared exactly.
        let areWhole = max(hashes.count, other.hashes.count) < Self.hashesMax
        let wanted = areWhole ? Int.max : Self.hashesMax
        while seen < wanted, i < hashes.count || j < other.hashes.count {
            let a = i < hashes.count ? hashes[i] : .max
            let b = j < other.hashes.count ? other.hashes[j] : .max
            if a == b { shared += 1 }
            if a <= b { i += 1 }
            if b <= a { j += 1 }
            seen += 1
        }
        return Double(shared) / Double(max(seen, 1))
    }

    /// Shingles below which a similarity says nothing: a page of a dozen words.
    package static let shinglesMin = 12
}

/// Gathers the smallest hashes of a text without keeping all of them.
struct ShingleSketch {
    private(set) var hashes: [UInt64] = []
    /// Hashes from here on are too large to matter.
    private var bound = UInt64.max
    /// Hashes gathered before the largest are thrown out.
    private static let gatheredMax = ShingleSignature.hashesMax * 4

    mutating func add(_ hash: UInt64) {
        guard hash < bound else { return }
        hashes.append(hash)
        guard hashes.count >= Self.gatheredMax else { return }
        hashes = ShingleSignature(hashes: hashes).hashes
        if hashes.count == ShingleSignature.hashesMax { bound = hashes.last ?? .max }
    }
}
