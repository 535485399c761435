/// Texts of spreadsheets that are written.
extension Text {
    package enum Sheet {
        package static let tooManyRows = Text(
            vi: "Một bảng tính chứa nhiều nhất 1.048.576 dòng. Hãy lọc bớt, hoặc tải dạng CSV hay NDJSON.",
            en: "A spreadsheet holds 1,048,576 rows at most. Narrow the list, or take CSV or NDJSON."
        )
        package static let tooManyColumns = Text(
            vi: "Một bảng tính chứa nhiều nhất 16.384 cột. Hãy chọn ít trường hơn, hoặc tải dạng NDJSON.",
            en: "A spreadsheet holds 16,384 columns at most. Choose fewer fields, or take NDJSON."
        )
        package static let textTooLong = Text(
            vi:
                "Có ô dài quá 32.767 ký tự, bảng tính không chứa được. Hãy bỏ trường đó, hoặc tải dạng NDJSON.",
            en: "A cell is longer than the 32,767 characters of a spreadsheet. Leave it out, or take NDJSON."
        )
        package static let unwritable = Text(
            vi: "Không ghi được bảng tính. Hãy kiểm tra thư mục và dung lượng đĩa còn trống rồi làm lại.",
            en:
                "The spreadsheet could not be written. Check the folder and the free disk space, then try again."
        )
        package static let xlsxHelp = Text(
            vi: "Ghi thành bảng tính XLSX vào tệp này thay vì in NDJSON.",
            en: "Write a spreadsheet (XLSX) into this file instead of printing NDJSON."
        )
    }
}
