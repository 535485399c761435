import Datasets
import Language
import Testing
import Timekeeping

@Suite("Records as rows of a spreadsheet")
struct RecordSheetTests {
    private static let declaration = """
        {"dataset": "plots", "title": {"vi": "Thửa", "en": "Plots"},
        "description": {"vi": "Thửa", "en": "Plots"}, "owner": "40", "classification": "open", "legal-basis": "x",
        "key": ["code"],
        "fields": {"area": {"title": {"vi": "Diện tích", "en": "Area"}, "unit": "ha"},
            "code": {"title": {"vi": "Mã", "en": "Code"}},
            "since": {"title": {"vi": "Từ ngày", "en": "Since"}},
            "tags": {"title": {"vi": "Nhãn", "en": "Tags"}},
            "used": {"title": {"vi": "Đang dùng", "en": "Used"}}},
        "schema": {"type": "object", "properties": {"since": {"type": "string", "format": "date"}}}}
        """

    private func sheet(_ language: Language) throws -> RecordSheet {
        let declaration = try DatasetDeclaration(Array(Self.declaration.utf8))
        return RecordSheet(StoredDataset(unsaved: declaration), language)
    }

    @Test("the key comes first, and titles carry their unit of measure")
    func titles() throws {
        #expect(
            try sheet(.vietnamese).columns == ["Mã", "Diện tích (ha)", "Từ ngày", "Nhãn", "Đang dùng"]
        )
        #expect(try sheet(.english).columns == ["Code", "Area (ha)", "Since", "Tags", "Used"])
    }

    @Test("values keep their types; what is missing or null is blank, and a list is its JSON")
    func cells() throws {
        let sheet = try sheet(.vietnamese)
        let day = try #require(Day(year: 2026, month: 11, day: 24))
        let content = #"{"area":12.50,"code":"=1","since":"2026-11-24","tags":["a"],"used":false}"#
        let row = try sheet.row(of: content)
        #expect(row == [.text("=1"), .number("12.50"), .date(day), .text(#"["a"]"#), .boolean(false)])
        let few = try sheet.row(of: #"{"code":7,"since":"hôm qua","used":null}"#)
        #expect(few == [.number("7"), .blank, .text("hôm qua"), .blank, .blank])
    }

    @Test(
        "in CSV a text that would execute gets an apostrophe, and separators are quoted",
        arguments: [
            ("=1+1", "'=1+1"), ("+84", "'+84"), ("-1", "'-1"), ("@a", "'@a"), ("\t=1", "\"'\t=1\""),
            ("\r=1", "\"'\r=1\""), ("a=1", "a=1"), ("Vinh, \"x\"", "\"Vinh, \"\"x\"\"\""), ("", ""),
            ("=a;\nb", "\"'=a;\nb\""),
        ]
    )
    func lines(text: String, field: String) throws {
        let day = try #require(Day(year: 2026, month: 11, day: 24))
        let line = CSVLine.text(of: [.text(text), .number("-1.5"), .date(day), .boolean(true), .blank])
        #expect(line == field + ",-1.5,2026-11-24,true,\r\n")
    }
}
