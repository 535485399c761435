extension Text {
    package static func jsonProblem(_ what: Text, line: Int, column: Int) -> Text {
        Text(
            vi: "Dòng \(line), cột \(column): \(what.vi)",
            en: "Line \(line), column \(column): \(what.en)"
        )
    }
    package static let jsonEmpty = Text(
        vi: "không có dữ liệu JSON nào. Hãy viết một giá trị JSON.",
        en: "there is no JSON here. Write one JSON value."
    )
    package static let jsonCut = Text(
        vi: "dữ liệu JSON bị đứt giữa chừng. Hãy kiểm tra xem tệp đã được chép đầy đủ chưa.",
        en: "the JSON ends in the middle. Check that the file was copied whole."
    )
    package static let jsonTrailing = Text(
        vi: "có nội dung thừa sau giá trị JSON. Mỗi văn bản chỉ có một giá trị.",
        en: "something follows the JSON value. A text holds one value."
    )
    package static let jsonCharacter = Text(
        vi: "ký tự này không được đứng ở đây. Hãy kiểm tra dấu nháy kép, dấu phẩy và dấu ngoặc gần đó.",
        en: "this character cannot stand here. Check the quotes, commas and brackets nearby."
    )
    package static let jsonStructure = Text(
        vi: "thừa hoặc thiếu dấu phẩy hay dấu ngoặc. Hãy kiểm tra quanh vị trí này.",
        en: "a comma or bracket is missing or too many. Check around this place."
    )
    package static let jsonNumber = Text(
        vi: "số viết không đúng. JSON viết số như 1234.5, không có số 0 ở đầu, không có dấu phân cách.",
        en: "the number is not well written. JSON writes 1234.5, without leading zeros or separators."
    )
    package static let jsonString = Text(
        vi: "chuỗi có ký tự không hợp lệ. Xuống dòng viết là \\n, dấu \\ viết là \\\\.",
        en: "the string holds a character that it may not. Write a line break as \\n and \\ as \\\\."
    )
    package static let jsonLiteral = Text(
        vi: "chỉ được viết true, false hoặc null (chữ thường).",
        en: "only true, false and null, in lower case, may stand here."
    )
    package static let jsonNotUTF8 = Text(
        vi: "văn bản không ở bảng mã UTF-8. Hãy lưu lại tệp với bảng mã UTF-8.",
        en: "the text is not UTF-8. Save the file as UTF-8."
    )
    package static let jsonNotANumber = Text(
        vi: "NaN và Infinity không phải là số trong JSON. Hãy viết null hoặc bỏ trường này.",
        en: "NaN and Infinity are no numbers in JSON. Write null or leave the field out."
    )
    package static func jsonDuplicateName(_ name: String) -> Text {
        Text(
            vi: "trường “\(name)” xuất hiện hai lần trong một đối tượng. Hãy bỏ bớt một lần.",
            en: "the field “\(name)” is there twice in one object. Remove one."
        )
    }
    package static func jsonTooManyBytes(bytesMax: Int) -> Text {
        let size = bytesMax >= 1 << 20 ? "\(bytesMax >> 20) MB" : "\(bytesMax) byte"
        return Text(
            vi: "dữ liệu dài hơn \(size). Hãy chia nhỏ.",
            en: "the data is longer than \(size). Divide it."
        )
    }
    package static func jsonTooDeep(depthMax: Int) -> Text {
        Text(
            vi: "dữ liệu lồng nhau quá \(depthMax) tầng. Hãy viết phẳng hơn.",
            en: "the data is nested deeper than \(depthMax) levels. Make it flatter."
        )
    }
    package static func jsonTooManyValues(valuesMax: Int) -> Text {
        Text(
            vi: "dữ liệu có hơn \(valuesMax) giá trị. Hãy chia nhỏ.",
            en: "the data holds more than \(valuesMax) values. Divide it."
        )
    }
    package static func jsonNumberTooLong(bytesMax: Int) -> Text {
        Text(
            vi: "số dài hơn \(bytesMax) ký tự. Hãy viết ngắn lại hoặc ghi thành chuỗi.",
            en: "the number is longer than \(bytesMax) characters. Shorten it or write it as a string."
        )
    }
    package static let jsonExponentTooLarge = Text(
        vi: "số mũ quá lớn. Hãy kiểm tra con số này.",
        en: "the exponent is too large. Check the number."
    )
    package static let jsonNoMemory = Text(
        vi: "máy không đủ bộ nhớ để đọc dữ liệu này. Hãy chia nhỏ dữ liệu.",
        en: "there is not enough memory to read this. Divide the data."
    )
}
