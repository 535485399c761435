/// Reads JSON from strangers: strict RFC 8259, no deeper and no larger than a request of ours can be.
package struct JSONReader {
    /// Our requests nest four deep; the reader calls itself once a level.
    package static let depthMax = 16
    /// Values of all kinds; the largest request of ours has some thousands.
    package static let valuesMax = 100_000

    package enum Problem: Error, Hashable, Sendable {
        case malformed(byte: Int)
        case tooDeep
        case tooManyValues
        /// A name stands twice in one object, and readers would disagree on which counts.
        case nameTwice(String)
    }

    private let bytes: [UInt8]
    private var place = 0
    private var values = 0

    private let depthMax: Int

    private init(_ bytes: [UInt8], _ depthMax: Int) {
        self.bytes = bytes
        self.depthMax = depthMax
    }

    package static func read(_ bytes: [UInt8], depthMax: Int = depthMax) throws(Problem) -> JSON {
        var reader = JSONReader(bytes, depthMax)
        let value = try reader.value(depth: 1)
        reader.skipBlanks()
        guard reader.place == bytes.count else { throw .malformed(byte: reader.place) }
        return value
    }

    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }
    private var malformed: Problem { .malformed(byte: place) }

    private mutating func skipBlanks() {
        while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { place += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        place += 1
        return true
    }

    private mutating func value(depth: Int) throws(Problem) -> JSON {
        guard depth <= depthMax else { throw .tooDeep }
        values += 1
        guard values <= Self.valuesMax else { throw .tooManyValues }
        skipBlanks()
        switch next {
        case UInt8(ascii: "{"): return try object(depth)
        case UInt8(ascii: "["): return try list(depth)
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "t"): return try word("true", .flag(true))
        case UInt8(ascii: "f"): return try word("false", .flag(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func word(_ word: String, _ value: JSON) throws(Problem) -> JSON {
        guard bytes[place...].starts(with: word.utf8) else { throw malformed }
        place += word.utf8.count
        return value
    }

    private mutating func object(_ depth: Int) throws(Problem) -> JSON {
        place += 1
        var members: [JSON.Member] = []
        var names: Set<String> = []
        skipBlanks()
        if take(UInt8(ascii: "}")) { return .object([]) }
        while true {
            skipBlanks()
            guard next == UInt8(ascii: "\"") else { throw malformed }
            let name = try text()
            guard names.insert(name).inserted else { throw .nameTwice(name) }
            skipBlanks()
            guard take(UInt8(ascii: ":")) else { throw malformed }
            members.append(JSON.Member(name: name, value: try value(depth: depth + 1)))
            skipBlanks()
            if take(UInt8(ascii: "}")) { return .object(members) }
            guard take(UInt8(ascii: ",")) else { throw malformed }
        }
    }

    private mutating func list(_ depth: Int) throws(Problem) -> JSON {
        place += 1
        var elements: [JSON] = []
        skipBlanks()
        if take(UInt8(ascii: "]")) { return .list([]) }
        while true {
            elements.append(try value(depth: depth + 1))
            skipBlanks()
            if take(UInt8(ascii: "]")) { return .list(elements) }
            guard take(UInt8(ascii: ",")) else { throw malformed }
        }
    }
}

// Numbers and texts.
extension JSONReader {
    private mutating func digits() -> Int {
        let start = place
        while let byte = next, (0x30...0x39).contains(byte) { place += 1 }
        return place - start
    }

    private mutating func number() throws(Problem) -> JSON {
        let start = place
        _ = take(UInt8(ascii: "-"))
        let startsWithZero = next == UInt8(ascii: "0")
        let count = digits()
        guard count > 0, !(startsWithZero && count > 1) else { throw malformed }
        var isWhole = true
        if take(UInt8(ascii: ".")) {
            isWhole = false
            guard digits() > 0 else { throw malformed }
        }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            isWhole = false
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            guard digits() > 0 else { throw malformed }
        }
        let text = String(decoding: bytes[start..<place], as: UTF8.self)
        if isWhole, let number = Int64(text) { return .integer(number) }
        guard let number = Double(text), number.isFinite else { throw .malformed(byte: start) }
        // 1.0 and 1e3 are whole numbers to JSON Schema too
        return Int64(exactly: number).map { .integer($0) } ?? .number(number)
    }

    private mutating func text() throws(Problem) -> String {
        place += 1
        var unescaped: [UInt8] = []
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                place += 1
                guard let text = String(validating: unescaped, as: UTF8.self) else { throw malformed }
                return text
            case UInt8(ascii: "\\"):
                place += 1
                unescaped += String(try escape()).utf8
            case 0..<0x20: throw malformed
            default:
                unescaped.append(byte)
                place += 1
            }
        }
        throw malformed
    }

    private static let escapes: [UInt8: Unicode.Scalar] = [
        UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/",
        UInt8(ascii: "b"): "\u{8}",
        UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n", UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
    ]

    private mutating func escape() throws(Problem) -> Unicode.Scalar {
        guard let byte = next else { throw malformed }
        place += 1
        if let scalar = Self.escapes[byte] { return scalar }
        guard byte == UInt8(ascii: "u") else { throw malformed }
        let unit = try fourDigits()
        if let scalar = Unicode.Scalar(unit) { return scalar }
        // the first half of a surrogate pair
        guard unit < 0xDC00, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else { throw malformed }
        let second = try fourDigits()
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + ((unit - 0xD800) << 10) + (second - 0xDC00))
        else { throw malformed }
        return scalar
    }

    private mutating func fourDigits() throws(Problem) -> UInt32 {
        guard bytes.count - place >= 4,
            bytes[place..<place + 4].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let unit = UInt32(String(decoding: bytes[place..<place + 4], as: UTF8.self), radix: 16)
        else { throw malformed }
        place += 4
        return unit
    }
}
