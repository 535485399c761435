import Testing

@testable import API

private func read(_ text: String) throws -> JSON { try JSONReader.read(Array(text.utf8)) }

private func problem(_ bytes: [UInt8]) -> JSONReader.Problem? {
    do throws(JSONReader.Problem) {
        _ = try JSONReader.read(bytes)
        return nil
    } catch { return error }
}

private func problem(_ text: String) -> JSONReader.Problem? { problem(Array(text.utf8)) }

@Test(
    "what RFC 8259 allows is read",
    arguments: [
        ("[]", []), ("{}", .object([])), (" [ 1 , 2 ] ", [1, 2]), ("null", nil), ("true", true),
        ("false", false),
        ("\"\"", ""), ("-0", 0), ("123", 123), ("-9223372036854775808", .integer(.min)),
        ("1.5", .number(1.5)),
        ("1E2", 100), ("1e-2", .number(0.01)), ("1.0", 1), ("\t\r\n{\"a\":[{}]}\n", ["a": [.object([])]]),
        ("[[[[]]]]", [[[[]]]]), ("9223372036854775808", .number(9_223_372_036_854_775_808)),
        ("\"\\u0060\\u012a\\u12AB\"", "\u{60}\u{12A}\u{12AB}"), ("\"\\uD801\\udc37\"", "\u{10437}"),
        ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\u{8}\u{C}\n\r\t"), ("\"\u{7F}\u{2028}\"", "\u{7F}\u{2028}"),
        ("\"Nghệ An\"", "Nghệ An"), ("{\"\":0}", ["": 0]), ("\"\\u0000\"", "\0"),
    ] as [(String, JSON)]
)
func allowed(text: String, value: JSON) throws {
    #expect(try read(text) == value)
}

@Test(
    "what RFC 8259 does not allow is refused",
    arguments: [
        "", " ", "[", "]", "{", "[1,]", "[,1]", "[1,,2]", "[1 2]", "[1", "{\"a\":1,}", "{,}", "{\"a\"}",
        "{\"a\":}",
        "{a:1}", "{'a':1}", "{1:1}", "{\"a\" 1}", "{\"a\":1 \"b\":2}", "[1]]", "{}{}", "1 2", "tru", "TRUE",
        "True",
        "nul", "NaN", "Infinity", "-Infinity", "-", "+1", "01", "-01", "00", ".5", "5.", "1.e1", "1e", "1e+",
        "0x1",
        "1_000", "1,5", "--1", "\"", "\"a", "\"\\x\"", "\"\\u12\"", "\"\\u12G4\"", "\"\\\"", "\"\t\"",
        "\"\n\"",
        "\"\u{0}\"", "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\\udc00\"", "\"\\ud800x\"", "'a'",
        "[\"a\",\n4\n,1,",
        "/* */1", "// 1\n1", "\u{FEFF}{}", "[1]x", "\u{A0}1", "1e999", "-1e999", "\u{C}1", "[\"\\u００００\"]",
    ]
)
func refused(text: String) {
    #expect(problem(text) != nil, "\(text)")
}

@Test(
    "bytes that are not UTF-8 are refused",
    arguments: [
        [0xFF], [0x22, 0xFF, 0x22], [0x22, 0xC0, 0xAF, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
        [0x22, 0xE1, 0xBB, 0x22], [0xFF, 0xFE, 0x5B, 0x00], [0x22, 0xF4, 0xBF, 0xBF, 0xBF, 0x22],
    ] as [[UInt8]]
)
func notUTF8(bytes: [UInt8]) { #expect(problem(bytes) != nil) }

@Test("a malformed text is told with the place of its first wrong byte")
func placeOfFault() {
    #expect(problem("[1,x]") == .malformed(byte: 3))
    #expect(problem("{\"a\":tru}") == .malformed(byte: 5))
    #expect(problem("[1] 2") == .malformed(byte: 4))
}

@Test("depth and number of values have limits, and nothing as deep as a hostile text is walked down")
func limits() {
    let deepest =
        String(repeating: "[", count: JSONReader.depthMax)
        + String(repeating: "]", count: JSONReader.depthMax)
    #expect(problem(deepest) == nil)
    #expect(problem("[" + deepest + "]") == .tooDeep)
    #expect(problem(String(repeating: "[", count: 200_000)) == .tooDeep)
    #expect(problem(String(repeating: "{\"a\":", count: 200_000)) == .tooDeep)
    let most = "[" + Array(repeating: "0", count: JSONReader.valuesMax - 1).joined(separator: ",") + "]"
    #expect(problem(most) == nil)
    #expect(problem("[0," + most.dropFirst()) == .tooManyValues)
}

@Test("a name that stands twice in one object is refused, also when one is escaped")
func nameTwice() throws {
    #expect(problem("{\"a\":1,\"a\":2}") == .nameTwice("a"))
    #expect(problem("{\"a\":1,\"\\u0061\":2}") == .nameTwice("a"))
    #expect(try read("{\"a\":{\"a\":1}}") == ["a": ["a": 1]])
    let composed = "{\"\u{1EC7}\":1,\"e\u{323}\u{302}\":2}"
    #expect(problem(composed) == .nameTwice("\u{1EC7}"), "also in two forms of Unicode")
}

@Test("whatever is written is read back as it was")
func roundTrip() throws {
    let value: JSON = [
        "text": "Xã \"Đô Lương\" \\ \u{1}\n\u{1F600}", "list": [1, -2, nil, true, false, [], .number(0.1)],
        "empty": .object([]), "large": .integer(.max), "small": .number(1e-300), "": "",
    ]
    #expect(try JSONReader.read(value.bytes) == value)
    #expect(String(decoding: value.bytes, as: UTF8.self).contains("\\u0001\\n"))
}

@Test("a number that JSON cannot say is written as null")
func unsayable() {
    #expect(
        JSON([.number(.infinity), .number(.nan)].map { ("n", $0) }).bytes
            == Array("{\"n\":null,\"n\":null}".utf8)
    )
}

@Test("bytes changed at random never trap the reader")
func randomBytes() {
    var state: UInt64 = 42
    func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 33
    }
    let start = Array("{\"a\":[1,2.5e3,\"\\u00e1\\ud83d\\ude00\",null,true,{\"b\":\"Nghệ\"}]}".utf8)
    for _ in 0..<20_000 {
        var bytes = start
        for _ in 0...(next() % 4) { bytes[Int(next()) % bytes.count] = UInt8(truncatingIfNeeded: next()) }
        if let value = try? JSONReader.read(bytes) { #expect((try? JSONReader.read(value.bytes)) == value) }
    }
}
