/// Reads a class such as `[a-z\d]` and writes the same for PCRE2.
struct ECMAClass {
    private let scalars: [Unicode.Scalar]
    private(set) var at: Int
    private let isStrict: Bool
    private let start: Int

    /// A reader whose `at` stands behind the bracket.
    init(_ scalars: [Unicode.Scalar], at: Int, isStrict: Bool) {
        self.scalars = scalars
        self.at = at
        self.isStrict = isStrict
        start = at - 1
    }

    mutating func read() throws(PatternError) -> String {
        let isNegated = at < scalars.count && scalars[at] == "^"
        if isNegated { at += 1 }
        var content = ""
        while true {
            guard at < scalars.count else { throw PatternError(kind: .classNotClosed, offset: start) }
            if scalars[at] == "]" { break }
            content += try readPart()
        }
        at += 1
        if content.isEmpty { return isNegated ? #"[\x{0}-\x{10ffff}]"# : "(?!)" }
        return isNegated ? "[^\(content)]" : "[\(content)]"
    }

    /// A character, a set, or a range of characters.
    private mutating func readPart() throws(PatternError) -> String {
        let place = at
        let first = try readAtom()
        guard at + 1 < scalars.count, scalars[at] == "-", scalars[at + 1] != "]" else {
            return Self.written(first)
        }
        let dash = at
        at += 1
        let last = try readAtom()
        guard case .scalar(let low) = first, case .scalar(let high) = last else {
            if isStrict { throw PatternError(kind: .rangeOfClass, offset: place) }
            at = dash + 1
            return Self.written(first) + #"\x{2d}"#
        }
        guard low <= high else { throw PatternError(kind: .rangeReversed, offset: place) }
        return Self.written(from: low, through: high)
    }

    private mutating func readAtom() throws(PatternError) -> ECMAEscape.Meaning {
        guard scalars[at] == "\\" else {
            at += 1
            return .scalar(scalars[at - 1].value)
        }
        var reader = ECMAEscape(scalars, at: at, isStrict: isStrict, isInClass: true)
        let meaning = try reader.read()
        at = reader.at
        return meaning
    }

    private static func written(_ meaning: ECMAEscape.Meaning) -> String {
        switch meaning {
        case .scalar(let value): written(from: value, through: value)
        case .set(let set): set
        }
    }

    /// Without surrogates, which are in no well-formed text and which PCRE2 refuses.
    private static func written(from low: UInt32, through high: UInt32) -> String {
        let isLowSurrogate = (0xD800...0xDFFF).contains(low)
        let isHighSurrogate = (0xD800...0xDFFF).contains(high)
        let (low, high) = (isLowSurrogate ? 0xE000 : low, isHighSurrogate ? 0xD7FF : high)
        guard low <= high else { return "" }
        let first = #"\x{\#(String(low, radix: 16))}"#
        return low == high ? first : first + #"-\x{\#(String(high, radix: 16))}"#
    }
}
