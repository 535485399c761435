/// An escape that stands for characters, in or outside a class.
struct ECMAEscape {
    enum Meaning {
        case scalar(UInt32)
        /// A part of a PCRE2 class, without its brackets.
        case set(String)

        /// As an atom.
        var outside: String {
            switch self {
            // Half of a pair of surrogates alone is in no well-formed text.
            case .scalar(0xD800...0xDFFF): "(?!)"
            case .scalar(let value): #"\x{\#(String(value, radix: 16))}"#
            case .set(let set): "[\(set)]"
            }
        }
    }

    private let scalars: [Unicode.Scalar]
    private(set) var at: Int
    private let isStrict: Bool
    private let isInClass: Bool

    /// A reader whose `at` stands on the backslash.
    init(_ scalars: [Unicode.Scalar], at: Int, isStrict: Bool, isInClass: Bool = false) {
        self.scalars = scalars
        self.at = at
        self.isStrict = isStrict
        self.isInClass = isInClass
    }

    /// All white space and line ends of ECMA-262.
    private static let spaces =
        #"\x{9}-\x{d}\x{20}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}\x{feff}"#
    /// All that is none.
    private static let noSpaces =
        #"\x{0}-\x{8}\x{e}-\x{1f}\x{21}-\x{9f}\x{a1}-\x{167f}\x{1681}-\x{1fff}\x{200b}-\x{2027}\x{202a}-\x{202e}"#
        + #"\x{2030}-\x{205e}\x{2060}-\x{2fff}\x{3001}-\x{d7ff}\x{e000}-\x{fefe}\x{ff00}-\x{10ffff}"#
    private static let controls: [Unicode.Scalar: UInt32] = ["t": 9, "n": 10, "v": 11, "f": 12, "r": 13]

    private func peek(_ distance: Int = 0) -> Unicode.Scalar? {
        at + distance < scalars.count ? scalars[at + distance] : nil
    }

    mutating func read() throws(PatternError) -> Meaning {
        let start = at
        guard let scalar = peek(1) else { throw PatternError(kind: .escape("\\"), offset: start) }
        at += 2
        if let control = Self.controls[scalar] { return .scalar(control) }
        switch scalar {
        case "d": return .set("0-9")
        case "D": return .set(#"\x{0}-\x{2f}\x{3a}-\x{d7ff}\x{e000}-\x{10ffff}"#)
        case "w": return .set("0-9A-Za-z_")
        case "W":
            return .set(#"\x{0}-\x{2f}\x{3a}-\x{40}\x{5b}-\x{5e}\x{60}\x{7b}-\x{d7ff}\x{e000}-\x{10ffff}"#)
        case "s": return .set(Self.spaces)
        case "S": return .set(Self.noSpaces)
        case "b" where isInClass: return .scalar(8)
        case "0":
            if let next = peek(), ("0"..."9").contains(next) {
                throw PatternError(kind: .escape("\\0\(next)"), offset: start)
            }
            return .scalar(0)
        case "c": return try readControl(start)
        case "x": return try readHex(2, start)
        case "u": return try readUnicode(start)
        case "p", "P": return try readProperty(isNegated: scalar == "P", start)
        default: return try identity(scalar, start)
        }
    }

    /// A character that stands for itself.
    private func identity(_ scalar: Unicode.Scalar, _ start: Int) throws(PatternError) -> Meaning {
        let isSyntax = "^$\\.*+?()[]{}|/".unicodeScalars.contains(scalar) || (isInClass && scalar == "-")
        let isSign =
            scalar.isASCII && scalar.value > 0x20 && !UInt8(ascii: scalar).isLetter
            && !UInt8(ascii: scalar).isDigit
        guard isSyntax || (!isStrict && isSign) else {
            throw PatternError(kind: .escape("\\\(scalar)"), offset: start)
        }
        return .scalar(scalar.value)
    }

    private mutating func readControl(_ start: Int) throws(PatternError) -> Meaning {
        guard let letter = peek(), letter.isASCII, UInt8(ascii: letter).isLetter else {
            throw PatternError(kind: .escape("\\c"), offset: start)
        }
        at += 1
        return .scalar(letter.value % 32)
    }

    private mutating func digits(_ count: Int) -> UInt32? {
        guard at + count <= scalars.count else { return nil }
        let text = String(String.UnicodeScalarView(scalars[at..<at + count]))
        guard text.utf8.count == count, text.utf8.allSatisfy(\.isHexDigit),
            let value = UInt32(text, radix: 16)
        else {
            return nil
        }
        at += count
        return value
    }

    private mutating func readHex(_ count: Int, _ start: Int) throws(PatternError) -> Meaning {
        guard let value = digits(count) else { throw PatternError(kind: .escape("\\x"), offset: start) }
        return .scalar(value)
    }

    private mutating func readUnicode(_ start: Int) throws(PatternError) -> Meaning {
        let wrong = PatternError(kind: .escape("\\u"), offset: start)
        guard peek() == "{" else {
            guard let value = digits(4) else { throw wrong }
            guard (0xD800...0xDBFF).contains(value), peek() == "\\", peek(1) == "u" else {
                return .scalar(value)
            }
            let saved = at
            at += 2
            guard let low = digits(4), (0xDC00...0xDFFF).contains(low) else {
                at = saved
                return .scalar(value)
            }
            return .scalar(0x10000 + (value - 0xD800) << 10 + (low - 0xDC00))
        }
        at += 1
        var value: UInt32 = 0
        let first = at
        while let scalar = peek(), scalar.isASCII, let digit = Character(scalar).hexDigitValue {
            value = value * 16 + UInt32(digit)
            guard value <= 0x10FFFF else { throw wrong }
            at += 1
        }
        guard at > first, peek() == "}" else { throw wrong }
        at += 1
        return .scalar(value)
    }

    private mutating func readProperty(isNegated: Bool, _ start: Int) throws(PatternError) -> Meaning {
        guard peek() == "{", let end = scalars[at...].firstIndex(of: "}") else {
            throw PatternError(kind: .property(""), offset: start)
        }
        let name = String(String.UnicodeScalarView(scalars[(at + 1)..<end]))
        guard let known = UnicodeProperty.forEngine(name) else {
            throw PatternError(kind: .property(name), offset: start)
        }
        at = end + 1
        let isInverse = isNegated != known.isInverse
        return .set(#"\#(isInverse ? #"\P"# : #"\p"#){\#(known.name)}"#)
    }
}
