package import Language

/// What a form field says and holds, with the sentence that stands beside it after a mistake.
package struct Field: Sendable {
    package enum Kind: Sendable {
        case text, password, email, url, search, number, date, oneTimeCode
        case area(rows: Int)
        case choice([(value: String, label: String)])
    }

    package let name: String
    package let label: Text
    package let kind: Kind
    package var value: String
    package var help: Text?
    package var error: Text?
    package var isRequired: Bool
    package var autocomplete: String?

    package init(
        _ name: String,
        _ label: Text,
        kind: Kind = .text,
        value: String = "",
        help: Text? = nil,
        error: Text? = nil,
        isRequired: Bool = false,
        autocomplete: String? = nil
    ) {
        self.name = name
        self.label = label
        self.kind = kind
        self.value = value
        self.help = help
        self.error = error
        self.isRequired = isRequired
        self.autocomplete = autocomplete
    }
}

enum Form {
    /// The token without which no form is accepted.
    static func token(_ frame: Frame) -> HTML {
        "<input type=\"hidden\" name=\"token\" value=\"\(frame.formToken)\">"
    }

    /// Label, help, error and control, tied together for those who hear the page.
    static func field(_ field: Field, prefix: String = "field", _ frame: Frame) -> HTML {
        let id = "\(prefix)-\(field.name)"
        let described = [field.help.map { _ in "\(id)-help" }, field.error.map { _ in "\(id)-error" }]
            .compactMap { $0 }.joined(separator: " ")
        return """
            <div class="field\(if: field.error != nil, " has-error")">
            <label for="\(id)">\(frame.say(field.label))\
            \(if: !field.isRequired, "<small> \(frame.say(.optional))</small>")</label>
            \(field.help.map { "<p class=\"help\" id=\"\(id)-help\">\(frame.say($0))</p>" })
            \(field.error.map { error(frame.say($0), id: "\(id)-error") })
            \(control(field, id: id, attributes: attributes(field, id: id, described: described)))
            </div>
            """
    }

    static func error(_ sentence: String, id: String) -> HTML {
        "<p class=\"error\" id=\"\(id)\">\(Icon.triangle.svg)\(sentence)</p>"
    }

    private static func attributes(_ field: Field, id: String, described: String) -> HTML {
        """
         id="\(id)" name="\(field.name)"\(if: field.isRequired, " required")\
        \(if: field.error != nil, " aria-invalid=\"true\"")\
        \(if: !described.isEmpty, " aria-describedby=\"\(described)\"")\
        \(field.autocomplete.map { " autocomplete=\"\($0)\"" })
        """
    }

    private static func control(_ field: Field, id: String, attributes: HTML) -> HTML {
        switch field.kind {
        case .area(let rows): "<textarea\(attributes) rows=\"\(rows)\">\n\(field.value)</textarea>"
        case .choice(let options):
            """
            <select\(attributes)>\(each: options, { option in
                "<option value=\"\(option.value)\"\(if: option.value == field.value, " selected")>\(option.label)"
                + "</option>"
            })</select>
            """
        case .oneTimeCode:
            "<input\(attributes) inputmode=\"numeric\" maxlength=\"6\" pattern=\"[0-9]{6}\" value=\"\(field.value)\">"
        case .password: "<input\(attributes) type=\"password\">"
        default: "<input\(attributes) type=\"\(type(of: field.kind))\" value=\"\(field.value)\">"
        }
    }

    private static func type(of kind: Field.Kind) -> String {
        switch kind {
        case .email: "email"
        case .url: "url"
        case .search: "search"
        case .number: "number"
        case .date: "date"
        default: "text"
        }
    }
}
