/// A view of UTF-8 text inside a ``Document``, good for as long as the document lives.
///
/// Reading outside it gives 0 and never a trap: pages are hostile input, and an index that is wrong by one
/// must not stop a server.
package struct Bytes: Equatable {
    @usableFromInline let start: UnsafePointer<UInt8>?
    package let count: Int

    @usableFromInline
    init(start: UnsafePointer<UInt8>?, count: Int) {
        self.start = start
        self.count = start == nil ? 0 : count
    }

    /// Nothing.
    package static var none: Bytes { Bytes(start: nil, count: 0) }

    @inlinable package var isEmpty: Bool { count == 0 }

    @inlinable
    package subscript(index: Int) -> UInt8 {
        guard let start, index >= 0, index < count else { return 0 }
        return start[index]
    }

    /// The part of `range` that lies inside.
    @inlinable
    package subscript(range: Range<Int>) -> Bytes {
        let lower = min(max(range.lowerBound, 0), count)
        let upper = min(max(range.upperBound, lower), count)
        return Bytes(start: start.map { $0 + lower }, count: upper - lower)
    }

    /// The bytes as a buffer, for one call.
    @inlinable
    package var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

    /// A copy as text.
    package var string: String { String(decoding: buffer, as: UTF8.self) }

    package static func == (a: Bytes, b: Bytes) -> Bool {
        a.count == b.count && a.buffer.elementsEqual(b.buffer)
    }

    /// Whether this is the ASCII text `word`, which must be in lower case, in whatever case.
    package func equalsIgnoringCase(_ word: StaticString) -> Bool {
        guard count == word.utf8CodeUnitCount else { return false }
        for index in 0..<count where Self.lower(self[index]) != word.utf8Start[index] { return false }
        return true
    }

    /// Where the ASCII text `word`, in lower case, first stands in whatever case, at or after `from`.
    package func firstIndex(ofIgnoringCase word: StaticString, from: Int = 0) -> Int? {
        let length = word.utf8CodeUnitCount
        guard length > 0, count >= length, from >= 0 else { return nil }
        let first = word.utf8Start[0]
        var index = from
        while index <= count - length {
            if Self.lower(self[index]) == first {
                var matched = 1
                while matched < length, Self.lower(self[index + matched]) == word.utf8Start[matched] {
                    matched += 1
                }
                if matched == length { return index }
            }
            index += 1
        }
        return nil
    }

    /// Without white space at both ends.
    package var trimmed: Bytes {
        var (lower, upper) = (0, count)
        while lower < upper, Self.isSpace(self[lower]) { lower += 1 }
        while upper > lower, Self.isSpace(self[upper - 1]) { upper -= 1 }
        return self[lower..<upper]
    }

    /// ASCII in lower case, everything else as it is.
    @inlinable
    package static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

    /// White space as HTML defines it.
    @inlinable
    package static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
    }
}
