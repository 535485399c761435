/// What is said of a schema that cannot be used.
extension Text {
    package static func schemaError(_ what: Text, at pointer: String, in document: String?) -> Text {
        let place = (document ?? "") + "#" + pointer
        return Text(vi: "Mẫu dữ liệu, tại \(place): \(what.vi)", en: "Schema, at \(place): \(what.en)")
    }
    package static let schemaMustBeASchema = Text(
        vi: "ở đây phải là một mẫu: đối tượng {…}, true hoặc false.",
        en: "a schema must stand here: an object {…}, true or false."
    )
    package static func schemaTooManySubschemas(_ max: Int) -> Text {
        Text(
            vi: "mẫu có hơn \(max) mẫu con. Hãy chia nhỏ hoặc dùng $ref.",
            en: "the schema has more than \(max) subschemas. Divide it or use $ref."
        )
    }
    package static func schemaNameTwice(_ name: String) -> Text {
        Text(
            vi: "tên “\(name)” đã được dùng ở chỗ khác. Hãy đặt tên khác.",
            en: "the name “\(name)” is taken. Choose another."
        )
    }
    package static func schemaUnresolved(_ reference: String) -> Text {
        Text(
            vi: "không tìm thấy “\(reference)”. Hãy viết như #/$defs/ten, hoặc đăng ký mẫu đó trước.",
            en: "“\(reference)” leads nowhere. Write it as #/$defs/name, or register that schema first."
        )
    }
    package static func schemaUnknownDialect(_ uri: String) -> Text {
        Text(
            vi: "không biết “\(uri)”. Hãy viết https://json-schema.org/draft/2020-12/schema.",
            en: "“\(uri)” is not known. Write https://json-schema.org/draft/2020-12/schema."
        )
    }
    package static func schemaUnknownVocabulary(_ uri: String) -> Text {
        Text(
            vi: "mẫu bắt buộc bộ từ khóa “\(uri)” mà chương trình không biết. Hãy bỏ yêu cầu đó.",
            en: "the vocabulary “\(uri)” is required and not known. Remove the requirement."
        )
    }
    package static let schemaFormAddress = Text(vi: "phải là một địa chỉ URI.", en: "must be a URI.")
    package static let schemaFormAddressWithoutFragment = Text(
        vi: "phải là một địa chỉ URI không có phần sau dấu #.",
        en: "must be a URI without anything after #."
    )
    package static let schemaFormAnchor = Text(
        vi: "phải bắt đầu bằng chữ cái hoặc dấu _, sau đó là chữ cái, chữ số, dấu -, _ hoặc dấu chấm.",
        en: "must begin with a letter or _ and go on with letters, digits, -, _ or dots."
    )
    package static let schemaFormString = Text(
        vi: "phải là văn bản trong dấu nháy kép.",
        en: "must be a text in quotes."
    )
    package static let schemaFormBoolean = Text(vi: "phải là true hoặc false.", en: "must be true or false.")
    package static let schemaFormNumber = Text(vi: "phải là một số.", en: "must be a number.")
    package static let schemaFormPositiveNumber = Text(
        vi: "phải là một số lớn hơn 0.",
        en: "must be a number above 0."
    )
    package static let schemaFormCount = Text(
        vi: "phải là số nguyên từ 0 trở lên.",
        en: "must be a whole number of at least 0."
    )
    package static let schemaFormType = Text(
        vi:
            "phải là null, boolean, number, integer, string, array, object, hoặc danh sách các tên đó, không trùng nhau.",
        en: "must be null, boolean, number, integer, string, array, object, or a list of these, each once."
    )
    package static let schemaFormList = Text(vi: "phải là một danh sách […].", en: "must be a list […].")
    package static let schemaFormStringList = Text(
        vi: "phải là danh sách các tên, không trùng nhau, như [\"a\", \"b\"].",
        en: "must be a list of names, each once, such as [\"a\", \"b\"]."
    )
    package static let schemaFormSchemaList = Text(
        vi: "phải là danh sách có ít nhất một mẫu.",
        en: "must be a list of at least one schema."
    )
    package static let schemaFormSchemaMap = Text(
        vi: "phải là đối tượng {…} với tên và mẫu của từng trường.",
        en: "must be an object {…} with names and what belongs to each."
    )

    // MARK: Regular expressions

    private static func pattern(_ place: Int, vi: String, en: String) -> Text {
        Text(
            vi: "biểu thức chính quy sai ở ký tự thứ \(place): \(vi)",
            en: "the regular expression is wrong at character \(place): \(en)"
        )
    }
    package static func patternTooLong(_ max: Int) -> Text {
        Text(
            vi: "biểu thức chính quy dài hơn \(max) byte. Hãy viết ngắn lại.",
            en: "the regular expression is longer than \(max) bytes. Shorten it."
        )
    }
    package static func patternTooDeep(_ max: Int) -> Text {
        Text(
            vi: "biểu thức chính quy có hơn \(max) nhóm lồng nhau. Hãy viết đơn giản hơn.",
            en: "the regular expression nests more than \(max) groups. Simplify it."
        )
    }
    package static func patternGroupNotClosed(_ place: Int) -> Text {
        pattern(place, vi: "dấu ( không có dấu ) đóng lại.", en: "( is not closed by ).")
    }
    package static func patternGroupNotOpened(_ place: Int) -> Text {
        pattern(
            place,
            vi: "thừa dấu ). Viết \\) nếu là chính dấu đó.",
            en: ") closes nothing. Write \\) for the sign itself."
        )
    }
    package static func patternGroupUnknown(_ place: Int) -> Text {
        pattern(
            place,
            vi: "sau (? chỉ được là :, =, !, <=, <! hoặc <tên>.",
            en: "after (? only :, =, !, <=, <! or <name> may stand."
        )
    }
    package static func patternClassNotClosed(_ place: Int) -> Text {
        pattern(place, vi: "dấu [ không có dấu ] đóng lại.", en: "[ is not closed by ].")
    }
    package static func patternRangeReversed(_ place: Int) -> Text {
        pattern(
            place,
            vi: "khoảng viết ngược, như z-a. Hãy đổi lại.",
            en: "the range is the wrong way round, as in z-a."
        )
    }
    package static func patternRangeOfClass(_ place: Int) -> Text {
        pattern(place, vi: "hai đầu khoảng phải là ký tự.", en: "both ends of a range must be characters.")
    }
    package static func patternNothingToRepeat(_ place: Int) -> Text {
        pattern(
            place,
            vi: "không có gì để lặp lại. Viết thêm \\ ở trước nếu là chính dấu đó.",
            en: "there is nothing to repeat. Write \\ before it for the sign itself."
        )
    }
    package static func patternRepeatReversed(_ place: Int) -> Text {
        pattern(
            place,
            vi: "số lần lặp viết ngược, như {3,1}.",
            en: "the numbers are the wrong way round, as in {3,1}."
        )
    }
    package static func patternBrace(_ place: Int) -> Text {
        pattern(
            place,
            vi: "dấu { hoặc } phải viết là \\{ hoặc \\}.",
            en: "{ and } alone are written \\{ and \\}."
        )
    }
    package static func patternBracket(_ place: Int) -> Text {
        pattern(place, vi: "dấu ] phải viết là \\].", en: "] alone is written \\].")
    }
    package static func patternEscape(_ escape: String, _ place: Int) -> Text {
        pattern(
            place,
            vi: "\(escape) không có nghĩa trong ECMA-262. Hãy bỏ dấu \\.",
            en: "\(escape) means nothing in ECMA-262. Leave \\ out."
        )
    }
    package static func patternProperty(_ name: String, _ place: Int) -> Text {
        pattern(
            place,
            vi: "không có thuộc tính Unicode “\(name)”. Viết như \\p{Letter}, \\p{Script=Latin}.",
            en: "there is no Unicode property “\(name)”. Write it as \\p{Letter} or \\p{Script=Latin}."
        )
    }
    package static func patternBackReference(_ name: String, _ place: Int) -> Text {
        pattern(place, vi: "không có nhóm “\(name)”.", en: "there is no group “\(name)”.")
    }
    package static func patternNameTwice(_ name: String, _ place: Int) -> Text {
        pattern(place, vi: "hai nhóm cùng tên “\(name)”.", en: "two groups are called “\(name)”.")
    }
    package static func patternName(_ place: Int) -> Text {
        pattern(place, vi: "tên nhóm phải viết như (?<ten>…).", en: "a group is named as in (?<name>…).")
    }
    package static func patternNotSupported(_ word: String) -> Text {
        Text(
            vi: "bộ máy biểu thức chính quy không làm được biểu thức này (\(word)). Hãy viết lại cách khác.",
            en: "the engine cannot do this regular expression (\(word)). Write it in another way."
        )
    }
}
