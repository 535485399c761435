/// Whether a page is another one than before.
enum ContentHash {
    /// Of the bytes without digits, so that a counter, a clock or a date is no change.
    static func of(_ body: [UInt8]) -> UInt64 {
        var hash = StableHash()
        for byte in body where !(0x30...0x39).contains(byte) { hash.add(byte) }
        return hash.value
    }
}
