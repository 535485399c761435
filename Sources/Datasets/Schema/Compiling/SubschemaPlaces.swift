import JSONReading

/// Where subschemas stand in a schema: what an `$id` there means, and what may be referred to.
enum SubschemaPlaces {
    enum Form { case single, list, map }

    /// The form that `keyword` has in `draft`; `nil` for keywords whose values are no schemas.
    static func form(of keyword: SchemaKeyword, _ value: JSONValue, in draft: SchemaDialect.Draft) -> Form? {
        switch keyword {
        case .not, .additionalProperties: .single
        case .propertyNames, .contains: draft > .four ? .single : nil
        case .if, .then, .else: draft >= .seven ? .single : nil
        case .unevaluatedItems, .unevaluatedProperties, .contentSchema: draft >= .of2019 ? .single : nil
        case .items: value.isArray && draft < .of2020 ? .list : .single
        case .additionalItems: draft < .of2020 ? .single : nil
        case .allOf, .anyOf, .oneOf: .list
        case .prefixItems: draft >= .of2020 ? .list : nil
        case .properties, .patternProperties, .oldDefinitions, .dependencies: .map
        case .definitions, .dependentSchemas: draft >= .of2019 ? .map : nil
        default: nil
        }
    }

    /// The subschemas directly in `schema` with the pointer to each, which begins with `pointer`.
    static func children(
        of schema: JSONValue,
        at pointer: String,
        in draft: SchemaDialect.Draft
    ) -> [(value: JSONValue, pointer: String)] {
        var children: [(JSONValue, String)] = []
        // Up to draft 7, what stands beside a reference means nothing, except what it may refer to.
        let isOnlyReference = draft <= .seven && schema["$ref"] != nil
        for member in schema.members {
            let name = String(decoding: member.name, as: UTF8.self)
            guard let keyword = SchemaKeyword(rawValue: name),
                let form = form(of: keyword, member.value, in: draft)
            else { continue }
            if isOnlyReference, keyword != .oldDefinitions { continue }
            let place = JSONPointer.appending(name, to: pointer)
            switch form {
            case .single: children.append((member.value, place))
            case .list:
                for (index, element) in member.value.elements.enumerated() {
                    children.append((element, "\(place)/\(index)"))
                }
            case .map:
                for (name, value) in member.value.members {
                    if keyword == .dependencies, value.isArray { continue }
                    let name = String(decoding: name, as: UTF8.self)
                    children.append((value, JSONPointer.appending(name, to: place)))
                }
            }
        }
        return children
    }
}
