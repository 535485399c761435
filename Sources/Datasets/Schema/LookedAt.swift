/// Which members or items of the values on the way were looked at, for `unevaluatedProperties` and
/// `unevaluatedItems`: a stack of rows of bits in memory that stays.
struct LookedAt {
    /// One row.
    struct Frame: Equatable {
        fileprivate let start: Int
        fileprivate let count: Int
    }

    /// No row: nobody will ask.
    static let nothing = Frame(start: -1, count: 0)

    private var words: [UInt64] = []

    /// A row of `count` bits that are not set.
    mutating func push(_ count: Int) -> Frame {
        let frame = Frame(start: words.count, count: count)
        for _ in 0..<(count + 63) / 64 { words.append(0) }
        return frame
    }

    /// Gives back the newest row.
    mutating func pop(_ frame: Frame) {
        words.removeLast(words.count - frame.start)
    }

    @inline(__always)
    mutating func mark(_ position: Int, in frame: Frame) {
        guard position < frame.count else { return }
        words[frame.start + position >> 6] |= 1 << UInt64(position & 63)
    }

    mutating func markAll(in frame: Frame) {
        for position in 0..<frame.count { mark(position, in: frame) }
    }

    func isMarked(_ position: Int, in frame: Frame) -> Bool {
        position < frame.count && words[frame.start + position >> 6] >> UInt64(position & 63) & 1 == 1
    }

    /// Whether all bits of `wanted` are set.
    func holds(_ wanted: UnsafeBufferPointer<UInt64>, in frame: Frame) -> Bool {
        for (index, word) in wanted.enumerated() where words[frame.start + index] & word != word {
            return false
        }
        return true
    }

    /// Sets what is set in `frame` in `other` too.
    mutating func merge(_ frame: Frame, into other: Frame) {
        guard other != Self.nothing else { return }
        for index in 0..<(frame.count + 63) / 64 { words[other.start + index] |= words[frame.start + index] }
    }
}
