import Foundation
import HTMLParsing
import Testing

@Test(
    "hosts of one agency share a domain, and those of two do not",
    arguments: [
        ("xa-mau.nghean.gov.vn", "nghean.gov.vn"), ("nghean.gov.vn", "nghean.gov.vn"), ("gov.vn", "gov.vn"),
        ("xamau.nghean.vn", "xamau.nghean.vn"), ("a.b.com.vn", "b.com.vn"),
        ("www.chinhphu.vn", "chinhphu.vn"),
        ("a.example.co.uk", "example.co.uk"), ("spam.blogspot.com", "spam.blogspot.com"),
        ("a.b.test", "b.test"),
        ("localhost", "localhost"), ("10.1.2.3", "10.1.2.3"), ("[::1]", "[::1]"), ("", ""),
        ("x.com.", "x.com"),
    ]
)
func registrable(host: String, domain: String) {
    #expect(RegistrableDomain.of(host) == domain)
}

@Test("a host belongs with its own subdomains and not with a neighbour's")
func sameDomain() {
    #expect(RegistrableDomain.areSame("www.xa-mau.nghean.gov.vn", "nghean.gov.vn"))
    #expect(!RegistrableDomain.areSame("nghean.gov.vn", "hatinh.gov.vn"))
    #expect(!RegistrableDomain.areSame("a.blogspot.com", "b.blogspot.com"))
}

private let vectors = Oracle.path("web/test_psl.txt")

@Test(
    "the public suffix list's own cases pass for the suffixes that are claimed",
    .enabled(if: Oracle.has("web/test_psl.txt"), "no public suffix cases on this machine")
)
func publicSuffixCases() throws {
    // Left out: wildcard rules and the city and school levels of other countries, which no link of ours turns
    // on.
    let notClaimed = [
        ".ck", ".kyoto.jp", ".kobe.jp", ".k12.ak.us", ".ak.us", ".uk.com", ".bd", ".mm", ".xn--55qx5d.cn",
        ".com.ac",
    ]
    var (right, left) = (0, 0)
    for line in try String(contentsOfFile: vectors, encoding: .utf8).split(separator: "\n") {
        guard let match = line.firstMatch(of: /^checkPublicSuffix\('([^']+)', '([^']+)'\)/) else { continue }
        let (host, domain) = (String(match.1), String(match.2))
        guard let ascii = WebAddress("https://\(host)/")?.host,
            !notClaimed.contains(where: { ascii.hasSuffix($0) })
        else {
            left += 1
            continue
        }
        let expected = WebAddress("https://\(domain)/")?.host
        #expect(RegistrableDomain.of(ascii) == expected, "\(host)")
        right += 1
    }
    #expect(right >= 20, "\(right) claimed, \(left) left out")
}
