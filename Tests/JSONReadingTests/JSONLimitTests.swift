import Language
import Testing

@testable import JSONReading

private func problem(_ text: String, _ limits: JSONLimits = JSONLimits()) throws -> JSONProblem {
    try #require(throws: JSONProblem.self) { try JSONReader(limits: limits).read(Array(text.utf8)) }
}

@Test("nesting up to the limit is read, one level more is refused at the bracket that is too many")
func depth() throws {
    let depthMax = JSONLimits().depthMax
    let reader = JSONReader()
    func nested(_ levels: Int) -> String {
        String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
    }
    #expect(try reader.read(Array(nested(depthMax).utf8)).valueCount == depthMax)
    let found = try problem(nested(depthMax + 1))
    #expect(found.kind == .tooDeep(depthMax: depthMax))
    #expect(found.offset == depthMax)
}

@Test(
    "ten thousand and a million levels are refused, not a crash, closed or not",
    arguments: [10_000, 1_000_000]
)
func tenThousandLevels(levels: Int) throws {
    let opened = String(repeating: #"{"a":["#, count: levels / 2)
    let closed = String(repeating: "]}", count: levels / 2)
    #expect(try problem(opened + "1" + closed).kind == .tooDeep(depthMax: 128))
    #expect([.cut, .structure].contains(try problem(opened).kind))
}

@Test("brackets in strings do not count as levels")
func bracketsInStrings() throws {
    let text = #"["\"[[[[[[",["["],[["#
    #expect(try problem(text + "1]]]", JSONLimits(depthMax: 2)).offset == text.utf8.count - 1)
}

@Test("a text of 100 MB is refused by its length before it is read")
func largeString() throws {
    let bytes = [UInt8(ascii: "\"")] + [UInt8](repeating: 0x61, count: 100_000_000) + [UInt8(ascii: "\"")]
    let found = try #require(throws: JSONProblem.self) { try JSONReader().read(bytes) }
    #expect(found.kind == .tooManyBytes(bytesMax: 16 << 20))
    let reader = JSONReader(limits: JSONLimits(bytesMax: 200_000_000))
    #expect(try reader.read(bytes).count == 100_000_000)
}

@Test("too many values are refused")
func values() throws {
    #expect(try problem("[1,2,3,4]", JSONLimits(valuesMax: 4)).kind == .tooManyValues(valuesMax: 4))
    let reader = JSONReader(limits: JSONLimits(valuesMax: 5))
    #expect(try reader.read(Array("[1,2,3,4]".utf8)).count == 4)
}

@Test("numbers beyond every use are refused: too many digits, too large an exponent")
func numbersBeyondUse() throws {
    let long = String(repeating: "9", count: 1_001)
    #expect(try problem("{\"a\":\(long)}").kind == .numberTooLong(bytesMax: 1_000))
    #expect(try problem("[1e1234567890]").kind == .exponentTooLarge)
    #expect(try problem("[-0.5E-99999999999999999999]").kind == .exponentTooLarge)
    let reader = JSONReader()
    #expect(try reader.read(Array("[1e999999999,1e0000000000001]".utf8)).count == 2)
}

@Test(
    "every sentence is there in both languages and says what to do",
    arguments: [
        JSONProblem.Kind.empty, .cut, .trailing, .character, .structure, .number, .string, .literal, .notUTF8,
        .notANumber,
        .duplicateName("tên"), .tooManyBytes(bytesMax: 10), .tooManyBytes(bytesMax: 16 << 20),
        .tooDeep(depthMax: 1),
        .tooManyValues(valuesMax: 1), .numberTooLong(bytesMax: 1), .exponentTooLarge, .noMemory,
    ]
)
func sentences(kind: JSONProblem.Kind) {
    let problem = JSONProblem(kind, at: 0, in: UnsafeRawBufferPointer(start: nil, count: 0))
    #expect(problem.what.vi.hasSuffix(".") && problem.what.en.hasSuffix("."))
    #expect(problem.what.vi != problem.what.en)
}
