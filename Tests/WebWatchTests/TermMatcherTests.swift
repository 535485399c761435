import Foundation
import Testing

@testable import WebWatch

private func hits(
    _ text: String,
    _ terms: [String] = ["cá cược", "cá độ", "lô đề", "nợ hụi", "tài xỉu online"]
) -> [String] {
    var folded = FoldedText()
    var text = text
    text.withUTF8 { folded.append($0, .text) }
    let matcher = TermMatcher(terms.map { Term(.gambling, $0) })
    return matcher.hits(in: folded).map { folded.text($0.range) }
}

@Test(
    "a term is found with its marks or with none, in any case and encoding",
    arguments: [
        "cá cược", "CÁ CƯỢC", "ca cuoc", "Cá Cược".decomposedStringWithCanonicalMapping, "xem cá cược!",
        "(cá  cược)",
        "cá\ncược", "cá-cược", "cá_cược", "cácược", "cacuoc",
    ]
)
func termFound(text: String) {
    #expect(hits(text).count == 1)
}

@Test(
    "signs and invisible characters between letters are undone",
    arguments: [
        "c.á c.ư.ợ.c", "c-á-c-ư-ợ-c", "c_á c*ư*ợ*c", "cá\u{200B} c\u{200D}ược", "cá c\u{00AD}ược",
        "c•á•c•ư•ợ•c",
        "ｃá 𝐜ược", "сá сược", "t.à.i x.ỉ.u o.n.l.i.n.e", "l.ô đ.ề",
    ]
)
func termUndisguised(text: String) {
    #expect(hits(text).count == 1)
}

@Test(
    "words that only fold to the same letters are left alone",
    arguments: [
        "cả độ tuổi", "ca dao", "lò đê", "lo đề án", "cô bác", "cá đô thị", "cà cuốc", "cạ cước", "lõ dê",
        "nỡ hủi",
        "cá, đỏ", "xcá cượcx", "lode runner", "acacuoc", "cá độc", "ca cược", "lồ đê",
    ]
)
func termLookalikes(text: String) {
    #expect(hits(text).isEmpty)
}

@Test("the mark of a tone may stand on either vowel")
func termTonePlacement() {
    #expect(hits("cơ hoà", ["cơ hòa"]).count == 1)
    #expect(hits("thuý kiều", ["thúy kiều"]).count == 1)
}

@Test("the longest term at a place is the one that is told")
func termLongestTerm() {
    #expect(hits("tài xỉu online", ["tài xỉu online", "xỉu online"]) == ["tài xỉu online"])
    #expect(hits("nổ hũ nổ hũ", ["nổ hũ"]).count == 2)
}

@Test("inline elements do not break a word, blocks do")
func termElements() throws {
    func found(_ html: String) throws -> Int {
        let page = try facts(html)
        return TermMatcher([Term(.gambling, "cá cược")]).hits(in: page.text).count
    }
    #expect(try found("c<i></i>á <b>c</b>ượ<span>c</span>") == 1)
    #expect(try found("<ul><li>cá</li><li>cược</li></ul>") == 0)
    #expect(try found("cá<br>cược") == 0)
    #expect(try found("<p>xã</p>cá cược<div>tin</div>") == 1)
    #expect(try found("<script>cá cược</script><style>cá cược</style><!-- cá cược -->") == 0)
}

@Test("a page of nothing but spam meets the limit on hits")
func termManyHits() {
    #expect(hits(String(repeating: "cá cược ", count: 10_000)).count == TermMatcher.hitsMax)
}

@Test("any bytes are scanned without a trap")
func termAnyBytes() {
    var generator = SystemRandomNumberGenerator()
    let pieces = Array("cá cược.-_*\u{200B}đề\n 𝐜ｃс".utf8)
    for _ in 0..<3_000 {
        var folded = FoldedText()
        let bytes = (0..<60).map { _ in
            Bool.random(using: &generator)
                ? pieces.randomElement(using: &generator) ?? 0 : UInt8.random(in: 0...255, using: &generator)
        }
        bytes.withUnsafeBufferPointer { folded.append($0, .text) }
        folded.endBlock()
        for hit in TermMatcher.standard.hits(in: folded) {
            _ = folded.passage(hit.range)
            _ = folded.text(hit.range)
        }
    }
}

@Test("the list that comes with Sen is read whole and has every category")
func termStandardList() throws {
    let lines = String(decoding: PackageResources.terms_txt, as: UTF8.self).split(separator: "\n")
    let wanted = lines.count { !$0.hasPrefix("#") && !$0.allSatisfy(\.isWhitespace) }
    #expect(Term.standard.count == wanted && wanted > 150)
    #expect(Set(Term.standard.map(\.category)) == Set(Term.Category.allCases))
    #expect(Set(Term.standard.map(\.text)).count == wanted, "a term stands twice")
    for term in Term.standard { #expect(hits(term.text, [term.text]) == [term.text], "\(term.text)") }
}

@Test("a bad line of a list is named by its number")
func termBadLists() {
    for (text, line) in [
        ("gambling strong", 1), ("# a\n\nvice strong nổ hũ", 3), ("gambling loud nổ hũ", 1),
        ("gambling weak ab", 1),
    ] {
        let error = #expect(throws: TermListError.self) { try Term.list(text) }
        #expect(error?.line == line)
    }
    #expect(throws: Never.self) { try Term.list("gambling weak nổ hũ # lời chú\n") }
}
