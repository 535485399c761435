import HTMLParsing
import Language

/// One pass over a document that gathers the facts.
struct PageReader {
    private let document: Document
    private let concealment: Concealment
    private let addresses: AddressParser
    private let ownDomain: String
    private var facts: PageFacts

    /// Bytes of a title or description that are kept: search engines show 160 letters.
    private static let metaBytesMax = 2_000
    /// Bytes of a link's text that are kept.
    private static let linkTextBytesMax = 200
    /// Bytes of an inline script that are kept for the evidence.
    private static let excerptBytesMax = 600
    /// Bytes of a comment that are looked at.
    private static let commentBytesMax = 16 << 10

    init(_ document: Document, facts: PageFacts) {
        self.document = document
        self.facts = facts
        concealment = Concealment(document)
        addresses = AddressParser(base: facts.address.href)
        ownDomain = RegistrableDomain.of(facts.address.host)
    }

    mutating func read() -> PageFacts {
        facts.text.reserve(64 << 10)
        var index = 0
        // the outgoing link that is open, and where it ends
        var link = (number: -1, end: 0)
        while index < document.count {
            let node = document[index]
            if index >= link.end { link.number = -1 }
            switch node.kind {
            case .text:
                let place: FoldedText.Place = link.number >= 0 ? .link : .text
                facts.text.append(node.text.buffer, place, way: concealment.way(at: index), link: link.number)
            case .comment: read(comment: node, index)
            case .doctype: break
            case .element:
                if !node.tag.isInline { facts.text.endBlock() }
                if read(element: node, index), node.tag == .a {
                    link = (facts.links.count - 1, node.end)
                }
                if node.tag.holdsNoText {
                    index = max(node.end, index + 1)
                    continue
                }
            }
            index += 1
        }
        finish()
        return facts
    }

    /// The title, description and comments go behind the text, each as a place of its own.
    private mutating func finish() {
        (facts.shingles, facts.words) = facts.text.shingleSignature()
        facts.mandatoryLines = MandatoryLines.found(in: facts.text)
        append(facts.title, .title)
        append(facts.description, .description)
        for comment in facts.comments { append(comment.excerpt, .comment) }
    }

    private mutating func append(_ text: String, _ place: FoldedText.Place) {
        facts.text.endBlock()
        var text = text
        text.withUTF8 { facts.text.append($0, place) }
        facts.text.endBlock()
    }

    /// Reads an element; `true` when it became an outgoing link.
    private mutating func read(element node: Node, _ index: Int) -> Bool {
        switch node.tag {
        case .a, .area: return read(link: node, index)
        case .script: read(script: node, index)
        case .iframe, .frame, .embed: read(frame: node, index, .src)
        case .object: read(frame: node, index, .data)
        case .img: read(image: node)
        case .title:
            // an SVG may have titles of its own; only the first of the page is the page's
            if facts.title.isEmpty {
                facts.title = Evidence.cut(document.textContent(at: index, bytesMax: Self.metaBytesMax))
            }
        case .meta: read(meta: node, index)
        case .link: read(head: node, index)
        case .base: if let href = document.value(.href, of: node) { addresses.setBase(Array(href.buffer)) }
        default: break
        }
        return false
    }

    // MARK: links

    private mutating func read(link node: Node, _ index: Int) -> Bool {
        guard facts.links.count < PageFacts.itemsMax, let href = document.value(.href, of: node),
            let address = outgoing(href)
        else { return false }
        let text = document.textContent(at: index, bytesMax: Self.linkTextBytesMax)
        facts.links.append(
            PageFacts.Link(
                address: address,
                text: text,
                way: concealment.way(at: index) ?? hiddenContent(node, index),
                isGuess: concealment.isGuess(at: index),
                place: place(of: index)
            )
        )
        return true
    }

    /// How all that a link shows is hidden, when the link itself is not.
    private func hiddenContent(_ node: Node, _ index: Int) -> Concealment.Way? {
        var way: Concealment.Way?
        for below in index + 1..<max(index + 1, node.end) {
            let content = document[below]
            let shows = content.kind == .text && !content.text.trimmed.isEmpty || content.tag == .img
            guard shows else { continue }
            guard let hidden = concealment.way(at: below) else { return nil }
            way = hidden
        }
        return way
    }

    /// The address when it leaves the domain; most links of a page are seen to be its own without parsing.
    private func outgoing(_ href: Bytes) -> WebAddress? {
        let href = href.trimmed
        let isRelative =
            href[0] == 0x2F && href[1] != 0x2F && href[1] != 0x5C || href[0] == 0x23 || href.isEmpty
        if isRelative { return nil }
        guard let address = addresses.parse(href), address.isWeb,
            RegistrableDomain.of(address.host) != ownDomain
        else { return nil }
        return address
    }

    // MARK: scripts and frames

    private mutating func read(script node: Node, _ index: Int) {
        guard facts.scripts.count < PageFacts.itemsMax else { return }
        if let source = document.value(.src, of: node) {
            guard let address = addresses.parse(source) else { return }
            facts.scripts.append(
                PageFacts.Script(
                    address: address,
                    hash: 0,
                    traits: ScriptTraits(),
                    excerpt: "",
                    place: place(of: index)
                )
            )
            return
        }
        guard index + 1 < node.end else { return }
        let text = document[index + 1].text
        if let type = document.value(.type, of: node), !Self.isScript(type) { return }
        facts.scripts.append(
            PageFacts.Script(
                address: nil,
                hash: ScriptTraits.hash(text),
                traits: ScriptTraits(text),
                excerpt: text[0..<Self.excerptBytesMax].string,
                place: place(of: index)
            )
        )
    }

    /// Types that run; `application/ld+json` and templates are data.
    private static func isScript(_ type: Bytes) -> Bool {
        let type = type.trimmed
        return type.isEmpty || type.firstIndex(ofIgnoringCase: "javascript") != nil
            || type.firstIndex(ofIgnoringCase: "ecmascript") != nil || type.equalsIgnoringCase("module")
    }

    private mutating func read(frame node: Node, _ index: Int, _ name: AttributeName) {
        guard facts.frames.count < PageFacts.itemsMax, let source = document.value(name, of: node),
            let address = addresses.parse(source), address.isWeb
        else { return }
        facts.frames.append(
            PageFacts.Frame(
                address: address,
                way: concealment.way(at: index) ?? tinyFrame(node),
                place: place(of: index)
            )
        )
    }

    private func tinyFrame(_ node: Node) -> Concealment.Way? {
        // a frame of no size needs no overflow to show nothing
        guard let style = document.value(.style, of: node) else { return nil }
        return Concealment.isTinyBox(style) ? .size : nil
    }

    private mutating func read(image node: Node) {
        guard facts.images.count < PageFacts.itemsMax, let source = document.value(.src, of: node),
            let address = addresses.parse(source), address.isWeb,
            RegistrableDomain.of(address.host) == ownDomain
        else { return }
        facts.images.append(address.withoutQuery)
    }

    // MARK: head

    private mutating func read(meta node: Node, _ index: Int) {
        guard let content = document.value(.content, of: node) else { return }
        if let equivalent = document.value(.httpEquiv, of: node),
            equivalent.trimmed.equalsIgnoringCase("refresh")
        {
            let source = content.string
            guard let target = MetaRefresh.target(of: source), let address = addresses.parse(target) else {
                return
            }
            facts.refreshes.append(
                PageFacts.Reference(address: address, source: source, place: place(of: index))
            )
        } else if facts.description.isEmpty,
            document.value(.name, of: node)?.trimmed.equalsIgnoringCase("description") == true
        {
            facts.description = Evidence.cut(content[0..<Self.metaBytesMax].string)
        }
    }

    private mutating func read(head node: Node, _ index: Int) {
        guard facts.canonicals.count < PageFacts.itemsMax, let relation = document.value(.rel, of: node),
            relation.trimmed.equalsIgnoringCase("canonical"), let href = document.value(.href, of: node),
            let address = addresses.parse(href)
        else { return }
        facts.canonicals.append(
            PageFacts.Reference(address: address, source: href.string, place: place(of: index))
        )
    }

    // MARK: comments

    private mutating func read(comment node: Node, _ index: Int) {
        let text = node.text[0..<Self.commentBytesMax]
        guard facts.comments.count < PageFacts.itemsMax,
            text.firstIndex(ofIgnoringCase: "http") != nil || text.firstIndex(ofIgnoringCase: "<a ") != nil
        else { return }
        var hosts: [String] = []
        var at = 0
        while hosts.count < Finding.evidenceMax, let start = text.firstIndex(ofIgnoringCase: "http", from: at)
        {
            var end = start
            while end < text.count, text[end] > 0x20, text[end] != 0x22, text[end] != 0x27, text[end] != 0x3C,
                text[end] != 0x3E
            { end += 1 }
            at = end + 1
            guard let host = outgoing(text[start..<end])?.host, !hosts.contains(host) else { continue }
            hosts.append(host)
        }
        facts.comments.append(
            PageFacts.Comment(
                hosts: hosts,
                hasLink: text.firstIndex(ofIgnoringCase: "<a ") != nil,
                excerpt: text[0..<Self.excerptBytesMax].string,
                place: place(of: index)
            )
        )
    }

    // MARK: places

    /// Elements named in a place: enough to find it, little enough to read.
    private static let placeElementsMax = 5

    /// A selector such as `div#footer > ul > li.x > a`.
    private func place(of index: Int) -> String {
        var parts: [String] = []
        var current: Int? = index
        while let element = current, parts.count < Self.placeElementsMax {
            let node = document[element]
            current = node.parent
            guard node.kind == .element else {
                parts.append("comment()")
                continue
            }
            var part = node.text.string
            if let id = document.value(.id, of: node), !id.isEmpty {
                parts.append(part + "#" + id.string)
                break
            }
            if let names = document.value(.class, of: node)?.trimmed, !names.isEmpty {
                part +=
                    "." + names.string.split(whereSeparator: \.isWhitespace).prefix(2).joined(separator: ".")
            }
            parts.append(part)
        }
        return parts.reversed().joined(separator: " > ")
    }
}

extension Tag {
    /// Whether words go on through it.
    fileprivate var isInline: Bool {
        switch self {
        case .a, .abbr, .b, .big, .em, .font, .i, .mark, .s, .small, .span, .strike, .strong, .sub, .sup, .u,
            .label:
            true
        default: false
        }
    }

    /// Whether what is in it is no text of the page.
    fileprivate var holdsNoText: Bool {
        switch self {
        case .script, .style, .title, .svg, .template, .textarea: true
        default: false
        }
    }
}
