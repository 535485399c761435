/// The rules of a page's `style` elements that may hide or show something.
///
/// lexbor has a style module; it is not used. It gives every rule to every element that fits, without a
/// limit, and does not know `clip`, `clip-path` and `transform`, which hide much. Here only rules with one of
/// ``StyleProperty`` are kept, found by their subject's id, class or name as browsers do, and each step is
/// counted.
struct StyleSheet {
    struct Rule {
        var selector: Selector
        var declarations: [Declaration]
        var order: Int
    }

    private(set) var rules: [Rule] = []
    private var byKey: [BytesKey: [Int]] = [:]
    private var universal: [Int] = []

    /// Rules kept of one page; large frameworks have fewer that hide.
    static let rulesMax = 4_000
    /// Nested at-rules that are followed, such as `@media` in `@supports`.
    private static let nestingMax = 8

    /// Adds the rules of one sheet, after those that are there.
    mutating func add(_ sheet: Bytes) {
        var (at, open) = (0, 0)
        while at < sheet.count, rules.count < Self.rulesMax {
            at = Self.skipSpace(sheet, at)
            guard at < sheet.count else { return }
            if sheet[at] == 0x7D {
                at += 1
                open = max(0, open - 1)
                continue
            }
            let head = Self.end(of: sheet, from: at, stopsAtSemicolon: sheet[at] == 0x40)
            let prelude = sheet[at..<head].trimmed
            guard sheet[head] == 0x7B else {
                at = head + 1
                continue
            }
            if prelude[0] == 0x40 {
                let isFollowed = open < Self.nestingMax && Self.isScreenRule(prelude)
                open += isFollowed ? 1 : 0
                at = isFollowed ? head + 1 : Self.blockEnd(sheet, from: head)
                continue
            }
            let end = Self.blockEnd(sheet, from: head)
            addRule(prelude, sheet[head + 1..<max(head + 1, end - 1)])
            at = end
        }
    }

    private mutating func addRule(_ selectors: Bytes, _ block: Bytes) {
        let declarations = Declarations.parse(block)
        guard !declarations.isEmpty else { return }
        for selector in SelectorParser.parse(list: selectors) { add(selector, declarations) }
    }

    /// Adds one rule.
    mutating func add(_ selector: Selector, _ declarations: [Declaration]) {
        guard rules.count < Self.rulesMax, let subject = selector.compounds.last else { return }
        let index = rules.count
        rules.append(Rule(selector: selector, declarations: declarations, order: index))
        let key =
            subject.id.map { BytesKey(0x23, $0) } ?? subject.classes.first.map { BytesKey(0x2E, $0) }
            ?? subject.tag.flatMap { $0.isLowercase ? BytesKey(0, $0) : nil }
        if let key { byKey[key, default: []].append(index) } else { universal.append(index) }
    }

    /// Calls `body` with the rules whose subject may be this element.
    func forEachCandidate(_ document: Document, _ node: Node, _ body: (Rule) -> Void) {
        guard !rules.isEmpty else { return }
        func visit(_ kind: UInt8, _ name: Bytes) {
            for index in byKey[BytesKey(kind, name)] ?? [] { body(rules[index]) }
        }
        visit(0, node.text)
        if let id = document.value(.id, of: node) { visit(0x23, id) }
        document.value(.class, of: node)?.forEachWord { visit(0x2E, $0) }
        for index in universal { body(rules[index]) }
    }

    // MARK: scanning

    /// After white space and comments.
    private static func skipSpace(_ sheet: Bytes, _ start: Int) -> Int {
        var at = start
        while at < sheet.count {
            if Bytes.isSpace(sheet[at]) || sheet[at] == 0x3B {
                at += 1
            } else if sheet[at] == 0x2F, sheet[at + 1] == 0x2A {
                at = (sheet.firstIndex(ofIgnoringCase: "*/", from: at + 2) ?? sheet.count) + 2
            } else if sheet[at] == 0x3C, sheet[at + 1] == 0x21 {
                at += 4  // <!--
            } else if sheet[at] == 0x2D, sheet[at + 1] == 0x2D, sheet[at + 2] == 0x3E {
                at += 3
            } else {
                break
            }
        }
        return min(at, sheet.count)
    }

    /// Where the brace stands, or the semicolon of an at-rule without a block.
    private static func end(of sheet: Bytes, from start: Int, stopsAtSemicolon: Bool) -> Int {
        var at = start
        while at < sheet.count {
            if sheet[at] == 0x7B || sheet[at] == 0x7D || stopsAtSemicolon && sheet[at] == 0x3B { return at }
            at += 1
        }
        return at
    }

    /// Behind the brace that closes the block opened at `start`.
    private static func blockEnd(_ sheet: Bytes, from start: Int) -> Int {
        var (at, open) = (start, 0)
        while at < sheet.count {
            if sheet[at] == 0x7B { open += 1 }
            if sheet[at] == 0x7D {
                open -= 1
                if open <= 0 { return at + 1 }
            }
            at += 1
        }
        return at
    }

    /// `@media` that is not only for paper, `@supports`, `@layer`.
    private static func isScreenRule(_ prelude: Bytes) -> Bool {
        if prelude.firstIndex(ofIgnoringCase: "@media") == 0 {
            return prelude.firstIndex(ofIgnoringCase: "print") == nil
        }
        return prelude.firstIndex(ofIgnoringCase: "@supports") == 0
            || prelude.firstIndex(ofIgnoringCase: "@layer") == 0
    }
}

extension Bytes {
    /// Whether it is ASCII without capitals, as names of elements are kept.
    fileprivate var isLowercase: Bool { !buffer.contains { Bytes.lower($0) != $0 } }
}

/// A name as a key, by its bytes.
private struct BytesKey: Hashable {
    let kind: UInt8
    let bytes: Bytes

    init(_ kind: UInt8, _ bytes: Bytes) {
        self.kind = kind
        self.bytes = bytes
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(kind)
        hasher.combine(bytes: UnsafeRawBufferPointer(bytes.buffer))
    }
}
