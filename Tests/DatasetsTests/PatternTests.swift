import Language
import Testing

@testable import Datasets

private func matches(_ pattern: String, _ text: String) throws -> Bool {
    let compiled = try Pattern(pattern)
    var text = text
    return text.withUTF8 { PatternMatching().matches(compiled.code, $0) } == true
}

@Test(
    "expressions mean what ECMA-262 says",
    arguments: [
        (#"^\d$"#, "5", true), (#"^\d$"#, "৪", false), (#"^\D$"#, "৪", true), (#"^\w$"#, "é", false),
        (#"^\W$"#, "é", true), (#"^\w$"#, "_", true),
        (#"^\s$"#, "\u{A0}", true), (#"^\s$"#, "\u{FEFF}", true), (#"^\s$"#, "\u{2029}", true),
        (#"^\s$"#, "\u{85}", false), (#"^\S$"#, "\u{A0}", false),
        (#"^\S$"#, "\u{1}", true), (#"[^\s]"#, "\u{3000}", false), (#"[\S]"#, "\u{3000}", false),
        (#"^abc$"#, "abc\n", false), (#"^.$"#, "\u{2028}", false),
        (#"^.$"#, "\r", false), (#"^.$"#, "😀", true), (#"^[^]$"#, "\n", true), (#"[]"#, "a", false),
        (#"^\u{1F432}*$"#, "🐲🐲", true), (#"^🐲*$"#, "🐉", false),
        (#"^\uD83D\uDC32$"#, "🐲", true), (#"^\x41\t\v\f\cA\0$"#, "A\t\u{b}\u{c}\u{1}\0", true),
        (#"^\p{Letter}+$"#, "Việt", true), (#"^\p{L}+$"#, "a1", false),
        (#"^\p{digit}+$"#, "৪২", true), (#"^\P{Lu}$"#, "a", true), (#"^\p{Script=Greek}+$"#, "αβ", true),
        (#"^\p{sc=Greek}+$"#, "ab", false),
        (#"^\p{Uppercase}$"#, "Ệ", true), (#"^[\p{Lu}\d-]+$"#, "A-1", true), (#"^\p{Any}$"#, "😀", true),
        (#"^\p{Assigned}$"#, "a", true),
        (#"(?<y>\d{4})-\k<y>"#, "2020-2020", true), (#"(a)\1"#, "ab", false),
        (#"^(?:(a)|b)*\1$"#, "bb", true), (#"(?<=a)b"#, "ab", true), (#"(?<!a)b"#, "ab", false),
        (#"^a{2,3}?$"#, "aaaa", false), (#"^a{,3}$"#, "a{,3}", true), (#"^\-\_$"#, "-_", true),
        (#"^[a\-z]$"#, "-", true), (#"^[\w-]$"#, "-", true), (#"\bfoo\b"#, "a foo b", true),
        (#"^[\b]$"#, "\u{8}", true), (#"^a\/b$"#, "a/b", true), (#"^#x $"#, "#x ", true),
        (#"^[[:alpha:]]$"#, "a]", true), (#"^\uD83D$"#, "🐲", false), (#"a|"#, "", true),
        (#"^[0-9]{2}\.[0-9]{3}$"#, "40.001", true), (#"^[\u{0}-\u{10FFFF}]$"#, "ệ", true),
    ]
)
func meaning(pattern: String, text: String, expected: Bool) throws {
    #expect(try matches(pattern, text) == expected, "\(pattern) on \(text)")
}

@Test(
    "what is no expression of ECMA-262 is refused with its place",
    arguments: [
        ("(", PatternError.Kind.groupNotClosed, 0), ("a)", .groupNotOpened, 1), ("(?i)a", .groupUnknown, 0),
        ("(?>a)", .groupUnknown, 0), ("[a", .classNotClosed, 0),
        ("[z-a]", .rangeReversed, 1), ("*a", .nothingToRepeat, 0), ("a**", .nothingToRepeat, 2),
        ("a++", .nothingToRepeat, 2), ("^*", .nothingToRepeat, 1),
        ("a{3,1}", .repeatReversed, 1), (#"\a"#, .escape(#"\a"#), 0), (#"x\Z"#, .escape(#"\Z"#), 1),
        (#"\"#, .escape(#"\"#), 0), (#"\p{Foo}"#, .property("Foo"), 0),
        (#"\p{Latin}"#, .property("Latin"), 0), (#"\2(a)"#, .backReference("2"), 0),
        (#"\k<n>"#, .backReference("n"), 0), ("(?<a>x)(?<a>y)", .nameTwice("a"), 12), ("(?<1>x)", .name, 3),
        (#"\u{110000}"#, .escape(#"\u"#), 0), (#"\xg1"#, .escape(#"\x"#), 0), (#"\c1"#, .escape(#"\c"#), 0),
        (#"\01"#, .escape(#"\01"#), 0), ("(?<=a)*", .nothingToRepeat, 6),
    ]
)
func refused(pattern: String, kind: PatternError.Kind, offset: Int) throws {
    let error = try #require(throws: PatternError.self) { _ = try ECMAPattern(pattern, strict: false) }
    #expect(error == PatternError(kind: kind, offset: offset))
    #expect(error.text.vi != error.text.en)
}

@Test(
    "the format regex takes nothing that the flag u refuses",
    arguments: [
        (#"\-"#, false), ("a{", false), ("]", false), ("}", false), (#"[\d-z]"#, false), (#"[\-]"#, true),
        ("(?=a)*", false), (#"(?<=a+)b"#, true), (#"^\S(|(.|\n)*\S)\Z"#, false),
        ("a{1,99999999999999999999}", true), ("", true), (#"\p{Script=Han}"#, true), (#"\p{IsGreek}"#, false),
    ]
)
func strict(pattern: String, isValid: Bool) {
    #expect(((try? ECMAPattern(pattern, strict: true)) != nil) == isValid, "\(pattern)")
}

@Test("an expression that is too long or too deep is refused, not a crash")
func patternLimits() throws {
    let deep = String(repeating: "(", count: 5_000) + String(repeating: ")", count: 5_000)
    #expect(try #require(throws: PatternError.self) { _ = try Pattern(deep) }.kind == .tooDeep)
    let long = String(repeating: "a", count: SchemaLimits.patternBytesMax + 1)
    #expect(try #require(throws: PatternError.self) { _ = try Pattern(long) }.kind == .tooLong)
    let large = try #require(throws: PatternError.self) { _ = try Pattern("((a{1000}){1000}){1000}") }
    #expect(!large.isSupported)
}

@Test("random expressions never do more than fail", arguments: 0..<20)
func randomPatterns(seed: UInt64) {
    var state = seed
    let pieces = [
        "(", ")", "[", "]", "{", "}", "\\", "^", "$", "*", "+", "?", "a", "-", "\\d", "\\p{L}", "(?<n>",
        "\\k<n>", "{2}", "|", "\\u{61}", "ệ", "(?=", ".",
    ]
    for _ in 0..<300 {
        var text = ""
        for _ in 0..<10 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            text += pieces[Int(state >> 33) % pieces.count]
        }
        guard (try? ECMAPattern(text, strict: false)) != nil else { continue }
        _ = try? matches(text, "aaệa-1")
    }
}
