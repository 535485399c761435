import CSVReading
import Language
import Testing

private func table(_ text: String) throws -> CSVTable {
    try CSVTable(Array(text.utf8), required: ["code", "name"], optional: ["note"])
}

@Test("fields are asked for by column in any order, without spaces around them; empty ones are nil")
func fieldsByName() throws {
    var table = try table("Name, CODE ,note\n  Xã Kim Liên ,1,\n")
    let record = try #require(try table.next()).get()
    #expect(record["name"] == "Xã Kim Liên" && record["code"] == "1" && record["note"] == nil)
    #expect(record["nowhere"] == nil && record.line == 2)
    #expect(try table.next() == nil)
}

@Test("a row with a wrong number of fields is reported and the next one is read")
func wrongFieldCount() throws {
    var table = try table("code,name\n1\n2,b\n")
    let problem = CSVProblem(.wrongFieldCount(expected: 2, found: 1), line: 2)
    #expect(throws: problem) { try table.next()?.get() }
    #expect(try table.next()?.get()["name"] == "b")
}

@Test(
    "a wrong header is refused",
    arguments: [
        ("", CSVProblem(.empty, line: 1)), ("code\n", CSVProblem(.missingColumn("name"), line: 1)),
        ("code,name,code\n", CSVProblem(.columnTwice("code"), line: 1, column: 3)),
        (
            "code,nmae\n",
            CSVProblem(.unknownColumn("nmae", allowed: ["code", "name", "note"]), line: 1, column: 2)
        ),
    ]
)
func wrongHeader(text: String, problem: CSVProblem) {
    #expect(throws: problem) { try table(text) }
}

@Test("a problem names its line and column and says what to do, in both languages")
func problemText() {
    let text = CSVProblem(.missingColumn("code"), line: 1).text
    #expect(text(.vietnamese) == "Dòng 1: thiếu cột “code”. Hãy thêm cột này.")
    #expect(CSVProblem(.quoteInside, line: 3, column: 2).text(.english).hasPrefix("Line 3, column 2: "))
}
