import Datasets
import Testing

/// Texts that have a format and texts that have not, beyond those of the suite.
private let cases: [(format: String, good: [String], bad: [String])] = [
    (
        "date", ["2024-02-29", "0000-01-01"],
        ["2023-02-29", "24/11/2026", "2026-11-24T", "2026-1-24", "２026-11-24"]
    ),
    (
        "time", ["23:59:60Z", "06:59:60+07:00", "08:30:00.5-00:00"],
        ["24:00:00Z", "08:30:00", "08:30Z", "08:30:00.Z", "08:30:60Z", "08:30:00+7:00"]
    ),
    (
        "date-time", ["2026-11-24T08:30:00+07:00", "2026-11-24t01:30:00z"],
        ["2026-11-24 08:30:00Z", "2026-11-24T08:30:00", "2026-02-30T00:00:00Z"]
    ),
    (
        "duration", ["P1Y", "P1Y2M3DT4H5M6S", "PT1M", "P3W"],
        ["P", "PT", "P1W1D", "P1D1Y", "1D", "P1.5D", "PT1H3S", "P1S"]
    ),
    (
        "email",
        ["van.thu@nghean.gov.vn", "\\\"a b\\\"@x.vn", "a@localhost", "a@[IPv6:::1]", "a@[10.0.0.1]"],
        ["a@", "@x.vn", "a..b@x.vn", "a@x..vn", "a@-x.vn", "văn@x.vn", "a@b@x.vn", "a@[10.0.0.256]"]
    ),
    ("idn-email", ["vănthư@nghệan.vn", "a@x.vn"], ["văn thư@x.vn", "@nghệan.vn", "a@nghệ_an.vn"]),
    (
        "hostname", ["www.nghean.gov.vn", "a", "1.2", "xn--bcher-kva.vn"],
        ["", "-a", "a-", "a..b", "a_b", "nghệan.vn", "xn--x", "xn--a-ecp.example.xn--"]
    ),
    (
        "idn-hostname", ["nghệan.vn", "www.nghean.gov.vn", "nghệan。vn", "א1.com"],
        ["nghệ an.vn", "_x.vn", "a..b", "nghe\\u0323\\u0302an.vn", "ab--cd", "א0٠"]
    ),
    (
        "ipv4", ["0.0.0.0", "255.255.255.255"],
        ["256.0.0.1", "1.2.3", "01.2.3.4", "1.2.3.4 ", "1.2.3.4.5", "1..2.3"]
    ),
    (
        "ipv6",
        [
            "::", "::1", "1::", "2001:db8:0:0:0:0:0:1", "::ffff:1.2.3.4", "1:2:3:4:5:6:1.2.3.4",
            "1:2:3:4:5:6:7::",
        ],
        [
            ":", ":::", "1", "1:2:3:4:5:6:7:8:9", "::1::", "12345::", "1:2:3:4:5:6:7:1.2.3.4", "::1%eth0",
            "1:2:3:4:5:6:7:8::",
        ]
    ),
    (
        "uri", ["https://nghean.gov.vn/tin?a=b#c", "urn:a:b", "a:", "http://[::1]:80/", "http://a:"],
        [
            "/tin", "https://nghệan.vn", "http://a b", "http://[::1", "http://a:b@c:d", "http://[::1]x",
            "a:#b#c", "http://%zz",
        ]
    ),
    (
        "uri-reference", ["", "/a", "?b", "#c", "//d", "../e", "a/b:c"],
        ["a b", "%", "a:b c", "\\\\\\\\x", "1a:b"]
    ),
    ("iri", ["https://nghệan.vn/tin-tức?số=1", "a:ệ"], ["/tin-tức", "https://a/\\uE000", "https://[ệ]"]),
    ("iri-reference", ["/tin-tức", "", "?\\uE000"], ["a ệ", "#\\uE000"]),
    (
        "uri-template", ["/xa/{code}{?year,month*}", "{+a}", "{a:3}", "ệ"],
        ["{", "}", "{a", "{a b}", "{a:0}", "{a:10000}", "%4", "<a>", "{?}"]
    ),
    ("json-pointer", ["", "/", "/a~0~1"], ["a", "/~", "/~2", "#/a"]),
    ("relative-json-pointer", ["0", "1/a", "10#"], ["", "01", "-1", "/a", "1##", "1a"]),
    ("regex", ["^a$", "", "[\\\\d]"], ["(", "\\\\a", "a**"]),
    (
        "uuid", ["018f3c7e-5b1a-7c22-9d0e-3f6a1b2c4d5e", "00000000-0000-0000-0000-000000000000"],
        [
            "018f3c7e5b1a7c229d0e3f6a1b2c4d5e", "", "g18f3c7e-5b1a-7c22-9d0e-3f6a1b2c4d5e",
            "018f3c7e-5b1a-7c22-9d0e-3f6a1b2c4d5",
        ]
    ),
]

@Test("each format takes what it should and refuses what it should", arguments: cases.map(\.format))
func formats(name: String) throws {
    let example = try #require(cases.first { $0.format == name })
    let checking = try Checking(#"{"format":"\#(name)"}"#)
    for text in example.good { #expect(try checking.isValid("\"\(text)\""), "\(name) should take \(text)") }
    for text in example.bad { #expect(try !checking.isValid("\"\(text)\""), "\(name) should refuse \(text)") }
    #expect(try checking.isValid("1"))
    let issue = try #require(try checking.issues("\"\(example.bad[0])\"").first)
    #expect(issue.code == "schema.format")
    #expect(issue.vietnamese.hasPrefix("Bản ghi: phải là "))
    #expect(issue.english.hasPrefix("The record: must be a"))
}

@Test("random bytes of text never do more than fail, whatever the format", arguments: cases.map(\.format))
func randomTexts(name: String) throws {
    let checking = try Checking(#"{"format":"\#(name)"}"#)
    var state: UInt64 = 7
    let pieces = [
        "a", "1", ":", "/", "@", "[", "]", ".", "-", "ệ", "%", "{", "}", "xn--", "😀", "\\u0000", "~", "P",
        "T", "Z", "٠", "א", "+", "#",
    ]
    for _ in 0..<300 {
        var text = ""
        for _ in 0..<12 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            text += pieces[Int(state >> 33) % pieces.count]
        }
        _ = try checking.isValid("\"\(text)\"")
    }
}
