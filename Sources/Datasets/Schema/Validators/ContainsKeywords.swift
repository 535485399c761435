import JSONReading

/// `contains`, `minContains` and `maxContains`: a list has items of a certain kind.
///
/// **Means**: at least one item is valid under the schema, or as many as the two others say.
///
/// **Write**: `"contains": {"const": "flood"}, "maxContains": 1`.
///
/// **Mind**: with `"minContains": 0` none is needed. The two others alone mean nothing.
enum ContainsKeywords: KeywordGroup {
    static let keywords: [SchemaKeyword] = [.contains, .minContains, .maxContains]
    static let vocabulary: SchemaDialect.Vocabularies = [.applicator, .validation]

    static func compile(_ schema: SubschemaSource, into builder: inout SubschemaBuilder) throws(SchemaError) {
        var (min, max): (Int32?, Int32?) = (nil, nil)
        if schema.dialect.draft >= .of2019, schema.dialect.vocabularies.contains(.validation) {
            (min, max) = (try schema.count(.minContains), try schema.count(.maxContains))
        }
        guard schema.dialect.draft > .four, schema.dialect.vocabularies.contains(.applicator),
            let child = schema[.contains]
        else { return }
        builder.emit(.contains(try builder.number(of: child), min: min ?? 1, max: max ?? -1), .contains)
    }
}

extension Evaluation {
    mutating func contains<Sink: IssueSink>(
        _ number: Int32,
        _ min: Int32,
        _ max: Int32,
        _ here: Step,
        _ sink: inout Sink
    ) -> Bool {
        guard here.value.isArray else { return true }
        let saved = inPlace
        inPlace = 0
        defer { inPlace = saved }
        var (found, position) = (0, 0)
        for item in here.value.elements {
            if isValid(number, item, LookedAt.nothing) {
                found += 1
                if here.frame != LookedAt.nothing {
                    looked.mark(position, in: here.frame)
                } else if found >= Int(min), max < 0 {
                    return true
                }
            }
            position &+= 1
        }
        if found < Int(min) {
            return fail(here, &sink, found == 0 ? .contains : .minContains, detail: .found(found))
        }
        if max >= 0, found > Int(max) { return fail(here, &sink, .maxContains, detail: .found(found)) }
        return true
    }
}
