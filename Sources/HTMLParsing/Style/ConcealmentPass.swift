/// The pass that finds what is hidden, from the root down.
struct ConcealmentPass {
    private struct State {
        var way: Concealment.Way?
        var isInvisible = false
        var color: Colour?
        var background: Colour?
        var fontPixels = 16.0
        var isColourHidden = false
        var isGuess = false
    }

    private let document: Document
    private var sheet = StyleSheet()
    private var matching: SelectorMatching

    init(_ document: Document) {
        self.document = document
        matching = SelectorMatching(document: document)
        for index in 0..<document.count {
            let node = document[index]
            guard node.kind == .element, node.tag == .style || node.tag == .script else { continue }
            for below in index + 1..<max(index + 1, node.end) {
                if node.tag == .style {
                    sheet.add(document[below].text)
                } else {
                    addScriptRules(document[below].text)
                }
            }
        }
    }

    mutating func run() -> (ways: [Concealment.Way?], isGuess: [Bool]) {
        var states: [State] = []
        states.reserveCapacity(document.count)
        for index in 0..<document.count {
            let node = document[index]
            var state = node.parent.map { states[$0] } ?? State()
            if node.kind == .element { enter(node, index, &state) }
            states.append(state)
        }
        let ways = states.map { state in
            state.way ?? (state.isInvisible ? .visibility : state.isColourHidden ? .colour : nil)
        }
        return (ways, states.map { $0.way == nil && !$0.isInvisible && $0.isColourHidden && $0.isGuess })
    }

    private mutating func enter(_ node: Node, _ index: Int, _ state: inout State) {
        let style = style(of: node, index)
        if let size = style.fontPixels(inherited: state.fontPixels) { state.fontPixels = size }
        switch style[.visibility] {
        case .keyword(.hidden), .keyword(.collapse): state.isInvisible = true
        case .keyword(.visible): state.isInvisible = false
        default: break
        }
        if state.way == nil {
            state.way = style.way(fontPixels: state.fontPixels) ?? attributeWay(node, style)
        }
        colour(node, style, &state)
    }

    // MARK: cascade

    private mutating func style(of node: Node, _ index: Int) -> ElementStyle {
        var style = ElementStyle()
        var fitting: [(StyleSheet.Rule, UInt32)] = []
        let sheet = self.sheet
        sheet.forEachCandidate(document, node) { rule in
            if matching.matches(rule.selector, at: index) {
                fitting.append((rule, rule.selector.specificity))
            }
        }
        for (rule, specificity) in fitting {
            for declaration in rule.declarations {
                style.apply(declaration, weight: specificity << 12 | UInt32(rule.order & 0xFFF))
            }
        }
        if let inline = document.value(.style, of: node) {
            for declaration in Declarations.parse(inline) { style.apply(declaration, weight: 1 << 30) }
        }
        return style
    }

    // MARK: attributes

    private func attributeWay(_ node: Node, _ style: ElementStyle) -> Concealment.Way? {
        if document.value(.hidden, of: node) != nil, !style.isDisplayed { return .attribute }
        switch node.tag {
        case .template, .noscript: return nil
        case .dialog: return document.value(.open, of: node) == nil && !style.isDisplayed ? .attribute : nil
        case .marquee, .div, .td, .table, .span, .iframe, .object, .embed:
            let sides = [AttributeName.width, .height].compactMap { document.value($0, of: node) }
            let isTiny = sides.contains { side in
                guard let number = ValueParsing.number(side, at: 0), number.unit.isEmpty else { return false }
                return number.value <= Concealment.boxPixelsMax
            }
            let clips =
                node.tag == .marquee || node.tag == .iframe || node.tag == .object || node.tag == .embed
            return isTiny && (clips || style.isOverflowHidden)
                ? (node.tag == .marquee ? .marquee : .size) : nil
        default: return nil
        }
    }

    private func colour(_ node: Node, _ style: ElementStyle, _ state: inout State) {
        if let background = style.background ?? attributeColour(.bgcolor, node), background.alpha > 0.5 {
            state.background = background
        }
        switch style[.color] {
        case .colour(let colour): state.color = colour
        case .keyword(.transparent): state.color = Colour(red: 0, green: 0, blue: 0, alpha: 0)
        case .keyword(.inherit): break
        default:
            if node.tag == .font, let colour = attributeColour(.color, node) {
                state.color = colour
            }
            // a link has a colour of its own unless somebody gives it one
            else if node.tag == .a, document.value(.href, of: node) != nil {
                state.color = nil
            }
        }
        state.isColourHidden = state.color.map { $0.isUnreadable(on: state.background ?? .white) } ?? false
        state.isGuess = state.background == nil && (state.color?.alpha ?? 1) > Colour.invisibleAlphaMax
    }

    private func attributeColour(_ name: AttributeName, _ node: Node) -> Colour? {
        guard let text = document.value(name, of: node),
            case .colour(let colour)? = ValueParsing.colour(text.trimmed)
        else { return nil }
        return colour
    }

    // MARK: scripts

    /// Hiding lines followed in one page.
    private static let scriptRulesMax = 50

    /// Reads `getElementById("x").style.display = "none"` as a rule.
    private mutating func addScriptRules(_ script: Bytes) {
        var at = 0
        for _ in 0..<Self.scriptRulesMax {
            guard let call = script.firstIndex(ofIgnoringCase: "getelementbyid", from: at) else { return }
            at = call + 14
            guard let id = Self.quoted(script, from: at, within: 4) else { continue }
            let rest = script[id.end..<id.end + 48]
            guard let style = rest.firstIndex(ofIgnoringCase: ".style."), style <= 4 else { continue }
            let start = id.end + style + 7
            var end = start
            while Bytes.lower(script[end]) &- 0x61 < 26 { end += 1 }
            guard let value = Self.quoted(script, from: end, within: 6) else { continue }
            hide(id.text, script[start..<end], value.text)
        }
    }

    private mutating func hide(_ id: Bytes, _ property: Bytes, _ value: Bytes) {
        let isHiding =
            property.equalsIgnoringCase("display") && value.equalsIgnoringCase("none")
            || property.equalsIgnoringCase("visibility") && value.equalsIgnoringCase("hidden")
        guard isHiding else { return }
        let compound = Selector.Compound(id: id)
        let isDisplay = property.equalsIgnoringCase("display")
        sheet.add(
            Selector(compounds: [compound]),
            [
                Declaration(
                    property: isDisplay ? .display : .visibility,
                    value: .keyword(isDisplay ? .none : .hidden),
                    isImportant: true
                )
            ]
        )
    }

    /// The text in quotes that begins within some bytes of `start`.
    private static func quoted(_ text: Bytes, from start: Int, within: Int) -> (text: Bytes, end: Int)? {
        var at = start
        while at < min(start + within, text.count), text[at] != 0x22, text[at] != 0x27 { at += 1 }
        let quote = text[at]
        guard quote == 0x22 || quote == 0x27 else { return nil }
        var end = at + 1
        while end < text.count, text[end] != quote { end += 1 }
        return end < text.count ? (text[at + 1..<end], end + 1) : nil
    }
}
