import Language
import Testing

@testable import sen

@Suite("the report of a file")
struct ImportReportTests {
    private let report = ImportReport(rows: [
        ImportReport.Row(line: 2, .added), ImportReport.Row(line: 3, .changed),
        ImportReport.Row(line: 4, .unchanged),
        ImportReport.Row(
            line: 5,
            .refused,
            problems: [.Websites.textMissing, .Websites.unitUnknown("\u{1B}[2J")]
        ),
    ])

    @Test("has a line for each row, with all that is wrong and nothing that moves a terminal")
    func lines() {
        let lines = report.text(isJSON: false, problemsOnly: false).split(separator: "\n")
        #expect(lines.prefix(3) == ["dòng 2  thêm mới", "dòng 3  thay đổi", "dòng 4  giữ nguyên"])
        #expect(lines[3].hasPrefix("dòng 5  TỪ CHỐI: Còn một mục bắt buộc chưa điền."))
        #expect(lines[3].contains("Không có đơn vị “[2J”."))
    }

    @Test("has only what was refused when only that is asked for")
    func problemsOnly() {
        #expect(report.text(isJSON: false, problemsOnly: true).split(separator: "\n").count == 1)
        #expect(ImportReport(rows: []).text(isJSON: false, problemsOnly: true).isEmpty)
    }

    @Test("is one JSON object a line for programs")
    func json() {
        let lines = report.text(isJSON: true, problemsOnly: false).split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines[0] == #"{"line":2,"outcome":"added","problems":[]}"#)
        #expect(lines[3].hasPrefix(#"{"line":5,"outcome":"refused","problems":["Còn một"#))
    }

    @Test("sums up its rows and says whether the good ones were written")
    func sums() {
        #expect(!report.isGood)
        #expect(ImportReport(rows: []).isGood)
        let sums = "4 dòng: thêm mới 1, thay đổi 1, giữ nguyên 1, từ chối 1."
        #expect(report.sums(.written).vi == sums + " Các dòng hợp lệ đã được ghi.")
        #expect(report.sums(.tried).vi == sums + " Đây là chạy thử: chưa ghi gì.")
        #expect(report.sums(.nothing).vi.hasPrefix(sums + " Chưa ghi gì"))
    }
}

@Suite("what commands print")
struct PrintedTests {
    @Test("a column is filled up, and a longer text is never cut")
    func padded() {
        #expect("Đô".padded(to: 4) == "Đô  ")
        #expect("so-nong-nghiep".padded(to: 4) == "so-nong-nghiep")
        #expect("".padded(to: 0).isEmpty)
    }

    @Test("links begin with the address that people type, or with where the server listens")
    func base() {
        var server = ServerSettings()
        #expect(server.base == "http://127.0.0.1:8080/")
        server.address = "::1"
        #expect(server.base == "http://[::1]:8080/")
        server.publicURL = "https://sen.example.vn"
        #expect(server.base == "https://sen.example.vn/")
        server.publicURL = "https://sen.example.vn/"
        #expect(server.base == "https://sen.example.vn/")
    }
}
