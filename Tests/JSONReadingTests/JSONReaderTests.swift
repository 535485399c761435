import JSONReading
import Language
import Testing

private func document(_ text: String) throws -> JSONDocument { try JSONDocument(Array(text.utf8)) }

@Test(
    "a value tells its kind",
    arguments: [
        ("null", JSONKind.null), ("true", .boolean), ("-1.5", .number), ("\"a\"", .string), ("[]", .array),
        ("{}", .object),
    ]
)
func kinds(text: String, kind: JSONKind) throws {
    let document = try document(text)
    #expect(document.root.kind == kind)
    #expect(document.root.kindBit == JSONValue.kindBit(of: kind))
}

@Test("members, elements and look-ups give what is in the text, in its order")
func access() throws {
    let document = try document(#"{"b":[1,[2,3],4],"a":{"x":"đ"},"":false}"#)
    let root = document.root
    #expect(root.members.map { String(decoding: $0.name, as: UTF8.self) } == ["b", "a", ""])
    #expect(root["b"]?.elements.map(\.kind) == [.number, .array, .number])
    #expect(root["a"]?["x"]?.string == "đ")
    #expect(root[""]?.boolean == false)
    #expect(root["c"] == nil)
    #expect(root["b"]?[1]?[1].map { String(decoding: $0.utf8, as: UTF8.self) } == "3")
    #expect(root["b"]?[3] == nil)
    #expect(root["b"]?[-1] == nil)
    #expect(root["b"]?.member(UnsafeBufferPointer(start: nil, count: 0)) == nil)
    #expect(root.valueCount == 14)
}

@Test("escapes are resolved, and a pair of surrogates is one character")
func escapes() throws {
    let document = try document(#""\"\\\/\b\f\n\r\t\u0111\uD83D\uDE00\u0000""#)
    #expect(document.root.string == "\"\\/\u{8}\u{c}\n\r\tđ😀\0")
}

@Test("a number keeps the digits it was written with")
func digits() throws {
    for number in ["0", "-0", "1.50", "1E+2", "123456789012345678901234567890", "0.1000000000000000055"] {
        let document = try document(number)
        #expect(String(decoding: document.root.utf8, as: UTF8.self) == number)
    }
}

@Test(
    "what is no JSON is refused with its kind and place",
    arguments: [
        ("", JSONProblem.Kind.empty, 0, 1, 1), ("  ", .empty, 0, 1, 1), ("[1,2", .cut, 4, 1, 5),
        ("{} {}", .trailing, 3, 1, 4),
        ("[1,]", .structure, 2, 1, 3), ("01", .number, 0, 1, 1), ("[1.,22222]", .number, 3, 1, 4),
        ("-", .cut, 1, 1, 2),
        ("tru", .cut, 3, 1, 4), ("[trae, 1]", .literal, 1, 1, 2),
        ("{\n \"a\": 1,\n \"đ\": +2}", .character, 18, 3, 7), ("'a'", .character, 0, 1, 1),
        ("\"a\u{1}\"", .string, 2, 1, 3), (#""\x""#, .string, 2, 1, 3), (#""\ud800""#, .string, 7, 1, 8),
        ("// a\n1", .character, 0, 1, 1), ("[NaN]", .notANumber, 1, 1, 2),
        ("-Infinity", .notANumber, 1, 1, 2),
        (#"{"a":1,"b":{"x":1,"x":2}}"#, .duplicateName("x"), 18, 1, 19),
    ]
)
func problems(text: String, kind: JSONProblem.Kind, offset: Int, line: Int, column: Int) throws {
    let problem = try #require(throws: JSONProblem.self) { _ = try document(text) }
    #expect(problem.kind == kind)
    if kind != .empty, kind != .string, kind != .number, kind != .cut {
        #expect(problem.offset == offset)
        #expect(problem.line == line)
        #expect(problem.column == column)
    }
    #expect(problem.text.vi.contains("Dòng \(problem.line)"))
    #expect(problem.text.en.contains("Line \(problem.line)"))
}

@Test(
    "bytes that are no UTF-8 are refused, wherever they stand",
    arguments: [
        [0x22, 0xC3, 0x28, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xF5, 0x80, 0x80, 0x80, 0x22],
        [0x22, 0xC0, 0xAF, 0x22],
        [0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D], [0xFE, 0xFF, 0x00, 0x31], [0x22, 0xE1, 0xBA, 0x22],
    ] as [[UInt8]]
)
func notUTF8(bytes: [UInt8]) throws {
    let problem = try #require(throws: JSONProblem.self) { try JSONReader().read(bytes) }
    #expect(problem.kind == .notUTF8)
}

@Test("a byte order mark in front is skipped, and places still count from the front of the file")
func byteOrderMark() throws {
    let marked = try JSONDocument([0xEF, 0xBB, 0xBF] + Array("[1]".utf8))
    #expect(marked.root.isArray)
    let problem = try #require(throws: JSONProblem.self) {
        try JSONReader().read([0xEF, 0xBB, 0xBF] + Array("[x]".utf8))
    }
    #expect(problem.offset == 4)
}

@Test(
    "a name twice among many is found too, and names that only look alike are not",
    arguments: [3, 20, 64, 65, 5_000]
)
func namesAmongMany(count: Int) throws {
    let names = (0..<count).map { "field_number_\($0)_of_many" }
    let members = names.map { "\"\($0)\":0" }
    let whole = try document("{\(members.joined(separator: ","))}")
    #expect(whole.root.count == count)
    let problem = try #require(throws: JSONProblem.self) {
        try document("{\((members + [members[1]]).joined(separator: ","))}")
    }
    #expect(problem.kind == .duplicateName(names[1]))
}

@Test("names that are equal only once unescaped are the same name")
func escapedNames() throws {
    let problem = try #require(throws: JSONProblem.self) { try document(#"{"a":1,"\u0061":2}"#) }
    #expect(problem.kind == .duplicateName("a"))
}

@Test("one reader reads large and small texts in turn, and gives the memory of the large one back")
func memory() throws {
    let reader = JSONReader()
    for round in 0..<3 {
        let large = "[" + String(repeating: "12345,", count: 200_000) + "0]"
        #expect(try reader.read(Array(large.utf8)).count == 200_001)
        #expect(
            try reader.read(Array("{\"round\":\(round)}".utf8))["round"]?.utf8.first == UInt8(ascii: "0")
                + UInt8(round)
        )
    }
}
