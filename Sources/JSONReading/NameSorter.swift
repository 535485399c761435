/// Sorts the names of objects by their UTF-16 code units, as RFC 8785 asks, on a stack for objects inside objects.
struct NameSorter {
    private struct Entry {
        /// The first eight bytes as a number in which the order of UTF-16 is that of numbers.
        let prefix: UInt64
        let name: JSONValue
    }

    private var entries: [Entry] = []

    func name(at index: Int) -> JSONValue { entries[index].name }

    /// Objects up to this size are sorted in place; a larger one in another way, whose cost grows less.
    private static let insertionMax = 48

    /// Adds the names of `object`, sorted; the answer says where they stand.
    mutating func push(_ object: JSONValue) -> Range<Int> {
        let first = entries.count
        var at = JSONValue(words: object.words + 2)
        for _ in 0..<object.count {
            entries.append(Entry(prefix: Self.prefix(of: at), name: at))
            at = JSONValue(words: at.words + 2).next
        }
        let range = first..<entries.count
        if range.count <= Self.insertionMax {
            entries.withUnsafeMutableBufferPointer { Self.insertionSort($0, range) }
        } else {
            entries[range].sort(by: Self.isBefore)
        }
        return range
    }

    mutating func pop(_ range: Range<Int>) {
        entries.removeSubrange(range)
    }

    private static func insertionSort(_ entries: UnsafeMutableBufferPointer<Entry>, _ range: Range<Int>) {
        for index in range.dropFirst() {
            let entry = entries[index]
            var hole = index
            while hole > range.lowerBound, isBefore(entry, entries[hole - 1]) {
                entries[hole] = entries[hole - 1]
                hole -= 1
            }
            entries[hole] = entry
        }
    }

    private static func isBefore(_ one: Entry, _ other: Entry) -> Bool {
        if one.prefix != other.prefix { return one.prefix < other.prefix }
        let (first, second) = (one.name.utf8, other.name.utf8)
        var at = 8
        while at < first.count, at < second.count {
            if first[at] != second[at] { return order(first[at]) < order(second[at]) }
            at += 1
        }
        return first.count < second.count
    }

    private static func prefix(of name: JSONValue) -> UInt64 {
        let (text, count) = (name.utf8, name.count)
        if count >= 8, let start = UnsafeRawPointer(text.baseAddress) {
            let eight = UInt64(bigEndian: start.loadUnaligned(as: UInt64.self))
            if eight & 0x8080_8080_8080_8080 == 0 { return eight }
        }
        var prefix: UInt64 = 0
        for index in 0..<min(count, 8) { prefix |= UInt64(order(text[index])) << UInt64(56 - 8 * index) }
        return prefix
    }

    /// Where UTF-8 and UTF-16 differ in order: characters beyond U+FFFF (first byte 0xF0 to 0xF4) stand before those
    /// from U+E000 on (0xEE and 0xEF), since surrogates do.
    private static func order(_ byte: UInt8) -> UInt8 {
        switch byte {
        case 0xF0...0xF4: byte - 2
        case 0xEE, 0xEF: byte + 5
        default: byte
        }
    }
}
