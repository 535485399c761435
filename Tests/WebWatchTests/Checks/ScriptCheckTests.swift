import HTMLParsing
import Testing

@testable import WebWatch

private func scripts(_ head: String, before: String? = page()) throws -> [Finding] {
    ScriptCheck.findings(in: try inspect(page(head: head), before: before))
}

@Test("a script from a new foreign host is critical against a baseline and information without one")
func scriptNewHost() throws {
    let script = "<script src=https://mot.lab/x.js?v=1></script>"
    #expect(try scripts(script).map(\.severity) == [.critical])
    #expect(try scripts(script).first?.evidence.first?.value == "mot.lab")
    #expect(try scripts(script, before: nil).map(\.severity) == [.information])
    #expect(try scripts(script, before: page(head: script.replacing("v=1", with: "v=2"))).isEmpty)
}

@Test("another file of a known host, an own file or a trusted service is information")
func scriptKnownHosts() throws {
    let known = page(head: "<script src=https://mot.lab/x.js></script>")
    #expect(
        try scripts("<script src=https://mot.lab/y.js></script>", before: known).map(\.severity) == [
            .information
        ]
    )
    #expect(try scripts("<script src=/js/new.js></script>").map(\.severity) == [.information])
    let trusted = "<script src=https://www.googletagmanager.com/gtag/js></script>"
    #expect(try scripts(trusted).map(\.severity) == [.information])
    #expect(try scripts(trusted, before: nil).isEmpty)
}

@Test("an inline script is known again with other digits, tokens and white space")
func scriptInlineScripts() throws {
    func script(_ token: String, _ count: Int) -> String {
        "<script>var t='\(token)',n=\(count);\n  go(t)</script>"
    }
    let before = page(head: script("a1b2c3d4e5f60718", 7))
    #expect(try scripts(script("ZkQ9xT7vLr2mB81fP0sW", 99), before: before).isEmpty)
    #expect(try scripts("<script>go('khac')</script>", before: before).map(\.severity) == [.information])
    #expect(try scripts("<script type=application/ld+json>{\"a\":\"eval(atob(\"}</script>").isEmpty)
}

@Test(
    "packed scripts are told from readable ones",
    arguments: [
        ("eval(function(p,a,c,k,e,d){return p}('0',1,1,'',0,{}))", true),
        ("eval(atob('ZG9jdW1lbnQ='))", true), ("var _0x12ab=['a'];(function(_0x1,_0x2){})(_0x12ab,1)", true),
        ("eval(String.fromCharCode(1,2,3,4,5,6,7,8,9,10,11,12,13,14,15))", true),
        ("document.write(unescape('\(String(repeating: "%3C%61", count: 20))'))", true),
        ("function gio(){document.getElementById('gio').textContent=new Date()}", false),
        ("var json=JSON.parse('{}');eval(json.callback)", false),
        ("window.dataLayer=window.dataLayer||[];gtag('js',new Date())", false), ("", false),
    ]
)
func scriptObfuscation(script: String, expected: Bool) throws {
    let found = try scripts("<script>\(script)</script>")
    #expect(found.contains { $0.evidence.first?.reason == .obfuscatedScript } == expected)
    if expected { #expect(found.map(\.severity) == [.critical]) }
}

@Test(
    "a redirect that asks for the referer is critical at first sight",
    arguments: [
        "if(document.referrer.indexOf('google')>=0){window.location='https://mot.lab'}",
        "if(/bing|coccoc/i.test(document.referrer))location.replace(u)",
    ]
)
func scriptRefererRedirect(script: String) throws {
    let found = try scripts("<script>\(script)</script>", before: nil)
    #expect(found.map(\.severity) == [.critical])
    #expect(found.first?.evidence.first?.reason == .refererScript)
}

@Test("sending the referer to statistics is no redirect")
func scriptRefererForStatistics() throws {
    let script = "<script>var r=document.referrer;ga('send',r,location.pathname)</script>"
    #expect(try scripts(script, before: nil).isEmpty)
}
