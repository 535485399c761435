import JSONReading

/// A fixed set of texts in which one is found by its bytes, without making a `String` or using Swift's hashing.
///
/// Open addressing over a hash of the length and eight bytes at each end.
struct NameTable: BitwiseCopyable {
    private let slots: UnsafeBufferPointer<Int32>
    private let names: UnsafeBufferPointer<UnsafeBufferPointer<UInt8>>

    var count: Int { names.count }

    /// Different texts; the number of each is its place among them.
    init(_ texts: [[UInt8]], in memory: FixedMemory) {
        let names = texts.map(memory.keep)
        var size = 4
        while size < 2 * names.count { size *= 2 }
        var slots = [Int32](repeating: -1, count: size)
        for (number, name) in names.enumerated() {
            var slot = Self.hash(name) & (size - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = Int32(number)
        }
        self.slots = memory.keep(slots)
        self.names = memory.keep(names)
    }

    /// The number of `name`, -1 for none; `guess` is looked at first.
    @inline(__always)
    func number(of name: UnsafeBufferPointer<UInt8>, guess: Int = -1) -> Int {
        if guess >= 0, guess < names.count, names[guess].hasSameBytes(as: name) { return guess }
        let mask = slots.count &- 1
        var slot = Self.hash(name) & mask
        while case let number = Int(slots[slot]), number >= 0 {
            if names[number].hasSameBytes(as: name) { return number }
            slot = (slot &+ 1) & mask
        }
        return -1
    }

    func name(_ number: Int) -> UnsafeBufferPointer<UInt8> { names[number] }

    @inline(__always)
    private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> Int {
        var mixed = UInt64(truncatingIfNeeded: name.count)
        if name.count >= 8, let start = UnsafeRawPointer(name.baseAddress) {
            mixed ^= start.loadUnaligned(as: UInt64.self)
            mixed &*= 0x9E37_79B9_7F4A_7C15
            mixed ^= start.loadUnaligned(fromByteOffset: name.count &- 8, as: UInt64.self)
        } else {
            for byte in name { mixed = mixed << 8 ^ UInt64(byte) }
        }
        mixed &*= 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed >> 40)
    }
}
