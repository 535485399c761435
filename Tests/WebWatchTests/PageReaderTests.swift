import HTMLParsing
import Testing
import Timekeeping

@testable import WebWatch

@Test("addresses are resolved by the base element, as browsers do")
func baseElement() throws {
    let page = try facts("<base href='https://mot.lab/x/'><a href=y>y</a><a href=https://xa-mau.test/z>z</a>")
    // a relative link is counted as the page's own without being parsed, unless it has a scheme or names a
    // host
    #expect(page.links.map(\.address.href) == ["https://mot.lab/x/y"])
}

@Test("what is quoted names the place by id, class and element")
func places() throws {
    let page = try facts(
        "<div><ul id=k class='a b c'><li class='m n o'><a href=https://mot.lab/>x</a></ul></div>"
    )
    #expect(page.links.map(\.place) == ["ul#k > li.m.n > a"])
    let comment = try facts("<div class=q><!-- <a href=https://mot.lab/>x</a> --></div>")
    #expect(comment.comments.map(\.place) == ["html > body > div.q > comment()"])
}

@Test("title and description are one line, and the first of several counts")
func titleAndDescription() throws {
    let page = try facts(
        "<title> Xã\n Mẫu </title><title>hai</title><meta name=description content='m&#x1ED9;t'><meta name=description content=hai>"
    )
    #expect(page.title == "Xã Mẫu")
    #expect(page.description == "một")
}

@Test("images are the website's own, without query")
func images() throws {
    let page = try facts(
        "<img src=/a.png?v=1><img src=https://mot.lab/b.png><img src=data:image/png;base64,AA><img>"
    )
    #expect(page.images == ["https://xa-mau.test/a.png"])
}

@Test("the address of the page may be anything")
func oddAddress() throws {
    let page = try facts("<a href=https://mot.lab/>x</a>", url: "không phải địa chỉ")
    #expect(page.url == "không phải địa chỉ")
    #expect(page.links.count == 1)
}

@Test("a baseline holds the sets that the page shows")
func baselineOfPage() throws {
    let page = try facts(
        """
        <title>T</title><link rel=canonical href=/c><script src=/a.js?v=1></script><script>go()</script>
        <iframe src=https://mot.lab/f?x></iframe><a href=https://hai.lab/>x</a><!-- <a href=https://ba.lab/> -->
        <p>Chịu trách nhiệm: Mẫu
        """
    )
    let baseline = page.baseline(at: Instant(secondsSince1970: 5))
    #expect(baseline.title == "T" && baseline.takenAt == Instant(secondsSince1970: 5))
    #expect(baseline.canonicalHosts == ["xa-mau.test"])
    #expect(baseline.scripts == ["https://xa-mau.test/a.js"] && baseline.inlineScripts.count == 1)
    #expect(baseline.frames == ["https://mot.lab/f"])
    #expect(baseline.linkHosts == ["hai.lab"] && baseline.commentHosts == ["ba.lab"])
    #expect(baseline.mandatoryLines == [.responsible])
}

@Test("hosts are own, trusted or foreign by their domains")
func scope() {
    let scope = SiteScope(host: "xa-mau.nghean.gov.vn", trusted: ["gov.vn", "google.com"])
    for (host, owner) in [
        ("xa-mau.nghean.gov.vn", SiteScope.Owner.own), ("nghean.gov.vn", .own), ("", .own),
        ("hatinh.gov.vn", .trusted),
        ("maps.google.com", .trusted), ("google.com.evil.lab", .foreign), ("notgoogle.com", .foreign),
        ("vn", .foreign),
    ] {
        #expect(scope.owner(of: host) == owner, "\(host)")
    }
}

@Test("the signature of a page leaves out numbers, hidden text and the title")
func signature() throws {
    let long =
        "Bộ phận một cửa tiếp nhận và trả kết quả thủ tục hành chính vào các ngày trong tuần tại trụ sở"
    func shingles(_ html: String) throws -> ShingleSignature { try facts(html).shingles }
    let plain = try shingles("<p>\(long)")
    #expect(plain.hashes.count > ShingleSignature.shinglesMin)
    #expect(try shingles("<title>x</title><p>\(long) 12345<b hidden>ẩn đi</b>") == plain)
    #expect(try shingles("<p>\(long.uppercased())") == plain)
    #expect(try shingles("<p>khác") != plain)
}

@Test("a long text's sketch is that of all its hashes")
func sketch() {
    var sketch = ShingleSketch()
    let hashes = (0..<20_000).map { StableHash.of("\($0 % 7_000)") }
    for hash in hashes { sketch.add(hash) }
    #expect(ShingleSignature(hashes: sketch.hashes) == ShingleSignature(hashes: hashes))
}
