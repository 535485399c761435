import JSONReading

/// `type`: the kind of a value.
///
/// **Means**: the value is of that kind, or of one of the kinds in a list: `null`, `boolean`, `number`, `integer`,
/// `string`, `array`, `object`. An integer is a number without a fraction, however it is written: 1, 1.0 and 1e2.
///
/// **Write**: `"type": "integer"` or `"type": ["string", "null"]`.
///
/// **Mind**: without `type`, the other keywords look only at values of their own kind and let all others through:
/// `{"minimum": 0}` takes the text `"-1"`.
enum TypeKeywords: KeywordGroup {
    static let keywords: [SchemaKeyword] = [.type]
    static let vocabulary = SchemaDialect.Vocabularies.validation

    private static let kinds: [String: JSONKind] = [
        "null": .null, "boolean": .boolean, "number": .number, "string": .string, "array": .array,
        "object": .object,
    ]

    static func compile(_ schema: SubschemaSource, into builder: inout SubschemaBuilder) throws(SchemaError) {
        guard let names = try names(in: schema) else { return }
        var (kinds, isInteger): (UInt8, Bool) = (0, false)
        for name in names {
            if let kind = Self.kinds[name] { kinds |= JSONValue.kindBit(of: kind) } else { isInteger = true }
        }
        let number = JSONValue.kindBit(of: .number)
        isInteger = isInteger && kinds & number == 0
        builder.kinds = isInteger ? kinds | number : kinds
        // An integer with whole bounds is one instruction, which the keywords of numbers write.
        if isInteger, kinds == 0, NumberKeywords.wholeBounds(of: schema) != nil { return }
        builder.emit(.type(kinds: builder.kinds, integer: isInteger), .type)
    }

    /// The names of kinds; `nil` without `type`.
    static func names(in schema: SubschemaSource) throws(SchemaError) -> [String]? {
        guard let value = schema[.type] else { return nil }
        let names = value.isArray ? value.elements.map(\.string) : [value.string]
        let known = names.compactMap { $0 }.filter { kinds[$0] != nil || $0 == "integer" }
        guard known.count == names.count, !known.isEmpty, Set(known).count == known.count else {
            throw schema.wrong(.type, .type)
        }
        return known
    }
}

extension Evaluation {
    @inline(__always)
    func type<Sink: IssueSink>(_ kinds: UInt8, _ integer: Bool, _ here: Step, _ sink: inout Sink) -> Bool {
        guard here.value.kindBit & kinds != 0 else { return fail(here, &sink) }
        guard integer, here.value.isNumber else { return true }
        return DecimalNumber(here.value.utf8).isInteger || fail(here, &sink)
    }
}
