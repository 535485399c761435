import Glibc

/// Writes values in one form only, so that equal values have equal bytes and equal hashes.
///
/// As RFC 8785 (JSON Canonicalization Scheme) does: no white space, names sorted by their UTF-16 code units, only
/// those characters escaped that must be, numbers as ECMAScript writes them. One thing differs: a number keeps all
/// its digits, while the RFC rounds to the nearest double. For numbers that a double holds exactly as they are
/// written, both are the same.
///
/// Keeps its memory from value to value; one writer serves one task at a time.
public final class CanonicalWriter {
    /// Memory that stays for the next value.
    private static let memoryKeptBytesMax = 4 << 20

    var start: UnsafeMutablePointer<UInt8>
    private var room: Int
    private(set) var length = 0
    private var sorter = NameSorter()

    /// A writer with little memory of its own.
    public init() {
        room = 4 << 10
        start = .allocate(capacity: room)
    }

    deinit { start.deallocate() }

    /// The canonical text of `value`, good until the next call or the end of this writer.
    public func text(of value: JSONValue) -> UnsafeBufferPointer<UInt8> {
        length = 0
        if room > Self.memoryKeptBytesMax { grow(to: 4 << 10, keeping: 0) }
        write(value)
        return UnsafeBufferPointer(start: start, count: length)
    }

    /// A copy of the canonical text of `value`.
    public func bytes(of value: JSONValue) -> [UInt8] { Array(text(of: value)) }

    /// Appends the canonical text of `value` to `output`.
    public func write(_ value: JSONValue, to output: inout [UInt8]) {
        output.append(contentsOf: text(of: value))
    }

    /// Appends a member's name as a string.
    public func write(name: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        length = 0
        write(string: name)
        output.append(contentsOf: UnsafeBufferPointer(start: start, count: length))
    }

    /// Calls itself for each level, of which the reader lets only so many through.
    private func write(_ value: JSONValue) {
        switch value.kind {
        case .null: put("null")
        case .boolean: put(value.boolean == true ? "true" : "false")
        case .number: write(number: value.utf8)
        case .string: write(string: value.utf8)
        case .array:
            put(UInt8(ascii: "["))
            var isFirst = true
            for element in value.elements {
                if !isFirst { put(UInt8(ascii: ",")) }
                isFirst = false
                write(element)
            }
            put(UInt8(ascii: "]"))
        case .object: write(object: value)
        }
    }

    private func write(object: JSONValue) {
        put(UInt8(ascii: "{"))
        let range = sorter.push(object)
        for index in range {
            if index != range.lowerBound { put(UInt8(ascii: ",")) }
            let name = sorter.name(at: index)
            write(string: name.utf8)
            put(UInt8(ascii: ":"))
            write(JSONValue(words: name.words + 2))
        }
        sorter.pop(range)
        put(UInt8(ascii: "}"))
    }

    private func write(number: UnsafeBufferPointer<UInt8>) {
        reserve(number.count + CanonicalNumber.extraBytesMax)
        length += CanonicalNumber.write(number, to: start + length)
    }

    private func write(string: UnsafeBufferPointer<UInt8>) {
        // Each byte may become six: \u001f.
        reserve(string.count &* 6 &+ 2)
        let out = start + length
        out[0] = UInt8(ascii: "\"")
        var written = 1
        if let source = string.baseAddress {
            var at = 0
            while at < string.count {
                let plain = Self.plainBytes(source + at, string.count - at)
                (out + written).update(from: source + at, count: plain)
                written += plain
                at += plain
                guard at < string.count else { break }
                written += Self.escape(source[at], to: out + written)
                at += 1
            }
        }
        out[written] = UInt8(ascii: "\"")
        length += written + 1
    }

    /// How many bytes stand before the first that must be escaped; eight at a time.
    private static func plainBytes(_ text: UnsafePointer<UInt8>, _ count: Int) -> Int {
        let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
        let raw = UnsafeRawPointer(text)
        var at = 0
        while at &+ 8 <= count {
            let eight = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
            let (quote, slash) = (eight ^ (ones &* 0x22), eight ^ (ones &* 0x5C))
            let isControl = (eight &- ones &* 0x20) & ~eight
            let isQuote = (quote &- ones) & ~quote
            let isSlash = (slash &- ones) & ~slash
            guard (isControl | isQuote | isSlash) & highs == 0 else { break }
            at &+= 8
        }
        while at < count, text[at] >= 0x20, text[at] != 0x22, text[at] != 0x5C { at &+= 1 }
        return at
    }

    private static func escape(_ byte: UInt8, to out: UnsafeMutablePointer<UInt8>) -> Int {
        let short: UInt8? =
            switch byte {
            case 0x22, 0x5C: byte
            case 0x08: UInt8(ascii: "b")
            case 0x09: UInt8(ascii: "t")
            case 0x0A: UInt8(ascii: "n")
            case 0x0C: UInt8(ascii: "f")
            case 0x0D: UInt8(ascii: "r")
            default: nil
            }
        out[0] = 0x5C
        if let short {
            out[1] = short
            return 2
        }
        (out[1], out[2], out[3]) = (UInt8(ascii: "u"), UInt8(ascii: "0"), UInt8(ascii: "0"))
        out[4] = UInt8(ascii: "0") + byte >> 4
        out[5] = byte & 15 < 10 ? UInt8(ascii: "0") + byte & 15 : UInt8(ascii: "a") + byte & 15 - 10
        return 6
    }

    private func put(_ byte: UInt8) {
        reserve(1)
        start[length] = byte
        length &+= 1
    }

    private func put(_ word: StaticString) {
        reserve(word.utf8CodeUnitCount)
        (start + length).update(from: word.utf8Start, count: word.utf8CodeUnitCount)
        length += word.utf8CodeUnitCount
    }

    private func reserve(_ count: Int) {
        if room &- length < count { grow(to: max(room * 2, length + count), keeping: length) }
    }

    private func grow(to size: Int, keeping kept: Int) {
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
        larger.update(from: start, count: kept)
        start.deallocate()
        (start, room) = (larger, size)
    }
}
