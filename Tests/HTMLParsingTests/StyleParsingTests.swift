import Testing

@testable import HTMLParsing

private func with<Result>(_ text: String, _ body: (Bytes) throws -> Result) rethrows -> Result {
    let utf8 = Array(text.utf8)
    return try utf8.withUnsafeBufferPointer { try body(Bytes(start: $0.baseAddress, count: $0.count)) }
}

@Test(
    "lengths are read in pixels, whatever their unit",
    arguments: [
        ("10px", StyleValue.pixels(10)), ("-2em", .pixels(-32)), ("+1.5PX", .pixels(1.5)),
        (".5in", .pixels(48)),
        ("3vw", .pixels(30)), ("50%", .percent(50)), ("0", .pixels(0)), ("0.5", .number(0.5)),
        ("7furlongs", .pixels(7)),
        ("auto", .keyword(.auto)), ("calc(1px + 2px)", .other), ("", .other), ("px", .other),
        ("-", StyleValue.other),
        ("1000000000000000000000000000000000000000", .other),
    ]
)
func styleLengths(text: String, expected: StyleValue) {
    #expect(with(text) { ValueParsing.value(of: .left, $0) } == expected)
}

@Test(
    "colours are read in every usual form",
    arguments: [
        ("#fff", Colour.white), ("#FFFFFF", .white), ("white", .white), ("rgb(255,255,255)", .white),
        ("rgb(100%, 100%, 100%)", .white), ("rgba(255 255 255 / 1)", .white), ("#ffff", .white),
        ("#ffffffff", .white),
        ("#102030", Colour(red: 16, green: 32, blue: 48, alpha: 1)), ("url(x.png) #fff", .white),
        ("rgb(999,-5,0)", Colour(red: 255, green: 0, blue: 0, alpha: 1)),
    ]
)
func styleColours(text: String, expected: Colour) {
    #expect(with(text) { ValueParsing.value(of: .background, $0) } == .colour(expected))
}

@Test(
    "what is no colour is none",
    arguments: ["#ff", "#ggg", "rgb(1,2)", "rebeccapurple", "url(#fff.png)", "#12345"]
)
func styleNoColours(text: String) {
    let value = with(text) { ValueParsing.value(of: .color, $0) }
    if case .colour = value { Issue.record("\(text) is \(value)") }
}

@Test("text cannot be read on its own colour or without opacity, and can on another")
func styleContrast() {
    let red = Colour(red: 200, green: 0, blue: 0, alpha: 1)
    #expect(Colour.white.isUnreadable(on: .white))
    #expect(Colour(red: 245, green: 250, blue: 255, alpha: 1).isUnreadable(on: .white))
    #expect(!Colour.white.isUnreadable(on: red))
    #expect(Colour(red: 0, green: 0, blue: 0, alpha: 0.01).isUnreadable(on: .white))
}

@Test("declarations end at semicolons outside quotes and parentheses, and unknown ones are left out")
func styleDeclarations() {
    let text =
        "content:\";display:none\"; background:url(a;b) ; unknown:1; COLOR : #fff !IMPORTANT;display;:none;left:1px"
    let found = with(text) { Declarations.parse($0) }
    #expect(found.map(\.property) == [.background, .color, .left])
    #expect(found.map(\.isImportant) == [false, true, false])
    #expect(
        with(String(repeating: "left:1px;", count: 500)) { Declarations.parse($0).count }
            == Declarations.perBlockMax
    )
}

@Test("the margin shorthand gives its left and top sides")
func styleMargins() {
    func sides(_ text: String) -> [StyleValue] {
        with("margin:\(text)") { Declarations.parse($0).map(\.value) }
    }
    #expect(sides("1px") == [.pixels(1), .pixels(1)])
    #expect(sides("1px 2px") == [.pixels(1), .pixels(2)])
    #expect(sides("1px 2px 3px -9999px") == [.pixels(1), .pixels(-9999)])
    #expect(sides("auto").isEmpty)
}

@Test(
    "selectors weigh as CSS says: ids before classes before names",
    arguments: [
        ("a", 1), ("*", 0), (".a", 256), ("#a", 65_536), ("div.a.b > #c a[href]", 66_306),
        ("a:not(.b)", 257), ("li:first-child", 257), (":root .a", 256), ("a:link", 1),
    ]
)
func selectorSpecificity(text: String, expected: UInt32) {
    with(text) { #expect(SelectorParser.parse(list: $0).map(\.specificity) == [expected]) }
}

@Test(
    "selectors that are not understood are left out, and the others of the list stay",
    arguments: [
        ("a:hover, b", 1), ("a::before", 0), ("a:has(b), .c, #d", 2), ("a:nth-child(2)", 0), (".", 0),
        ("#", 0), ("", 0),
        ("a >", 0), ("a[", 0), ("a[b", 0), ("a[b!=c]", 0), ("a:not(b c)", 0), ("a:not(b", 0), ("a,,b", 2),
        ("a:is(b,c)", 0),
        ("[a='x,y'], b", 2), ("a a a a a a a a a a a a a a a", 0),
    ]
)
func selectorLists(text: String, count: Int) {
    with(text) { #expect(SelectorParser.parse(list: $0).count == count) }
}

@Test(
    "attribute tests compare as CSS says",
    arguments: [
        ("[k]", true), ("[k=abc]", true), ("[k='ab']", false), ("[k^=ab]", true), ("[k$=bc]", true),
        ("[k*=b]", true),
        ("[k|=abc]", true), ("[k~=abc]", true), ("[k~=ab]", false), ("[k^='']", false), ("[K=abc]", true),
        ("[j]", false),
        ("[k*='']", false),
    ]
)
func attributeTests(text: String, expected: Bool) throws {
    let document = try Document(Array("<p k=abc>".utf8))
    let index = try #require((0..<document.count).first { document[$0].tag == .p })
    var matching = SelectorMatching(document: document)
    try with(text) { bytes in
        let selector = try #require(SelectorParser.parse(list: bytes).first)
        #expect(matching.matches(selector, at: index) == expected)
    }
}

@Test("a sheet keeps the rules that can hide, follows screens and leaves paper out")
func sheetRules() {
    func count(_ sheet: String) -> Int {
        with(sheet) { bytes in
            var rules = StyleSheet()
            rules.add(bytes)
            return rules.rules.count
        }
    }
    #expect(count("a{left:0}b{border:0}c,d{top:0}") == 3)
    #expect(count("@media screen{a{left:0}}@media print{b{left:0}}@import 'x';c{left:0}") == 2)
    #expect(count("@font-face{left:0}@keyframes k{from{left:0}}a{left:0}") == 1)
    #expect(count("/* a{left:0} */ b{left:0} /* open") == 1)
    #expect(count("a{left:0") == 1)
    #expect(count("}}}a{left:0}") == 1)
    #expect(count("a;b{left:0}") == 0)
    #expect(count(String(repeating: "a{left:0}", count: 9_000)) == StyleSheet.rulesMax)
    #expect(count(String(repeating: "@media x{", count: 50) + "a{left:0}") == 0)
}
