import JSONReading

/// `minItems` and `maxItems`: how many items a list has.
///
/// **Means**: the number of items lies between the two.
///
/// **Write**: `"minItems": 1, "maxItems": 5`.
///
/// **Mind**: other kinds of value are let through; say `"type": "array"` too.
enum ItemCountKeywords: KeywordGroup {
    static let keywords: [SchemaKeyword] = [.minItems, .maxItems]
    static let vocabulary = SchemaDialect.Vocabularies.validation

    static func compile(_ schema: SubschemaSource, into builder: inout SubschemaBuilder) throws(SchemaError) {
        let (min, max) = (try schema.count(.minItems), try schema.count(.maxItems))
        guard min != nil || max != nil else { return }
        builder.emit(.itemCount(min: min ?? -1, max: max ?? -1), min == nil ? .maxItems : .minItems)
    }
}

extension Evaluation {
    @inline(__always)
    func itemCount<Sink: IssueSink>(_ min: Int32, _ max: Int32, _ here: Step, _ sink: inout Sink) -> Bool {
        guard here.value.isArray else { return true }
        let count = here.value.count
        if min >= 0, count < Int(min) { return fail(here, &sink, .minItems, detail: .found(count)) }
        if max >= 0, count > Int(max) { return fail(here, &sink, .maxItems, detail: .found(count)) }
        return true
    }
}
