/// Tells whether elements of a document fit selectors, within a budget.
struct SelectorMatching {
    let document: Document
    /// Comparisons left; a style sheet made to be slow runs out and then fits nothing more.
    private(set) var stepsLeft = Self.stepsMax

    /// Comparisons for one page: portals need some thousand.
    static let stepsMax = 2_000_000

    init(document: Document) { self.document = document }

    /// Whether the element at `index` is the subject of the selector.
    mutating func matches(_ selector: Selector, at index: Int) -> Bool {
        let last = selector.compounds.count - 1
        guard last >= 0, fits(selector.compounds[last], at: index) else { return false }
        return precedes(selector.compounds, last, at: index)
    }

    /// Whether the compounds before `position` fit what lies before or above `index`.
    ///
    /// The depth is that of the selector, at most a dozen.
    private mutating func precedes(_ compounds: [Selector.Compound], _ position: Int, at index: Int) -> Bool {
        guard position > 0 else { return true }
        let combinator = compounds[position].combinator
        var candidate =
            combinator == .descendant || combinator == .child ? parent(of: index) : previous(to: index)
        while let element = candidate {
            guard stepsLeft > 0 else { return false }
            if fits(compounds[position - 1], at: element), precedes(compounds, position - 1, at: element) {
                return true
            }
            switch combinator {
            case .child, .next: return false
            case .descendant: candidate = parent(of: element)
            case .later: candidate = previous(to: element)
            }
        }
        return false
    }

    private func parent(of index: Int) -> Int? { document[index].parent }

    /// The element before `index` under the same parent.
    private mutating func previous(to index: Int) -> Int? {
        var found: Int?
        var child = (document[index].parent ?? -1) + 1
        while child < index {
            stepsLeft -= 1
            guard stepsLeft > 0 else { return nil }
            let node = document[child]
            if node.kind == .element { found = child }
            child = node.end
        }
        return found
    }

    private mutating func fits(_ compound: Selector.Compound, at index: Int) -> Bool {
        stepsLeft -= 1
        guard stepsLeft > 0 else { return false }
        let node = document[index]
        if let tag = compound.tag, !tag.equalsIgnoringCase(node.text) { return false }
        if let id = compound.id, document.value(.id, of: node) != id { return false }
        if !compound.classes.isEmpty {
            guard let names = document.value(.class, of: node) else { return false }
            for name in compound.classes where !names.hasWord(name) { return false }
        }
        for test in compound.attributes where !fits(test, node) { return false }
        if compound.isRoot, node.depth != 0 { return false }
        if compound.isFirstChild, previous(to: index) != nil { return false }
        for excluded in compound.excluded where fits(excluded, at: index) { return false }
        return true
    }

    private func fits(_ test: Selector.AttributeTest, _ node: Node) -> Bool {
        let attribute = document.attributes(of: node).first { test.name.equalsIgnoringCase($0.name) }
        guard let value = attribute?.value else { return false }
        switch test.operation {
        case 0x3D: return value == test.value
        case 0x7E: return value.hasWord(test.value)
        case 0x7C:
            return value == test.value || value.starts(with: test.value) && value[test.value.count] == 0x2D
        case 0x5E: return !test.value.isEmpty && value.starts(with: test.value)
        case 0x24:
            return !test.value.isEmpty && value[value.count - test.value.count..<value.count] == test.value
        case 0x2A: return value.contains(test.value)
        default: return true
        }
    }
}

extension Bytes {
    /// Equal in ASCII whatever the case.
    func equalsIgnoringCase(_ other: Bytes) -> Bool {
        guard count == other.count else { return false }
        for index in 0..<count where Self.lower(self[index]) != Self.lower(other[index]) { return false }
        return true
    }

    func starts(with other: Bytes) -> Bool { count >= other.count && self[0..<other.count] == other }

    /// Whether `other`, which is not empty, stands anywhere in it.
    func contains(_ other: Bytes) -> Bool {
        guard !other.isEmpty, count >= other.count else { return false }
        for start in 0...count - other.count where self[start..<start + other.count] == other { return true }
        return false
    }

    /// Calls `body` with each word parted by white space.
    func forEachWord(_ body: (Bytes) -> Void) {
        var at = 0
        while at < count {
            while at < count, Self.isSpace(self[at]) { at += 1 }
            let start = at
            while at < count, !Self.isSpace(self[at]) { at += 1 }
            if at > start { body(self[start..<at]) }
        }
    }

    func hasWord(_ word: Bytes) -> Bool {
        var isThere = false
        forEachWord { if $0 == word { isThere = true } }
        return isThere
    }
}
