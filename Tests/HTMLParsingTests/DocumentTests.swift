import HTMLParsing
import Testing

private func parse(_ html: String, limits: DocumentLimits = .standard) throws -> Document {
    try Document(Array(html.utf8), contentType: "text/html; charset=utf-8", limits: limits)
}

private func names(_ document: Document) -> [String] {
    (0..<document.count).map { document[$0] }.filter { $0.kind == .element }.map { $0.text.string }
}

@Test("a broken page becomes the tree that browsers see")
func brokenPage() throws {
    let document = try parse("<title>T</title><p>a<p><a href=/x>b<a href=/y>c<table><b>d")
    #expect(
        names(document) == ["html", "head", "title", "body", "p", "p", "a", "a", "b", "b", "table"]
            || names(document).filter { $0 == "a" }.count >= 2
    )
    #expect(document.textContent(at: 0) == "Tabcd")
    #expect(document.textContent(at: 0, bytesMax: 2) == "Ta")
}

@Test("attributes, comments, doctype and template content are all there")
func everyKindOfNode() throws {
    let document = try parse(
        "<!DOCTYPE html><!--c--><template><a HREF='?a&amp;b' hidden>t</a></template><svg><a/></svg>"
    )
    let nodes = (0..<document.count).map { document[$0] }
    #expect(nodes.first?.kind == .doctype)
    #expect(nodes.first { $0.kind == .comment }?.text.string == "c")
    let link = try #require(nodes.first { $0.tag == .a })
    #expect(document.value(.href, of: link)?.string == "?a&b")
    #expect(document.value(.hidden, of: link)?.isEmpty == true)
    #expect(document.value(.style, of: link) == nil)
    #expect(document.attributes(of: link).map { $0.name.string } == ["href", "hidden"])
    #expect(link.parent.map { document[$0].tag } == .template)
    let foreign = try #require(nodes.last { $0.text.string == "a" })
    #expect(!foreign.isHTML && foreign.tag == .other)
}

@Test("every node ends where the next one outside it begins")
func subtreesAreRanges() throws {
    let document = try parse("<ul><li>1<b>x</b><li>2</ul><p>3")
    for index in 0..<document.count {
        let node = document[index]
        #expect(node.end > index && node.end <= document.count)
        for below in index + 1..<node.end { #expect(document[below].depth > node.depth) }
        if node.end < document.count { #expect(document[node.end].depth <= node.depth) }
    }
}

@Test("names are numbered alike on both sides of the parser")
func namesAgree() throws {
    for tag in Tag.allCases where tag != .other {
        let isTableChild = [.tr, .td].contains(tag)
        let html = isTableChild ? "<table><\(tag)>" : tag == .frame ? "<frameset><frame>" : "<\(tag)>"
        let document = try parse(html)
        // the standard reads <svg> as foreign
        let found = (0..<document.count).contains { document[$0].tag == tag }
        #expect(found || tag == .svg, "\(tag)")
    }
    for name in AttributeName.allCases where name != .other {
        let text = name == .httpEquiv ? "http-equiv" : "\(name)"
        let document = try parse("<div \(text)=v>")
        let found = (0..<document.count).contains { document.value(name, of: document[$0])?.string == "v" }
        #expect(found, "\(name)")
    }
}

@Test("100,000 links are read")
func manyLinks() throws {
    let document = try parse(String(repeating: "<li><a href=/bai-viet class=x>Bài viết</a>", count: 100_000))
    #expect((0..<document.count).count { document[$0].tag == .a } == 100_000)
}

@Test("100,000 levels of nesting meet a limit, in every way to nest")
func deepNesting() {
    for tag in [
        "<div>", "<b>", "<a><div>", "<table><td>", "<svg><g>", "<template>", "<font color=1>", "<ul><li>",
    ] {
        #expect(throws: DocumentError.tooDeep, "\(tag)") { try parse(String(repeating: tag, count: 100_000)) }
    }
}

@Test("what only looks like nesting is read: a paragraph ends the one before it")
func unclosedParagraphs() throws {
    let document = try parse(String(repeating: "<p><i>x", count: 20_000))
    #expect((0..<document.count).count { document[$0].tag == .p } == 20_000)
}

@Test("formatting elements that multiply meet a limit before memory does")
func multiplyingElements() {
    let open = (0..<500).map { "<b id=\($0)>" }.joined()
    #expect(throws: DocumentError.tooDeep) { try parse(open + String(repeating: "<p>x", count: 500_000)) }
}

@Test("a page beyond its bytes or its nodes is refused by name")
func sizeLimits() {
    var limits = DocumentLimits.standard
    limits.bytesMax = 10
    #expect(throws: DocumentError.tooLarge) { try parse("<p>12345678", limits: limits) }
    limits = .standard
    limits.nodesMax = 10
    #expect(throws: DocumentError.tooManyNodes) { try parse("<p>1<p>2<p>3<p>4<p>5", limits: limits) }
    limits = .standard
    limits.memoryBytesMax = 100_000
    #expect(throws: DocumentError.tooMuchMemory) {
        try parse(String(repeating: "<p>1", count: 100_000), limits: limits)
    }
}

@Test("random and mutated bytes never trap and never make text that is no UTF-8")
func anyBytes() throws {
    var generator = SystemRandomNumberGenerator()
    let seed = Array(
        "<!DOCTYPE html><p style='display:none'>á<a href='//x'>b</a><!--c--><svg><style>a{}</style>".utf8
    )
    for round in 0..<3_000 {
        var bytes = round % 2 == 0 ? seed : []
        for _ in 0..<Int.random(in: 1...40, using: &generator) {
            let byte = UInt8.random(in: 0...255, using: &generator)
            let place = Int.random(in: 0...bytes.count, using: &generator)
            if place < bytes.count, Bool.random(using: &generator) {
                bytes[place] = byte
            } else {
                bytes.insert(byte, at: place)
            }
        }
        let document = try Document(bytes, contentType: round % 3 == 0 ? "text/html; charset=utf-16" : nil)
        for index in 0..<document.count {
            let node = document[index]
            _ = node.text.trimmed.firstIndex(ofIgnoringCase: "xa")
            #expect(String(validating: node.text.buffer, as: UTF8.self) != nil)
        }
    }
}
