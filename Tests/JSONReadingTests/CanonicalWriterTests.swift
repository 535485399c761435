import JSONReading
import Testing

private func canonical(_ text: String) throws -> String {
    let document = try JSONDocument(Array(text.utf8))
    var output: [UInt8] = []
    CanonicalWriter().write(document.root, to: &output)
    return String(decoding: output, as: UTF8.self)
}

@Test("the example of RFC 8785 comes out as it stands there")
func exampleOfTheRFC() throws {
    let text = #"""
        { "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
          "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false] }
        """#
    // The RFC rounds the first number to 333333333.3333333; here it keeps its digits.
    #expect(
        try canonical(text)
            == #"{"literals":[null,true,false],"numbers":[333333333.33333329,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}"#
    )
}

@Test("names are sorted by UTF-16, as in section 3.2.3 of the RFC")
func sorting() throws {
    let text =
        #"{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew","1":"One","\ud83d\ude00":"Emoji","\u0080":"Control","\u00f6":"o"}"#
    let document = try JSONDocument(Array(try canonical(text).utf8))
    let values = document.root.members.map { $0.value.string }
    #expect(values == ["Carriage Return", "One", "Control", "o", "Euro Sign", "Emoji", "Hebrew"])
}

@Test(
    "names with long common beginnings are told apart beyond them, also beyond the middle of a character",
    arguments: [10, 47, 49, 300]
)
func longNames(count: Int) throws {
    let names = (0..<count).map { "tên_chung_rất_dài_\($0 * 7919 % 1000)_😀" }
    let text =
        "{" + names.map { "\"\($0)\":0" }.joined(separator: ",") + ",\"t\":{\"b\":1,\"a\":{\"d\":1,\"c\":2}}}"
    let document = try JSONDocument(Array(try canonical(text).utf8))
    let written = document.root.members.map { String(decoding: $0.name, as: UTF8.self) }
    #expect(written == (names + ["t"]).sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) })
    #expect(try canonical(text).contains(#""t":{"a":{"c":2,"d":1},"b":1}"#))
}

@Test(
    "numbers are written as ECMAScript writes them, with all their digits",
    arguments: [
        ("0", "0"), ("-0", "0"), ("-0.0", "0"), ("1.0", "1"), ("1e0", "1"), ("100", "100"), ("1E2", "100"),
        ("123456789012345678901", "123456789012345678901"),
        ("1234567890123456789012", "1.234567890123456789012e+21"), ("1e21", "1e+21"),
        ("1e20", "100000000000000000000"), ("0.000001", "0.000001"),
        ("0.0000001", "1e-7"), ("1.5e-7", "1.5e-7"), ("12.340", "12.34"), ("0.10", "0.1"), ("-1.50e1", "-15"),
        ("0.05", "0.05"),
        ("85.13", "85.13"), ("1e-400", "1e-400"), ("9007199254740993", "9007199254740993"),
        ("-12e-2", "-0.12"), ("0.0", "0"),
    ]
)
func numbers(written: String, expected: String) throws {
    #expect(try canonical(written) == expected)
}

@Test("what is canonical already stays as it is, whatever it is", arguments: 0..<300)
func canonicalIsStable(seed: UInt64) throws {
    var maker = RandomJSON(seed: seed)
    let text = maker.text()
    let once = try canonical(text)
    #expect(try canonical(once) == once)
}

@Test("every control character is escaped, and only what must be")
func escaping() throws {
    let text = (0..<0x80).map { "\\u00" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    let written = try canonical("\"\(text)\"")
    #expect(written.hasPrefix(#""\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e"#))
    #expect(written.hasSuffix("xyz{|}~\u{7f}\""))
    let again = try JSONDocument(Array(written.utf8))
    #expect(again.root.count == 0x80)
}
