import HTMLParsing
import Testing

/// How the link that holds `x` is hidden.
private func way(_ html: String) throws -> Concealment.Way? {
    let document = try Document(Array(html.utf8), contentType: "text/html; charset=utf-8")
    let concealment = Concealment(document)
    let link = try #require((0..<document.count).first { document[$0].tag == .a })
    return concealment.way(at: link)
}

@Test(
    "each way to hide by an inline style is seen on the link and on what is around it",
    arguments: [
        ("display:none", Concealment.Way.display), ("DISPLAY : NONE !important", .display),
        ("visibility:hidden", .visibility), ("visibility: collapse", .visibility), ("opacity:0", .opacity),
        ("opacity: 0.01", .opacity), ("opacity:1%", .opacity), ("filter: opacity(0)", .opacity),
        ("position:absolute;left:-9999px", .offScreen), ("position:fixed; top:-2000px", .offScreen),
        ("position:absolute;left:-200%", .offScreen), ("position:relative;right:-100em", .offScreen),
        ("margin-left:-5000px", .offScreen), ("margin:0 0 0 -9999px", .offScreen),
        ("transform:translateX(-9999px)", .offScreen), ("transform: scale(0)", .scale),
        ("font-size:0", .fontSize), ("font-size:1px", .fontSize), ("font-size:0.1em", .fontSize),
        ("text-indent:-9999px", .indent), ("clip:rect(0,0,0,0);position:absolute", .clip),
        ("clip: rect(1px 1px 1px 1px)", .clip), ("clip-path:inset(100%)", .clip),
        ("clip-path:circle(0)", .clip),
        ("height:0;overflow:hidden", .size), ("width:1px;height:1px;overflow:hidden", .size),
        ("max-height:0;overflow-y:hidden", .size), ("color:#fff", .colour),
        ("color:white;background:#FFFFFF", .colour),
        ("background:url(a;b.png) #fefefe;color:#fdfdfd", .colour), ("color:transparent", .colour),
        ("color:rgba(0,0,0,0)", .colour), ("color:#00000000", .colour),
    ]
)
func inlineStyles(style: String, expected: Concealment.Way) throws {
    #expect(try way("<p><a href=//x.lab style=\"\(style)\">x</a>") == expected)
    guard expected != .colour else { return }
    #expect(try way("<div style='\(style)'><ul><li><a href=//x.lab>x</a></ul></div>") == expected)
    #expect(try way("<style>.k{\(style)}</style><div class='a k'><a href=//x.lab>x</a></div>") == expected)
}

@Test(
    "what can be seen is not called hidden",
    arguments: [
        "<a href=x>x", "<div style='display:block;opacity:.9;left:-10px;font-size:11px'><a href=x>x",
        "<div style='height:0'><a href=x>x", "<div style='text-indent:-2em'><a href=x>x",
        "<div style='color:#fff;background:#c00'><a href=x style='color:#fff'>x",
        "<div style='color:#fff'><a href=x>x",
        "<div style='visibility:hidden'><a href=x style='visibility:visible'>x",
        "<style>.k{display:none} .k.open{display:block}</style><div class='k open'><a href=x>x",
        "<style>.k{display:none}</style><div class=k style='display:block'><a href=x>x",
        "<style>a:hover,a::before,.k:has(b){display:none}</style><a href=x class=k>x",
        "<style>@media print{a{display:none}} @font-face{src:url(a)} /* a{display:none} */</style><a href=x>x",
        "<style>@keyframes f{from{opacity:0}} .f{color:red}</style><a href=x class=f>x",
        "<style>div>a{display:none}</style><div><b><a href=x>x",
        "<style>a:not(.k){display:none}</style><a href=x class=k>x",
        "<marquee width=300 height=40><a href=x>x", "<div hidden style='display:block'><a href=x>x",
        "<div style='font-size:0'><span style='font-size:16px'><b></b></span></div><a href=x>x",
    ]
)
func visible(html: String) throws {
    #expect(try way(html) == nil)
}

@Test(
    "selectors, attributes and the usual script line hide too",
    arguments: [
        ("<style>#k{display:none}</style><div id=k><a href=x>x", Concealment.Way.display),
        (
            "<style>ul > li.a ~ li a[href^='//']{display:none}</style><ul><li class=a><li><a href=//x>x",
            .display
        ),
        ("<style>DIV.K{} DIV{display:none}</style><div><a href=x>x", .display),
        ("<style>a[rel~=k][href$='.lab']{display:none}</style><a rel='j k' href=//x.lab>x", .display),
        ("<style>[data-k*=b]{display:none}</style><div data-k=abc><a href=x>x", .display),
        ("<style>li:first-child{display:none}</style><ul><li><a href=x>x", .display),
        (
            "<style>@media (min-width:1px){@supports (a:b){.k{display:none}}}</style><p class=k><a href=x>x",
            .display
        ),
        ("<style><!-- .k{display:none} --></style><p class=k><a href=x>x", .display),
        ("<style>.k{display:none!important}</style><div class=k style='display:block'><a href=x>x", .display),
        ("<style>#i .k{display:none} .k{display:block}</style><div id=i><p class=k><a href=x>x", .display),
        ("<div hidden><a href=x>x", .attribute), ("<dialog><a href=x>x", .attribute),
        ("<marquee width=1 height=1 scrollamount=9000><a href=x>x", .marquee),
        ("<marquee style='height:1px;overflow:hidden'><a href=x>x", .size),
        ("<body bgcolor=#EEEEEE><a href=x><font>y</font></a>", nil as Concealment.Way?),
        (
            "<div id=k><a href=x>x</div><script>document.getElementById('k').style.display='none';</script>",
            .display
        ),
        (
            "<script>document.getElementById( \"k\" ).style.visibility = \"hidden\"</script><p id=k><a href=x>x",
            .visibility
        ),
    ]
)
func otherWays(html: String, expected: Concealment.Way?) throws {
    #expect(try way(html) == expected)
}

@Test("white letters are only a guess when nobody said what is behind them")
func guessedBackground() throws {
    for (html, expected) in [
        ("<a href=x style='color:#fff'>x", true),
        ("<body style='background:#fff'><a href=x style='color:#fff'>x", false),
        ("<a href=x style='color:transparent'>x", false),
        ("<a href=x style='color:#fff;display:none'>x", false),
    ] {
        let document = try Document(Array(html.utf8), contentType: "text/html; charset=utf-8")
        let link = try #require((0..<document.count).first { document[$0].tag == .a })
        #expect(Concealment(document).isGuess(at: link) == expected, "\(html)")
    }
}

@Test("a style sheet made to be slow runs out of steps and costs little")
func slowSheet() throws {
    let selector = String(repeating: "div ~ div ", count: 5) + ".x"
    let html =
        "<style>" + String(repeating: "\(selector){display:none}", count: 4_000) + "</style>"
        + String(repeating: "<div></div>", count: 5_000) + "<div><a class=x href=x>x</a></div>"
    let clock = ContinuousClock()
    let took = try clock.measure { _ = try way(html) }
    #expect(took < .seconds(20))
}

@Test("random style sheets never trap")
func anySheet() throws {
    var generator = SystemRandomNumberGenerator()
    let pieces = [
        "a", "{", "}", ":", ";", "@media", "(", ")", "[", "]", "=", "'", "\"", "/*", "*/", "#", ".", ",", ">",
        "-", "9",
        "px", "rgb(", "display:none", "color:#", "!important", " ", "\\", "é", "<!--", "-->", ":not(",
        "inset(", "e999",
        "99999999999999999999999999999999999999", "clip:rect(", "%", "*", "~", "+", "|",
    ]
    for _ in 0..<3_000 {
        let sheet = (0..<30).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
        let html = "<style>\(sheet)</style><p class=a style='\(sheet)'></p><a href=x>x</a>"
        _ = Concealment(try Document(Array(html.utf8)))
    }
}
