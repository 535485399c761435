import CXLSXWriter
package import Datasets
import Language
import Timekeeping

/// Writes spreadsheets through libxlsxwriter, each row to a temporary file as soon as it is complete.
package struct XLSXWriter: WorkbookWriting {
    package init() {}

    package func workbook(at path: String) throws(SheetError) -> any Workbook {
        try XLSXWorkbook(path)
    }
}

/// One file of ``XLSXWriter``.
final class XLSXWorkbook: Workbook {
    /// Rows and columns of a sheet, and the characters of a cell: "Excel specifications and limits".
    static let rowsMax = 1_048_576
    static let columnsMax = 16_384
    static let cellCharactersMax = 32_767
    /// Characters of a column, wide enough for most titles.
    private static let columnWidth = 18.0

    private var workbook: UnsafeMutablePointer<lxw_workbook>?
    private var sheet: UnsafeMutablePointer<lxw_worksheet>?
    private let header, date: UnsafeMutablePointer<lxw_format>?
    private var rows = 0

    init(_ path: String) throws(SheetError) {
        var options = lxw_workbook_options()
        options.constant_memory = 1
        workbook = workbook_new_opt(path, &options)
        guard let workbook else { throw SheetError(.storeFailed, "libxlsxwriter made no workbook") }
        header = workbook_add_format(workbook)
        date = workbook_add_format(workbook)
        format_set_bold(header)
        format_set_text_wrap(header)
        format_set_num_format(date, "dd/mm/yyyy")
    }

    deinit { if let workbook { lxw_workbook_free(workbook) } }

    func beginSheet(_ name: String, columns: [String]) throws(SheetError) {
        guard let workbook else { throw SheetError(.storeFailed, "the workbook is closed") }
        guard columns.count <= Self.columnsMax else {
            throw SheetError(.tooManyColumns, "\(columns.count) columns")
        }
        sheet = workbook_add_worksheet(workbook, SheetText.name(name))
        guard let sheet else { throw SheetError(.storeFailed, "libxlsxwriter refused the sheet") }
        rows = 0
        if let last = columns.indices.last {
            worksheet_set_column(sheet, 0, lxw_col_t(last), Self.columnWidth, nil)
        }
        worksheet_freeze_panes(sheet, 1, 0)
        for (column, title) in columns.enumerated() { try write(.text(title), to: column, header) }
        rows = 1
    }

    func add(_ row: [SheetCell]) throws(SheetError) {
        guard rows < Self.rowsMax else { throw SheetError(.tooManyRows, "more than \(Self.rowsMax) rows") }
        guard row.count <= Self.columnsMax else { throw SheetError(.tooManyColumns, "\(row.count) cells") }
        for (column, cell) in row.enumerated() { try write(cell, to: column, nil) }
        rows += 1
    }

    func close() throws(SheetError) {
        guard let closing = workbook else { return }
        workbook = nil
        sheet = nil
        // Frees the workbook in any case.
        try check(workbook_close(closing))
    }

    private func write(
        _ cell: SheetCell,
        to column: Int,
        _ format: UnsafeMutablePointer<lxw_format>?
    ) throws(SheetError) {
        guard let sheet else { throw SheetError(.storeFailed, "no sheet was begun") }
        let (row, column) = (lxw_row_t(rows), lxw_col_t(column))
        switch cell {
        case .blank: return
        case .text(let text): try write(text, to: sheet, row, column, format)
        case .number(let text):
            guard let number = SheetText.number(text) else {
                return try write(text, to: sheet, row, column, format)
            }
            try check(worksheet_write_number(sheet, row, column, number, format))
        case .boolean(let truth):
            try check(worksheet_write_boolean(sheet, row, column, truth ? 1 : 0, format))
        case .date(let day):
            guard day.year >= 1900 else { return try write(day.iso8601, to: sheet, row, column, format) }
            var time = lxw_datetime()
            (time.year, time.month, time.day) = (Int32(day.year), Int32(day.month), Int32(day.day))
            try check(worksheet_write_datetime(sheet, row, column, &time, date))
        }
    }

    private func write(
        _ text: String,
        to sheet: UnsafeMutablePointer<lxw_worksheet>,
        _ row: lxw_row_t,
        _ column: lxw_col_t,
        _ format: UnsafeMutablePointer<lxw_format>?
    ) throws(SheetError) {
        guard text.utf16.count <= Self.cellCharactersMax else {
            throw SheetError(.textTooLong, "row \(row + 1), column \(column + 1)")
        }
        try check(worksheet_write_string(sheet, row, column, SheetText.escaped(text), format))
    }

    private func check(_ error: lxw_error) throws(SheetError) {
        guard error != LXW_NO_ERROR else { return }
        throw SheetError(.storeFailed, String(cString: lxw_strerror(error)))
    }
}
