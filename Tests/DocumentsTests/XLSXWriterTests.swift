import Datasets
import Documents
import Foundation
import Language
import RunningPrograms
import Testing
import Timekeeping

/// Says what a spreadsheet holds, without the library that wrote it: one line a cell, as `A1 kind text`.
private let reader = """
    import sys, zipfile
    from xml.etree import ElementTree
    ns = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    book = zipfile.ZipFile(sys.argv[1])
    assert book.testzip() is None
    sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    for cell in sheet.iter(ns + "c"):
        text = "".join(part.text or "" for part in cell.iter() if part.tag in (ns + "t", ns + "v", ns + "f"))
        formula = "formula" if cell.find(ns + "f") is not None else cell.get("t", "n")
        print(cell.get("r"), formula, ascii(text))
    """

/// Writes one sheet and hands what stands in it to `body`.
private func withSheet(
    _ rows: [[SheetCell]],
    columns: [String] = ["A"],
    _ body: ([String]) throws -> Void
) async throws {
    let path = scratch()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let workbook = try XLSXWriter().workbook(at: path)
    try workbook.beginSheet("Báo cáo [1]: tháng", columns: columns)
    for row in rows { try workbook.add(row) }
    try workbook.close()
    let run = try await Program.run(URL(filePath: "/usr/bin/env"), ["python3", "-c", reader, path])
    #expect(run.status == 0, "\(run.error)")
    try body(run.output.split(separator: "\n").map(String.init))
}

private func scratch() -> String {
    FileManager.default.temporaryDirectory.appending(path: "sheet-\(UUID().uuidString).xlsx").path
}

private func code(_ body: () throws -> Void) -> SheetErrorCode? {
    do { try body() } catch { return (error as? SheetError)?.code }
    return nil
}

@Suite("Writing spreadsheets")
struct XLSXWriterTests {
    @Test("each cell keeps its type, and a blank one is not there")
    func types() async throws {
        let day = try #require(Day(year: 2026, month: 11, day: 24))
        let row: [SheetCell] = [.text("Đô Lương"), .number("1234.5"), .date(day), .boolean(true), .blank]
        try await withSheet([row]) { cells in
            #expect(
                cells == [
                    "A1 inlineStr 'A'", #"A2 inlineStr '\u0110\xf4 L\u01b0\u01a1ng'"#, "B2 n '1234.5'",
                    "C2 n '46350'", "D2 b '1'",
                ]
            )
        }
    }

    @Test(
        "a text that looks like a formula stays a text",
        arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "{=1}"]
    )
    func formulas(text: String) async throws {
        try await withSheet([[.text(text)]], columns: [text]) { cells in
            #expect(cells == ["A1 inlineStr '\(text)'", "A2 inlineStr '\(text)'"])
        }
    }

    @Test("a number with more digits than a spreadsheet keeps is written as text")
    func digits() async throws {
        let numbers = [
            "123456789012345", "1234567890123456", "0.1", "-0.000000000000001", "1e400", "1e-400", "0",
        ]
        try await withSheet([numbers.map { .number($0) }]) { cells in
            #expect(
                cells.dropFirst() == [
                    "A2 n '123456789012345'", "B2 inlineStr '1234567890123456'", "C2 n '0.1'",
                    "D2 n '-1E-15'", "E2 inlineStr '1e400'", "F2 inlineStr '1e-400'", "G2 n '0'",
                ]
            )
        }
    }

    @Test("what XML cannot hold does not cut or break the file")
    func control() async throws {
        try await withSheet([[.text("a\0b\u{FFFF}<&>"), .text(" c\t\u{1}")]]) { cells in
            #expect(
                cells.dropFirst() == [#"A2 inlineStr 'a\ufffdb\ufffd<&>'"#, #"B2 inlineStr ' c\t_x0001_'"#]
            )
        }
    }

    @Test("a date before 1900 is written as text")
    func oldDates() async throws {
        let day = try #require(Day(year: 1890, month: 5, day: 19))
        try await withSheet([[.date(day)]]) { cells in #expect(cells.last == "A2 inlineStr '1890-05-19'") }
    }

    @Test("too long a cell, too many columns and a folder that is not there are refused")
    func refused() throws {
        let workbook = try XLSXWriter().workbook(at: scratch())
        try workbook.beginSheet("1", columns: ["A"])
        let long = String(repeating: "ă", count: 32_767)
        try workbook.add([.text(long)])
        #expect(code { try workbook.add([.text(long + "x")]) } == .textTooLong)
        let wide = Array(repeating: SheetCell.blank, count: 16_385)
        #expect(code { try workbook.add(wide) } == .tooManyColumns)
        let nowhere = try XLSXWriter().workbook(at: "/nowhere/sheet.xlsx")
        try nowhere.beginSheet("1", columns: ["A"])
        #expect(code { try nowhere.close() } == .storeFailed)
    }

    @Test("a workbook that is not closed leaves no file")
    func notClosed() throws {
        let path = scratch()
        do {
            let workbook = try XLSXWriter().workbook(at: path)
            try workbook.beginSheet("1", columns: ["A"])
        }
        #expect(!FileManager.default.fileExists(atPath: path))
    }
}
