import Cryptography

/// A hash over a list that only grows: each step takes in the hash before, so one changed item changes all after it.
enum RollingHash {
    /// The hash of nothing.
    static let start = String(repeating: "0", count: 64)

    /// SHA-256, in hex, over the hash before and the parts of one item.
    ///
    /// Parts are preceded by their length, so that no two items give the same bytes.
    static func next(after previous: String, _ parts: [String]) -> String {
        var bytes = Array(previous.utf8)
        for part in parts { bytes += Array("\(part.utf8.count):".utf8) + Array(part.utf8) }
        return BaseCoding.hex.encode(SHA256.hash(bytes))
    }
}
