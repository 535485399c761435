extension Text {
    package static func csvProblem(_ what: Text, line: Int, column: Int?) -> Text {
        guard let column else {
            return Text(vi: "Dòng \(line): \(what.vi)", en: "Line \(line): \(what.en)")
        }
        return Text(
            vi: "Dòng \(line), cột \(column): \(what.vi)",
            en: "Line \(line), column \(column): \(what.en)"
        )
    }
    package static let csvEmpty = Text(
        vi: "tệp không có dữ liệu. Dòng đầu phải là tên các cột.",
        en: "the file is empty. Its first line must name the columns."
    )
    package static let csvNotUTF8 = Text(
        vi: "văn bản không ở bảng mã UTF-8. Hãy lưu lại tệp với định dạng CSV UTF-8.",
        en: "the text is not UTF-8. Save the file as CSV UTF-8."
    )
    package static let csvQuoteInside = Text(
        vi:
            "có dấu nháy kép giữa ô. Hãy đặt cả ô trong dấu nháy kép và viết mỗi dấu nháy kép bên trong thành hai dấu.",
        en:
            "there is a quote inside the field. Put the whole field in quotes and write each quote in it twice."
    )
    package static let csvTextAfterQuote = Text(
        vi: "có chữ sau dấu nháy kép đóng. Hãy viết mỗi dấu nháy kép bên trong ô thành hai dấu.",
        en: "there is text after the closing quote. Write each quote inside the field twice."
    )
    package static let csvQuoteNotClosed = Text(
        vi: "dấu nháy kép mở ra mà không đóng lại. Hãy thêm dấu nháy kép ở cuối ô.",
        en: "a quote is opened and not closed. Add a quote at the end of the field."
    )
    package static let csvLoneCarriageReturn = Text(
        vi: "ký tự xuống dòng không đúng chuẩn. Hãy lưu lại tệp với định dạng CSV UTF-8.",
        en: "the line ends in a way that CSV does not know. Save the file as CSV UTF-8."
    )
    package static func csvTooManyBytes(bytesMax: Int) -> Text {
        Text(
            vi: "tệp lớn hơn \(bytesMax / 1024 / 1024) MB. Hãy chia nhỏ tệp.",
            en: "the file is larger than \(bytesMax / 1024 / 1024) MB. Divide it."
        )
    }
    package static func csvTooManyRows(rowsMax: Int) -> Text {
        Text(
            vi: "tệp có hơn \(rowsMax) dòng. Hãy chia nhỏ tệp.",
            en: "the file has more than \(rowsMax) rows. Divide it."
        )
    }
    package static func csvTooManyColumns(columnsMax: Int) -> Text {
        Text(
            vi: "dòng có hơn \(columnsMax) cột. Hãy kiểm tra đây có phải tệp CSV không.",
            en: "the row has more than \(columnsMax) fields. Check that this is a CSV file."
        )
    }
    package static func csvFieldTooLong(bytesMax: Int) -> Text {
        Text(
            vi: "ô dài hơn \(bytesMax) byte. Hãy kiểm tra dấu nháy kép hoặc rút gọn nội dung.",
            en: "the field is longer than \(bytesMax) bytes. Check its quotes or shorten it."
        )
    }
    package static func csvWrongFieldCount(expected: Int, found: Int) -> Text {
        Text(
            vi: "dòng có \(found) ô, trong khi tiêu đề có \(expected) cột. Hãy kiểm tra dấu phân cách.",
            en: "the row has \(found) fields and the header \(expected). Check the separators."
        )
    }
    package static func csvMissingColumn(_ name: String) -> Text {
        Text(vi: "thiếu cột “\(name)”. Hãy thêm cột này.", en: "the column “\(name)” is missing. Add it.")
    }
    package static func csvUnknownColumn(_ name: String, allowed: [String]) -> Text {
        let list = allowed.joined(separator: ", ")
        return Text(
            vi: "không có cột nào tên là “\(name)”. Các cột được dùng: \(list).",
            en: "no column is called “\(name)”. The columns are: \(list)."
        )
    }
    package static func csvColumnTwice(_ name: String) -> Text {
        Text(
            vi: "cột “\(name)” xuất hiện hai lần. Hãy bỏ bớt một cột.",
            en: "the column “\(name)” is there twice. Remove one."
        )
    }
}
