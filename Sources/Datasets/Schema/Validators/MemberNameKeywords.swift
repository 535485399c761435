import JSONReading

/// `propertyNames`: what the fields of an object may be called.
///
/// **Means**: each name, taken as a text, is valid under the schema.
///
/// **Write**: `"propertyNames": {"pattern": "^[a-z_]+$"}`.
///
/// **Mind**: it sees names, never values.
enum MemberNameKeywords: KeywordGroup {
    static let keywords: [SchemaKeyword] = [.propertyNames]
    static let vocabulary = SchemaDialect.Vocabularies.applicator

    static func compile(_ schema: SubschemaSource, into builder: inout SubschemaBuilder) throws(SchemaError) {
        guard schema.dialect.draft > .four, let child = schema[.propertyNames] else { return }
        builder.emit(.names(try builder.number(of: child)), .propertyNames)
    }
}

extension Evaluation {
    mutating func names<Sink: IssueSink>(_ number: Int32, _ here: Step, _ sink: inout Sink) -> Bool {
        guard here.value.isObject else { return true }
        let saved = inPlace
        inPlace = 0
        defer { inPlace = saved }
        var isValid = true
        _ = here.value.everyName { name in
            sink.enter(.name(name.utf8))
            let fits = evaluate(number, name, LookedAt.nothing, &sink)
            sink.leave()
            isValid = isValid && fits
            return fits || Sink.isCollecting
        }
        return isValid
    }
}
