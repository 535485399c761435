import Console
import Testing

@Test("what is interpolated is escaped, in text and in attributes")
func interpolationIsEscaped() {
    let hostile = "<script>\"'&\0"
    let markup: HTML = "<p title=\"\(hostile)\">\(hostile)</p>"
    let escaped = "&lt;script&gt;&quot;&#39;&amp;\u{FFFD}"
    #expect(markup.text == "<p title=\"\(escaped)\">\(escaped)</p>")
}

@Test(
    "control characters and what turns the order of letters around are replaced; all else stays, letter by letter",
    arguments: [
        ("a\u{1B}[31m\u{7F}\u{8}b", "a\u{FFFD}[31m\u{FFFD}\u{FFFD}b"),
        ("\u{202A}\u{202E}x\u{2066}\u{2069}", "\u{FFFD}\u{FFFD}x\u{FFFD}\u{FFFD}"),
        ("\t\n\r\u{2029}\u{202F}\u{2065}\u{206A}…“ộ”ꪮ", "\t\n\r\u{2029}\u{202F}\u{2065}\u{206A}…“ộ”ꪮ"),
    ]
)
func controlsAreReplaced(text: String, shown: String) {
    #expect(("<p>\(text)</p>" as HTML).bytes == Array("<p>\(shown)</p>".utf8))
}

@Test("markup inside markup stays as it is; nothing and false leave no trace")
func nesting() {
    let absent: HTML? = nil
    let cell: HTML = "<b>\(7)</b>"
    #expect(
        ("<td>\(cell)\(absent)\(if: false, "x")\(if: true, "y")</td>" as HTML).text == "<td><b>7</b>y</td>"
    )
    #expect(("\(each: ["a", "<"], { "<i>\($0)</i>" })" as HTML).text == "<i>a</i><i>&lt;</i>")
}

@Test(
    "an address that a browser might run, or that leaves the site in disguise, is not linked",
    arguments: [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:alert(1)", "\u{1}javascript:x",
        " javascript:x", "data:text/html,x", "vbscript:x", "//evil.example", "/\\evil.example",
        "\\\\evil.example", "file:///etc/passwd",
    ]
)
func harmfulAddresses(address: String) {
    #expect(!SafeURL.isHarmless(address))
    #expect(("<a href=\"\(url: address)\">" as HTML).text == "<a href=\"#\">")
}

@Test(
    "paths of ours and ordinary addresses are linked",
    arguments: [
        "/cases?q=a:b", "#main", "", "cases/1", "https://a.example/?x=1", "mailto:a@b.example", "tel:+84",
    ]
)
func harmlessAddresses(address: String) { #expect(SafeURL.isHarmless(address)) }

@Test("ids go into addresses percent-encoded, so that they cannot change the path")
func pathsAreEncoded() {
    #expect(ConsolePath.website("a/../b?c") == "/websites/a%2F..%2Fb%3Fc")
    #expect(
        ConsolePath.query("/cases", [("q", "đô lương"), ("state", nil), ("sort", "")])
            == "/cases?q=%C4%91%C3%B4%20l%C6%B0%C6%A1ng"
    )
    #expect(ConsolePath.query("/cases", []) == "/cases")
}

@Test("a list's address keeps words, filters and order, and turns the order when asked twice")
func listAddresses() {
    var query = ListQuery(
        path: "/websites",
        search: "vinh",
        filters: [("state", "incident"), ("unit", "")],
        sort: "name"
    )
    #expect(query.address() == "/websites?q=vinh&state=incident&sort=name")
    query.isDescending = true
    #expect(query.address(cursor: "x") == "/websites?q=vinh&state=incident&sort=-name&cursor=x")
}
