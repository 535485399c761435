/// Reads a regular expression of ECMA-262 (2024, section 22.2, with the `u` flag) and writes the same for PCRE2.
///
/// Without calling itself, since nesting is the author's. `strict` takes only what the standard takes; else needless
/// escapes of punctuation and single braces are taken too, which many published schemas have.
struct ECMAPattern {
    /// The same expression for PCRE2 with its options UTF, DOLLAR_ENDONLY, MATCH_UNSET_BACKREF.
    private(set) var translated = ""

    private let scalars: [Unicode.Scalar]
    private let isStrict: Bool
    private var at = 0
    /// What the open groups are: whether a quantifier may follow when they close.
    private var open: [(start: Int, isRepeatable: Bool)] = []
    /// Whether a quantifier may follow here.
    private var isRepeatable = false
    private var groupCount = 0
    private var names: [String: Int] = [:]

    init(_ pattern: String, strict: Bool) throws(PatternError) {
        guard pattern.utf8.count <= SchemaLimits.patternBytesMax else {
            throw PatternError(kind: .tooLong, offset: 0)
        }
        scalars = Array(pattern.unicodeScalars)
        isStrict = strict
        try findGroups()
        while at < scalars.count { try readTerm() }
        guard open.isEmpty else { throw error(.groupNotClosed, at: open[open.count - 1].start) }
    }

    private func error(_ kind: PatternError.Kind, at place: Int? = nil) -> PatternError {
        PatternError(kind: kind, offset: place ?? at)
    }

    private func peek(_ distance: Int = 0) -> Unicode.Scalar? {
        at + distance < scalars.count ? scalars[at + distance] : nil
    }

    private func follows(_ text: String) -> Bool {
        let wanted = Array(text.unicodeScalars)
        return at + wanted.count <= scalars.count && Array(scalars[at..<at + wanted.count]) == wanted
    }

    // MARK: Groups

    /// Counts the groups and learns their names first, since `\k<name>` may stand before.
    private mutating func findGroups() throws(PatternError) {
        var isInClass = false
        while let scalar = peek() {
            switch scalar {
            case "\\": at += 1
            case "[": isInClass = true
            case "]": isInClass = false
            case "(" where !isInClass && peek(1) != "?": groupCount += 1
            case "(" where !isInClass && follows("(?<") && peek(3) != "=" && peek(3) != "!":
                groupCount += 1
                at += 3
                let name = try readName()
                guard names.updateValue(groupCount, forKey: name) == nil else {
                    throw error(.nameTwice(name))
                }
                continue
            default: break
            }
            at += 1
        }
        at = 0
    }

    /// A name up to `>`, which is taken too.
    private mutating func readName() throws(PatternError) -> String {
        var name = String.UnicodeScalarView()
        while let scalar = peek(), scalar != ">" {
            let isFirst = name.isEmpty
            let isPart = scalar.properties.isIDContinue || scalar == "\u{200C}" || scalar == "\u{200D}"
            guard scalar == "$" || scalar == "_" || (isFirst ? scalar.properties.isIDStart : isPart) else {
                throw error(.name)
            }
            name.append(scalar)
            at += 1
        }
        guard peek() == ">", !name.isEmpty else { throw error(.name) }
        at += 1
        return String(name)
    }

    private mutating func openGroup() throws(PatternError) {
        guard open.count < SchemaLimits.patternDepthMax else { throw error(.tooDeep) }
        let start = at
        var isRepeatable = true
        if peek(1) != "?" {
            at += 1
            translated += "("
        } else if let prefix = ["(?:", "(?=", "(?!"].first(where: follows) {
            at += 3
            translated += prefix
            // Only an older part of the standard lets a look-ahead be repeated.
            isRepeatable = prefix == "(?:" || !isStrict
        } else if let prefix = ["(?<=", "(?<!"].first(where: follows) {
            at += 4
            translated += prefix
            isRepeatable = false
        } else if follows("(?<") {
            at += 3
            _ = try readName()
            translated += "("
        } else {
            throw error(.groupUnknown)
        }
        open.append((start, isRepeatable))
        self.isRepeatable = false
    }

    // MARK: Terms

    private mutating func readTerm() throws(PatternError) {
        guard let scalar = peek() else { return }
        switch scalar {
        case "(": return try openGroup()
        case ")":
            guard let group = open.popLast() else { throw error(.groupNotOpened) }
            translated += ")"
            isRepeatable = group.isRepeatable
        case "|":
            translated += "|"
            isRepeatable = false
        case "^", "$":
            translated.unicodeScalars.append(scalar)
            isRepeatable = false
        case ".": write(#"[^\n\r\x{2028}\x{2029}]"#)
        case "[":
            at += 1
            var reader = ECMAClass(scalars, at: at, isStrict: isStrict)
            write(try reader.read())
            at = reader.at
            return
        case "\\": return try readEscape()
        case "*", "+", "?", "{": return try readQuantifier(scalar)
        case "]", "}":
            if isStrict { throw error(scalar == "]" ? .bracket : .brace) }
            write(Self.literal(scalar))
        default: write(Self.literal(scalar))
        }
        at += 1
    }

    private mutating func write(_ atom: String) {
        translated += atom
        isRepeatable = true
    }

    /// One character that stands for itself.
    static func literal(_ scalar: Unicode.Scalar) -> String {
        if !scalar.isASCII { return String(scalar) }
        let isPlain = scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        return isPlain ? String(scalar) : #"\x{\#(String(scalar.value, radix: 16))}"#
    }

    private mutating func readQuantifier(_ scalar: Unicode.Scalar) throws(PatternError) {
        let start = at
        var written = String(scalar)
        at += 1
        if scalar == "{" {
            guard let bounds = readBounds() else {
                at = start
                if isStrict { throw error(.brace) }
                at += 1
                return write(#"\{"#)
            }
            if let max = bounds.max, max < bounds.min { throw error(.repeatReversed, at: start) }
            written = bounds.text
        }
        guard isRepeatable else { throw error(.nothingToRepeat, at: start) }
        translated += written
        if peek() == "?" {
            translated += "?"
            at += 1
        }
        isRepeatable = false
    }

    /// `{2}`, `{2,}` or `{2,5}`, of which the brace is taken; `nil` when it is something else.
    private mutating func readBounds() -> (min: Int, max: Int?, text: String)? {
        guard let min = readDecimal() else { return nil }
        var (max, text): (Int?, String) = (min, "{\(min)}")
        if peek() == "," {
            at += 1
            max = readDecimal()
            text = "{\(min),\(max.map(String.init) ?? "")}"
        }
        guard peek() == "}" else { return nil }
        at += 1
        return (min, max, text)
    }

    /// Digits, cut off at a number that no engine counts to.
    private mutating func readDecimal() -> Int? {
        var number: Int?
        while let scalar = peek(), ("0"..."9").contains(scalar) {
            number = min((number ?? 0) * 10 + Int(scalar.value - 48), 1_000_000_000)
            at += 1
        }
        return number
    }

    private mutating func readEscape() throws(PatternError) {
        let start = at
        guard let scalar = peek(1) else { throw error(.escape("\\")) }
        switch scalar {
        case "b", "B":
            at += 2
            translated += "\\\(scalar)"
            isRepeatable = false
        case "1"..."9":
            at += 1
            let number = readDecimal() ?? 0
            guard number <= groupCount else { throw error(.backReference(String(number)), at: start) }
            write(#"\g{\#(number)}"#)
        case "k":
            guard peek(2) == "<" else { throw error(.escape("\\k")) }
            at += 3
            let name = try readName()
            guard let number = names[name] else { throw error(.backReference(name), at: start) }
            write(#"\g{\#(number)}"#)
        default:
            var reader = ECMAEscape(scalars, at: at, isStrict: isStrict)
            write(try reader.read().outside)
            at = reader.at
        }
    }
}
