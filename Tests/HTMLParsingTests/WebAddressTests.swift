import Foundation
import HTMLParsing
import Testing

private let vectors = Oracle.path("web/urltestdata.json")

@Test(
    "the URL standard's cases pass in 99 of 100",
    .enabled(if: Oracle.has("web/urltestdata.json"), "no URL cases on this machine")
)
func urlStandard() throws {
    struct Vector: Decodable {
        var input: String
        var base: String?
        var failure: Bool?
        var href, hostname, port, pathname, search, hash, username: String?
    }
    struct Entry: Decodable {
        var vector: Vector?
        init(from decoder: any Decoder) throws { vector = try? Vector(from: decoder) }
    }
    let data = try Data(contentsOf: URL(filePath: vectors))
    let cases = try JSONDecoder().decode([Entry].self, from: data).compactMap(\.vector)
    var wrong: [String] = []
    for test in cases {
        if let base = test.base, WebAddress(base) == nil, test.failure == true { continue }
        let address = AddressParser(base: test.base).parse(test.input)
        let isRight =
            if test.failure == true { address == nil } else {
                address?.href == test.href && address?.host == test.hostname && address?.path == test.pathname
                    && address?.username == test.username && address?.port == test.port.flatMap(Int.init)
                    && (address?.query).map { $0.isEmpty ? "" : "?" + $0 } ?? "" == test.search
                    && (address?.fragment).map { $0.isEmpty ? "" : "#" + $0 } ?? "" == test.hash
            }
        if !isRight { wrong.append("\(test.input) on \(test.base ?? "-"): \(String(describing: address))") }
    }
    #expect(cases.count > 500)
    let share = 1 - Double(wrong.count) / Double(max(cases.count, 1))
    #expect(share >= 0.99, "\(cases.count - wrong.count) of \(cases.count); \(wrong.joined(separator: "\n"))")
    Attachment.record("\(cases.count - wrong.count) of \(cases.count)", named: "url.txt")
}

@Test("relative addresses resolve against the base, and international names become punycode")
func resolves() throws {
    let parser = AddressParser(base: "https://xa-mau.test/tin/bai.html?x=1")
    #expect(parser.parse("../anh/a b.png")?.href == "https://xa-mau.test/anh/a%20b.png")
    #expect(parser.parse("//CDN.lab:443/x")?.href == "https://cdn.lab/x")
    #expect(parser.parse("http:\\\\nhà-cái.lab\\x")?.host == "xn--nh-ci-sqaj.lab")
    #expect(parser.parse("?v=2#top")?.withoutQuery == "https://xa-mau.test/tin/bai.html")
    #expect(parser.parse("javascript:alert(1)")?.isWeb == false)
    #expect(parser.parse("https://[::1") == nil)
    parser.setBase(Array("/goc/".utf8))
    #expect(parser.parse("a")?.href == "https://xa-mau.test/goc/a")
    #expect(parser.parse("")?.href == "https://xa-mau.test/goc/")
    #expect(WebAddress("no address") == nil)
    #expect(parser.parse(String(repeating: "a", count: 100_000)) == nil)
}
