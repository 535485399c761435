/// What is said of a record that does not fit its schema.
extension Text {
    /// The same in every language, such as the name of a field.
    package static func plain(_ text: String) -> Text { Text(vi: text, en: text) }

    /// With another text behind it.
    package func with(_ other: Text?) -> Text {
        guard let other else { return self }
        return Text(vi: vi + " " + other.vi, en: en + " " + other.en)
    }

    package static func schemaIssue(_ what: Text, at steps: [Text]) -> Text {
        guard !steps.isEmpty else { return Text(vi: "Bản ghi: \(what.vi)", en: "The record: \(what.en)") }
        let vi = steps.map(\.vi).joined(separator: " › ")
        let en = steps.map(\.en).joined(separator: " › ")
        return Text(vi: "Trường “\(vi)”: \(what.vi)", en: "Field “\(en)”: \(what.en)")
    }
    package static func schemaItem(_ number: Int) -> Text { Text(vi: "mục \(number)", en: "item \(number)") }

    package static func schemaMustBe(_ what: Text) -> Text {
        Text(vi: "phải là \(what.vi)", en: "must be \(what.en)")
    }

    /// Kinds of value by the names that JSON Schema gives them.
    package static func schemaKind(_ name: String) -> Text {
        switch name {
        case "null": Text(vi: "giá trị trống (null)", en: "null")
        case "boolean": Text(vi: "đúng hoặc sai (true, false)", en: "true or false")
        case "integer": Text(vi: "số nguyên", en: "a whole number")
        case "number": Text(vi: "số", en: "a number")
        case "string": Text(vi: "văn bản", en: "a text")
        case "array": Text(vi: "danh sách", en: "a list")
        default: Text(vi: "nhóm trường", en: "an object")
        }
    }

    package static func schemaOr(_ texts: [Text]) -> Text {
        Text(
            vi: texts.map(\.vi).joined(separator: " hoặc "),
            en: texts.map(\.en).joined(separator: " or ")
        )
    }

    /// A number of JSON as people write it: 10.000.000,5 and 10,000,000.5; one with an exponent as it is.
    package static func schemaNumber(_ digits: String) -> Text {
        guard !digits.contains(where: { $0 == "e" || $0 == "E" || $0 == "…" }) else { return plain(digits) }
        let parts = digits.drop { $0 == "-" }.split(separator: ".")
        let whole = parts.first.map(Array.init) ?? []
        func grouped(_ separator: String, _ point: String) -> String {
            var out = digits.hasPrefix("-") ? "−" : ""
            for (index, digit) in whole.enumerated() {
                if index > 0, (whole.count - index) % 3 == 0 { out += separator }
                out.append(digit)
            }
            return parts.count > 1 ? out + point + parts[1] : out
        }
        return Text(vi: grouped(".", ","), en: grouped(",", "."))
    }

    /// “from 1 to 5”, “at least 1”, “at most 5”, “exactly 5”.
    package static func schemaRange(from low: Text?, to high: Text?) -> Text {
        switch (low, high) {
        case (let low?, let high?) where low == high: Text(vi: "đúng \(low.vi)", en: "exactly \(low.en)")
        case (let low?, let high?):
            Text(vi: "từ \(low.vi) đến \(high.vi)", en: "from \(low.en) to \(high.en)")
        case (let low?, nil): Text(vi: "ít nhất \(low.vi)", en: "at least \(low.en)")
        case (nil, let high?): Text(vi: "nhiều nhất \(high.vi)", en: "at most \(high.en)")
        case (nil, nil): plain("")
        }
    }

    /// The bounds of a number; `nil` when there are none.
    package static func schemaBounds(from low: Text?, to high: Text?, above: Text?, below: Text?) -> Text? {
        var parts: [Text] = []
        if let low, let high {
            parts.append(Text(vi: "từ \(low.vi) đến \(high.vi)", en: "from \(low.en) to \(high.en)"))
        } else if let low {
            parts.append(Text(vi: "từ \(low.vi) trở lên", en: "of at least \(low.en)"))
        } else if let high {
            parts.append(Text(vi: "không quá \(high.vi)", en: "of at most \(high.en)"))
        }
        if let above { parts.append(Text(vi: "lớn hơn \(above.vi)", en: "greater than \(above.en)")) }
        if let below { parts.append(Text(vi: "nhỏ hơn \(below.vi)", en: "less than \(below.en)")) }
        guard !parts.isEmpty else { return nil }
        return Text(vi: parts.map(\.vi).joined(separator: ", "), en: parts.map(\.en).joined(separator: ", "))
    }

    package static func schemaLength(_ range: Text) -> Text {
        Text(vi: "dài \(range.vi) ký tự", en: "of \(range.en) characters")
    }
    package static func schemaMultiple(_ divisor: Text) -> Text {
        Text(vi: "phải là bội số của \(divisor.vi)", en: "must be a multiple of \(divisor.en)")
    }
    package static func schemaEnum(_ values: [String], more: Int) -> Text {
        guard !values.isEmpty else { return schemaNothingAllowed }
        let list = values.joined(separator: ", ")
        guard more > 0 else {
            return Text(vi: "phải là một trong các giá trị: \(list)", en: "must be one of: \(list)")
        }
        return Text(
            vi: "phải là một trong các giá trị: \(list) và \(more) giá trị khác",
            en: "must be one of: \(list) and \(more) others"
        )
    }
    package static func schemaConst(_ value: String) -> Text {
        Text(vi: "phải đúng bằng \(value)", en: "must be exactly \(value)")
    }
    package static func schemaPattern(_ pattern: String, example: String?) -> Text {
        guard let example else {
            return Text(vi: "phải viết theo mẫu \(pattern)", en: "must be written as \(pattern) says")
        }
        return Text(
            vi: "phải viết theo mẫu \(pattern), ví dụ “\(example)”",
            en: "must be written as \(pattern) says, such as “\(example)”"
        )
    }
    package static func schemaItemCount(_ range: Text) -> Text {
        Text(vi: "phải có \(range.vi) mục", en: "must have \(range.en) items")
    }
    package static func schemaMemberCount(_ range: Text) -> Text {
        Text(vi: "phải có \(range.vi) trường", en: "must have \(range.en) fields")
    }
    package static func schemaRepeated(_ one: Int, _ other: Int) -> Text {
        Text(
            vi: "các mục không được trùng nhau; mục \(one) và mục \(other) giống nhau",
            en: "no item may stand twice; items \(one) and \(other) are equal"
        )
    }
    package static func schemaMissing(_ name: String, with present: String?) -> Text {
        guard let present else {
            return Text(vi: "thiếu trường “\(name)”", en: "the field “\(name)” is missing")
        }
        return Text(
            vi: "đã có “\(present)” thì phải có cả “\(name)”",
            en: "with “\(present)” there must be “\(name)” too"
        )
    }
    package static let schemaUnknownMember = Text(
        vi: "mẫu không có trường này. Hãy kiểm tra tên trường hoặc bỏ đi",
        en: "the schema knows no such field. Check its name or leave it out"
    )
    package static let schemaUnknownItem = Text(
        vi: "danh sách không được có thêm mục này",
        en: "the list may not have this item"
    )
    package static let schemaNothingAllowed = Text(
        vi: "không được có giá trị nào ở đây",
        en: "no value may stand here"
    )
    package static func schemaContains(_ count: Text) -> Text {
        Text(
            vi: "phải có ít nhất \(count.vi) mục đúng yêu cầu của mẫu",
            en: "at least \(count.en) of the items must be as the schema asks"
        )
    }
    package static func schemaContainsTooMany(_ count: Text) -> Text {
        Text(
            vi: "chỉ được có nhiều nhất \(count.vi) mục thuộc loại mà mẫu nêu",
            en: "at most \(count.en) of the items may be of the kind that the schema names"
        )
    }
    package static let schemaNot = Text(
        vi: "là giá trị mà mẫu không cho phép",
        en: "is a value that the schema rules out"
    )
    package static let schemaOneOfMany = Text(
        vi: "khớp nhiều phương án cùng lúc, trong khi chỉ được khớp đúng một",
        en: "fits several alternatives at once and may fit only one"
    )
    package static let schemaNoAlternative = Text(
        vi: "không khớp phương án nào của mẫu",
        en: "fits none of the alternatives in the schema"
    )

    // MARK: What ends a validation

    package static let schemaEndlessReference = Text(
        vi: "Mẫu dữ liệu tự tham chiếu đến chính nó không dứt. Hãy sửa $ref trong mẫu.",
        en: "The schema refers to itself without end. Correct its $ref."
    )
    package static let schemaTooDeep = Text(
        vi: "Mẫu và dữ liệu lồng nhau quá sâu nên không kiểm tra được. Hãy viết mẫu đơn giản hơn.",
        en: "The schema and the data nest too deep to be checked. Simplify the schema."
    )
    package static let schemaTooManySteps = Text(
        vi:
            "Mẫu có quá nhiều tổ hợp phương án nên không kiểm tra được trong thời gian cho phép. Hãy viết mẫu đơn giản hơn.",
        en: "The schema combines too many alternatives to be checked in the time allowed. Simplify it."
    )
    package static let schemaPatternTooSlow = Text(
        vi:
            "Một biểu thức chính quy của mẫu chạy quá lâu trên dữ liệu này. Hãy viết lại biểu thức, tránh lặp lồng nhau như (a+)+.",
        en:
            "A regular expression of the schema takes too long on this data. Rewrite it without nested repetition such as (a+)+."
    )
}
