/// A CSS selector, as far as a page at rest needs it.
///
/// A selector with a part that is not understood (`:hover`, `::before`, `:has()`) is left out, as a browser
/// leaves out a rule it does not know; the watch then knows less of the page, it never knows wrong.
struct Selector {
    enum Combinator { case descendant, child, next, later }

    struct Compound {
        var tag: Bytes?
        var id: Bytes?
        var classes: [Bytes] = []
        var attributes: [AttributeTest] = []
        var excluded: [Compound] = []
        var isFirstChild = false
        var isRoot = false
        /// How this one relates to the compound before it.
        var combinator = Combinator.descendant
    }

    struct AttributeTest {
        var name: Bytes
        /// `=`, `~`, `|`, `^`, `$` or `*`; 0 when the attribute only has to be there.
        var operation: UInt8
        var value: Bytes
    }

    /// From left to right; the last one is the subject.
    var compounds: [Compound]

    /// Numbers of ids, classes and names as one number that compares as CSS says.
    var specificity: UInt32 {
        var (ids, classes, tags) = (UInt32(0), UInt32(0), UInt32(0))
        for compound in compounds {
            for part in [compound] + compound.excluded {
                ids += part.id == nil ? 0 : 1
                classes += UInt32(part.classes.count + part.attributes.count) + (part.isFirstChild ? 1 : 0)
                tags += part.tag == nil ? 0 : 1
            }
        }
        return min(ids, 255) << 16 | min(classes, 255) << 8 | min(tags, 255)
    }
}

/// Reads selectors.
struct SelectorParser {
    private let text: Bytes
    private var at = 0

    /// Compounds of one selector: more than any real one has.
    private static let compoundsMax = 12

    private init(_ text: Bytes) { self.text = text }

    /// The selectors of a list parted by commas that are understood.
    static func parse(list: Bytes) -> [Selector] {
        var selectors: [Selector] = []
        var (start, open) = (0, 0)
        for index in 0...list.count {
            let byte = index < list.count ? list[index] : 0x2C
            if byte == 0x28 || byte == 0x5B { open += 1 }
            if byte == 0x29 || byte == 0x5D { open -= 1 }
            guard byte == 0x2C, open <= 0 || index == list.count else { continue }
            var parser = SelectorParser(list[start..<index].trimmed)
            if let selector = parser.complex() { selectors.append(selector) }
            start = index + 1
        }
        return selectors
    }

    private mutating func complex() -> Selector? {
        var compounds: [Selector.Compound] = []
        var combinator = Selector.Combinator.descendant
        while at < text.count {
            guard compounds.count < Self.compoundsMax, var compound = compound() else { return nil }
            compound.combinator = combinator
            compounds.append(compound)
            guard at < text.count else { break }
            guard let next = readCombinator() else { return nil }
            combinator = next
        }
        return compounds.isEmpty ? nil : Selector(compounds: compounds)
    }

    private mutating func readCombinator() -> Selector.Combinator? {
        var found = Selector.Combinator.descendant
        let start = at
        while at < text.count {
            switch text[at] {
            case 0x3E: found = .child
            case 0x2B: found = .next
            case 0x7E: found = .later
            case let byte where Bytes.isSpace(byte): break
            default: return at > start ? found : nil
            }
            at += 1
        }
        return nil
    }

    private mutating func compound() -> Selector.Compound? {
        var compound = Selector.Compound()
        let start = at
        if text[at] == 0x2A { at += 1 } else if let tag = name() { compound.tag = tag }
        while at < text.count {
            switch text[at] {
            case 0x23:
                at += 1
                guard let id = name() else { return nil }
                compound.id = id
            case 0x2E:
                at += 1
                guard let name = name() else { return nil }
                compound.classes.append(name)
            case 0x5B:
                guard let test = attributeTest() else { return nil }
                compound.attributes.append(test)
            case 0x3A:
                guard pseudoClass(&compound) else { return nil }
            default: return at > start ? compound : nil
            }
        }
        return at > start ? compound : nil
    }

    private mutating func name() -> Bytes? {
        let start = at
        while at < text.count {
            let byte = text[at]
            let isPart = byte >= 0x80 || byte == 0x2D || byte == 0x5F || byte &- 0x30 < 10
            guard isPart || Bytes.lower(byte) &- 0x61 < 26 else { break }
            at += 1
        }
        return at > start ? text[start..<at] : nil
    }

    /// `[name]`, `[name=value]` and the other operators, at the bracket.
    private mutating func attributeTest() -> Selector.AttributeTest? {
        at += 1
        guard let name = name() else { return nil }
        var operation: UInt8 = 0
        if text[at] != 0x5D {
            operation = text[at]
            if operation != 0x3D {
                guard [0x7E, 0x7C, 0x5E, 0x24, 0x2A].contains(operation), text[at + 1] == 0x3D else {
                    return nil
                }
                at += 1
            }
            at += 1
        }
        let start = at
        while at < text.count, text[at] != 0x5D { at += 1 }
        guard at < text.count else { return nil }
        var value = text[start..<at].trimmed
        at += 1
        if value.count >= 2, value[0] == 0x22 || value[0] == 0x27 { value = value[1..<value.count - 1] }
        return Selector.AttributeTest(name: name, operation: operation, value: value)
    }

    private mutating func pseudoClass(_ compound: inout Selector.Compound) -> Bool {
        at += 1
        guard let name = name() else { return false }
        if name.equalsIgnoringCase("not"), text[at] == 0x28 {
            let start = at + 1
            while at < text.count, text[at] != 0x29 { at += 1 }
            guard at < text.count else { return false }
            var inner = SelectorParser(text[start..<at].trimmed)
            at += 1
            guard let excluded = inner.compound(), inner.at == inner.text.count else { return false }
            compound.excluded.append(excluded)
            return true
        }
        if name.equalsIgnoringCase("root") {
            compound.isRoot = true
        } else if name.equalsIgnoringCase("first-child") {
            compound.isFirstChild = true
        } else {
            return name.equalsIgnoringCase("link") || name.equalsIgnoringCase("any-link")
        }
        return true
    }
}
