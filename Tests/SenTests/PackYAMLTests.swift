import Foundation
import Language
import Testing

@testable import sen

private func json(_ yaml: String) throws -> String {
    String(decoding: try PackYAML.json(Array(yaml.utf8)), as: UTF8.self)
}

/// The sentence that is said of a file.
private func complaint(_ yaml: some Sequence<UInt8>) -> String? {
    do throws(PackError) {
        _ = try PackYAML.json(Array(yaml))
        return nil
    } catch { return error.text.en }
}

@Suite("YAML as JSON")
struct PackYAMLTests {
    @Test(
        "a word without quotes is a number, a boolean or null only in JSON's own forms",
        arguments: [
            ("2026", "2026"), ("-7", "-7"), ("-0.5E-3", "-0.5E-3"), ("1e", "\"1e\""),
            ("-01", "\"-01\""), ("1.50", "1.50"), ("1e3", "1e3"),
            ("0.1000000000000000055511151231257827", "0.1000000000000000055511151231257827"),
            ("true", "true"), ("false", "false"), ("null", "null"), ("~", "null"), ("", "null"),
            ("2026-11", "\"2026-11\""), ("2026-11-24", "\"2026-11-24\""), ("0041", "\"0041\""),
            ("yes", "\"yes\""), ("No", "\"No\""), ("True", "\"True\""), ("1:30", "\"1:30\""),
            ("0x1F", "\"0x1F\""), ("1_000", "\"1_000\""), (".inf", "\".inf\""), (".nan", "\".nan\""),
            ("+5", "\"+5\""), (".5", "\".5\""), ("1.", "\"1.\""), ("'2026'", "\"2026\""),
            ("\"true\"", "\"true\""),
            ("!!str 7", "\"7\""), ("! 7", "\"7\""), ("Đô Lương", "\"Đô Lương\""),
        ]
    )
    func scalars(yaml: String, expected: String) throws {
        #expect(try json("value: \(yaml)\n") == #"{"value":\#(expected)}"#)
    }

    @Test("lists, groups, long texts and names that look like numbers keep their order and form")
    func structure() throws {
        let yaml = """
            # nhận xét
            40: { b: [1, "x\\ty"], a: {} }
            text: |
              dòng 1
              "dòng 2" \\
            """
        #expect(
            try json(yaml)
                == #"{"40":{"b":[1,"x\u0009y"],"a":{}},"text":"dòng 1\n\"dòng 2\" \\"}"#
                .replacing(#"\n"#, with: #"\u000a"#)
        )
    }

    @Test(
        "aliases and anchors are refused wherever a value can begin",
        arguments: [
            "a: &x 1", "a: *x", "- *x", "[*x]", "[a,*x]", "{a:*x}", "{*x : 1}", "&x a: 1", "a:\n  *x",
            "a: \"*x\" # also in quotes\nb: 'c *d'", "\u{2028}*x",
        ]
    )
    func aliases(yaml: String) {
        #expect(complaint(yaml.utf8)?.contains("aliases") == true)
    }

    @Test(
        "signs inside a word are no aliases",
        arguments: ["a: R&D", "a: ^[0-9]*$", "a: A & B", "a: 2 * 3", "a: (.*)", "a: https://x.vn/?a=1&b=2"]
    )
    func noAliases(yaml: String) {
        #expect(complaint(yaml.utf8) == nil)
    }

    @Test("a billion laughs cost nothing, since no parser sees them")
    func billionLaughs() {
        var yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1..<12 {
            let list = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            yaml += "? [\(list)]\n: &a\(level) [\(list)]\n"
        }
        #expect(complaint(yaml.utf8)?.contains("line 1") == true)
    }

    @Test(
        "what nests too deep is refused, in brackets and in indents",
        arguments: [66, 500, 10_000, 1_000_000]
    )
    func depth(levels: Int) {
        let brackets = String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
        #expect(complaint(brackets.utf8) != nil)
        #expect(complaint(String(repeating: "- ", count: levels).utf8) != nil)
        #expect(complaint(String(repeating: "{a: ", count: levels).utf8) != nil)
    }

    @Test(
        "what is no YAML, or more than one document, is refused with its line",
        arguments: [
            "a: [1", "a: 1\na: 2", "a: b: c", "\t- x", "--- 1\n--- 2", "a: !!int \"1\"", "a: !!binary x",
            "? [1]\n: 2", "",
        ]
    )
    func broken(yaml: String) {
        #expect(complaint(yaml.utf8) != nil)
    }

    @Test("what is no UTF-8 or too large is refused")
    func bytes() {
        #expect(complaint([0x61, 0x3A, 0xFF])?.contains("UTF-8") == true)
        #expect(complaint(Array(repeating: 0x20, count: PackYAML.bytesMax + 1))?.contains("4 MB") == true)
    }
}
