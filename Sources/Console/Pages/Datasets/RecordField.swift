import JSONReading

/// One field of a form, as the schema of the record describes it.
package struct RecordField: Hashable, Sendable {
    package indirect enum Kind: Hashable, Sendable {
        case text, integer, number, boolean, date
        case choice([RecordValue])
        case group([RecordField])
        case list(RecordField)
        /// What a form cannot show, written as JSON.
        case json
    }

    /// The member's name; empty for the record itself and for an item of a list.
    package let name: String
    /// The names on the way to it, without the numbers of items.
    package let path: [String]
    package let isRequired: Bool
    package let allowsNull: Bool
    package let kind: Kind
    /// What the schema says of its range.
    package let range: FieldRange

    package var fields: [RecordField] { if case .group(let fields) = kind { fields } else { [] } }
}

/// What may stand in a field, as JSON numbers; `nil` for no limit.
package struct FieldRange: Hashable, Sendable {
    package var minimum: String?
    package var maximum: String?
    package var minLength: String?
    package var maxLength: String?
    package var example: String?

    init() {}

    init(_ schema: JSONValue) {
        func number(_ name: String) -> String? {
            schema[name].flatMap { $0.isNumber ? String(decoding: $0.utf8, as: UTF8.self) : nil }
        }
        minimum = number("minimum")
        maximum = number("maximum")
        minLength = number("minLength")
        maxLength = number("maxLength")
        example = schema["examples"]?[0]?.string
    }
}

/// Reads the fields out of a schema; one that is hostile gives a small form with JSON in it, never an endless one.
struct RecordSchema {
    /// Levels of groups and lists within each other; deeper is written as JSON.
    static let depthMax = 5
    /// Fields of one form, those of a list's item counted once; more is not a form that a person fills in.
    static let fieldsMax = 300
    /// Choices of one list box; more is typed.
    static let choicesMax = 300
    /// References that lead to references.
    private static let referencesMax = 8
    /// What only a validator understands where it decides over a value's form.
    private static let unshowable = ["oneOf", "anyOf", "allOf", "if", "not", "$dynamicRef", "prefixItems"]

    private let root: JSONValue
    private var left = Self.fieldsMax

    private init(_ root: JSONValue) { self.root = root }

    /// The form of records; JSON as a whole when the schema is not one of an object.
    static func read(_ text: String, first: [String]) -> RecordField {
        guard let document = try? JSONDocument(Array(text.utf8)) else { return whole }
        var reader = RecordSchema(document.root)
        let root = reader.resolved(document.root)
        guard let root, root["properties"]?.isObject == true else { return whole }
        let fields = reader.members(of: root, path: [], depth: 0, first: first)
        return RecordField(
            name: "",
            path: [],
            isRequired: true,
            allowsNull: false,
            kind: .group(fields),
            range: FieldRange()
        )
    }

    private static let whole = RecordField(
        name: "",
        path: [],
        isRequired: true,
        allowsNull: false,
        kind: .json,
        range: FieldRange()
    )

    /// Follows references within the document; `nil` for others, and for those that go round.
    private func resolved(_ schema: JSONValue) -> JSONValue? {
        var schema = schema
        for _ in 0..<Self.referencesMax {
            guard let reference = schema["$ref"] else { return schema.isObject ? schema : nil }
            guard let target = reference.string, target.hasPrefix("#/") else { return nil }
            var found: JSONValue? = root
            for step in target.dropFirst(2).split(separator: "/") {
                found = found?[String(step).replacing("~1", with: "/").replacing("~0", with: "~")]
            }
            guard let found else { return nil }
            schema = found
        }
        return nil
    }

    /// Key fields first, then in the order of `required`, which is the only order that a schema has.
    private mutating func members(
        of schema: JSONValue,
        path: [String],
        depth: Int,
        first: [String]
    ) -> [RecordField] {
        let required = schema["required"].map { $0.elements.compactMap(\.string) } ?? []
        var properties: [String: JSONValue] = [:]
        var names: [String] = []
        for (bytes, value) in schema["properties"]?.members ?? schema.members {
            let name = String(decoding: bytes, as: UTF8.self)
            if properties.updateValue(value, forKey: name) == nil { names.append(name) }
        }
        var seen: Set<String> = []
        let order = (first + required + names).filter { properties[$0] != nil && seen.insert($0).inserted }
        var fields: [RecordField] = []
        for name in order {
            guard left > 0, let property = properties[name] else { break }
            fields.append(
                field(
                    property,
                    name: name,
                    path: path + [name],
                    isRequired: required.contains(name),
                    depth: depth + 1
                )
            )
        }
        return fields
    }

    private mutating func field(
        _ schema: JSONValue,
        name: String,
        path: [String],
        isRequired: Bool,
        depth: Int
    ) -> RecordField {
        left -= 1
        let types = Self.types(of: resolved(schema))
        return RecordField(
            name: name,
            path: path,
            isRequired: isRequired,
            allowsNull: types.contains("null"),
            kind: kind(resolved(schema), types, path: path, depth: depth),
            range: resolved(schema).map { FieldRange($0) } ?? FieldRange()
        )
    }

    private static func types(of schema: JSONValue?) -> [String] {
        guard let type = schema?["type"] else { return [] }
        return type.isArray ? type.elements.compactMap(\.string) : [type.string].compactMap { $0 }
    }

    private mutating func kind(
        _ schema: JSONValue?,
        _ types: [String],
        path: [String],
        depth: Int
    ) -> RecordField.Kind {
        guard let schema, depth <= Self.depthMax else { return .json }
        if let choices = schema["enum"], choices.isArray {
            guard choices.count <= Self.choicesMax else { return .json }
            return .choice(choices.elements.map { RecordValue($0) })
        }
        let real = types.filter { $0 != "null" }
        guard real.count == 1, Self.unshowable.allSatisfy({ schema[$0] == nil }) else { return .json }
        switch real[0] {
        case "string": return schema["format"]?.string == "date" ? .date : .text
        case "integer": return .integer
        case "number": return .number
        case "boolean": return .boolean
        case "object":
            guard schema["properties"]?.isObject == true, left > 0 else { return .json }
            return .group(members(of: schema, path: path, depth: depth, first: []))
        case "array":
            guard let items = schema["items"], items.isObject, left > 0 else { return .json }
            return .list(field(items, name: "", path: path, isRequired: true, depth: depth + 1))
        default: return .json
        }
    }
}
