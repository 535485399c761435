/// One declaration that may hide or show.
struct Declaration {
    var property: StyleProperty
    var value: StyleValue
    var isImportant: Bool
}

/// Reads a block of declarations such as `display:none; color:#fff !important`.
enum Declarations {
    /// Declarations kept of one block: more than any real one has of these properties.
    static let perBlockMax = 64

    static func parse(_ block: Bytes) -> [Declaration] {
        var found: [Declaration] = []
        var at = 0
        while at < block.count, found.count < perBlockMax {
            let end = endOfDeclaration(block, from: at)
            if let declaration = declaration(block[at..<end]) { found.append(contentsOf: declaration) }
            at = end + 1
        }
        return found
    }

    /// Where the semicolon stands that is not in quotes or parentheses.
    private static func endOfDeclaration(_ block: Bytes, from start: Int) -> Int {
        var (at, open, quote) = (start, 0, UInt8(0))
        while at < block.count {
            let byte = block[at]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == 0x22 || byte == 0x27 {
                quote = byte
            } else if byte == 0x28 {
                open += 1
            } else if byte == 0x29 {
                open = max(0, open - 1)
            } else if byte == 0x3B, open == 0 {
                return at
            }
            at += 1
        }
        return at
    }

    private static func declaration(_ text: Bytes) -> [Declaration]? {
        var colon = 0
        while colon < text.count, text[colon] != 0x3A { colon += 1 }
        guard colon < text.count else { return nil }
        let name = text[0..<colon].trimmed
        var value = text[colon + 1..<text.count].trimmed
        var isImportant = false
        if let bang = value.firstIndex(ofIgnoringCase: "!important") {
            isImportant = true
            value = value[0..<bang].trimmed
        }
        if name.equalsIgnoringCase("margin") { return margin(value, isImportant) }
        guard let property = StyleProperty(name) else { return nil }
        let parsed = ValueParsing.value(of: property, value)
        return [Declaration(property: property, value: parsed, isImportant: isImportant)]
    }

    /// The shorthand: one to four lengths, top, right, bottom, left.
    private static func margin(_ value: Bytes, _ isImportant: Bool) -> [Declaration] {
        var sides: [StyleValue] = []
        var at = 0
        while sides.count < 4, let number = ValueParsing.number(value, at: at) {
            sides.append(number.asValue)
            at = number.end
        }
        guard let top = sides.first else { return [] }
        let left = sides.count == 4 ? sides[3] : sides.count > 1 ? sides[1] : top
        return [
            Declaration(property: .marginTop, value: top, isImportant: isImportant),
            Declaration(property: .marginLeft, value: left, isImportant: isImportant),
        ]
    }
}
