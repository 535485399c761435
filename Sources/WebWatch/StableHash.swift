/// A 64-bit FNV-1a hash that is the same on every machine and in every release, unlike Swift's `Hasher`.
///
/// It recognises, it does not protect: baselines and fingerprints are kept by it.
package struct StableHash: Hashable, Sendable {
    package private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    package init() {}

    @inline(__always)
    package mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }

    /// Adds the text and a mark of its end, so that "ab", "c" and "a", "bc" differ.
    package mutating func add(_ text: some StringProtocol) {
        for byte in text.utf8 { add(byte) }
        add(0xFF)
    }

    /// Sixteen hexadecimal digits.
    package var hex: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// The hash of one text.
    package static func of(_ text: some StringProtocol) -> UInt64 {
        var hash = StableHash()
        hash.add(text)
        return hash.value
    }
}
