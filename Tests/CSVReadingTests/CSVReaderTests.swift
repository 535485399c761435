import CSVReading
import Language
import Testing

private func rows(_ text: String, limits: CSVLimits = CSVLimits()) throws -> [[String]] {
    var reader = try CSVReader(Array(text.utf8), limits: limits)
    var rows: [[String]] = []
    while let row = try reader.next() { rows.append(row.fields) }
    return rows
}

@Test(
    "rows are read as RFC 4180 says",
    arguments: [
        ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]), ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
        ("a,,\n", [["a", "", ""]]), ("\"a,\"\"b\"\"\r\nc\",d", [["a,\"b\"\r\nc", "d"]]),
        ("\u{FEFF}a\n", [["a"]]), ("\n\r\na\n\n", [["a"]]), ("", []), ("\"\"", [[""]]),
        (" a , b ", [[" a ", " b "]]),
        ("a;b\nc,d;e", [["a", "b"], ["c,d", "e"]]), ("a,b;c\nd,e", [["a", "b;c"], ["d", "e"]]),
        ("Đô Lương,x", [["Đô Lương", "x"]]),
    ]
)
func readRows(text: String, expected: [[String]]) throws {
    #expect(try rows(text) == expected)
}

@Test(
    "what RFC 4180 does not allow is refused with its place",
    arguments: [
        ("a,b\"c\n", CSVProblem(.quoteInside, line: 1, column: 2)),
        ("a\n\"b\"c", CSVProblem(.textAfterQuote, line: 2, column: 1)),
        ("a,\"b\n\n", CSVProblem(.quoteNotClosed, line: 1, column: 2)),
        ("a\rb", CSVProblem(.loneCarriageReturn, line: 1, column: 1)),
        ("a\n\rb", CSVProblem(.loneCarriageReturn, line: 2, column: 1)),
    ]
)
func refused(text: String, problem: CSVProblem) {
    #expect(throws: problem) { try rows(text) }
}

@Test("a row knows its line also after fields with line breaks")
func lines() throws {
    var reader = try CSVReader(Array("a\n\"b\n\nc\"\nd\n".utf8))
    var lines: [Int] = []
    while let row = try reader.next() { lines.append(row.line) }
    #expect(lines == [1, 2, 5])
}

@Test("bytes that are not UTF-8 are refused")
func notUTF8() throws {
    var reader = try CSVReader([0x61, 0x2C, 0xC3, 0x28])
    #expect(throws: CSVProblem(.notUTF8, line: 1, column: 2)) { try reader.next() }
}

@Test("each limit is held")
func limits() {
    #expect(throws: CSVProblem(.tooManyBytes(bytesMax: 2), line: 1)) {
        try rows("abc", limits: CSVLimits(bytesMax: 2))
    }
    #expect(throws: CSVProblem(.tooManyRows(rowsMax: 1), line: 2)) {
        try rows("a\nb", limits: CSVLimits(rowsMax: 1))
    }
    #expect(throws: CSVProblem(.tooManyColumns(columnsMax: 2), line: 1)) {
        try rows("a,b,c", limits: CSVLimits(columnsMax: 2))
    }
    #expect(throws: CSVProblem(.fieldTooLong(bytesMax: 3), line: 1, column: 2)) {
        try rows("a,abcd", limits: CSVLimits(fieldBytesMax: 3))
    }
}

@Test("no cut of a file makes the reader fall")
func cuts() throws {
    let bytes = Array("\u{FEFF}mã,\"tên \"\"x\"\"\"\r\n1;2,\"a\r\nb\"\r\n".utf8)
    for end in 0...bytes.count {
        for start in 0...end {
            guard var reader = try? CSVReader(Array(bytes[start..<end])) else { continue }
            while (try? reader.next()) != nil {}
        }
    }
}
