import JSONReading

/// `minProperties` and `maxProperties`: how many fields an object has.
///
/// **Means**: the number of fields lies between the two, whatever they are called.
///
/// **Write**: `"minProperties": 1`.
///
/// **Mind**: other kinds of value are let through; say `"type": "object"` too.
enum MemberCountKeywords: KeywordGroup {
    static let keywords: [SchemaKeyword] = [.minProperties, .maxProperties]
    static let vocabulary = SchemaDialect.Vocabularies.validation

    static func compile(_ schema: SubschemaSource, into builder: inout SubschemaBuilder) throws(SchemaError) {
        let (min, max) = (try schema.count(.minProperties), try schema.count(.maxProperties))
        guard min != nil || max != nil else { return }
        builder.emit(
            .memberCount(min: min ?? -1, max: max ?? -1),
            min == nil ? .maxProperties : .minProperties
        )
    }
}

extension Evaluation {
    @inline(__always)
    func memberCount<Sink: IssueSink>(_ min: Int32, _ max: Int32, _ here: Step, _ sink: inout Sink) -> Bool {
        guard here.value.isObject else { return true }
        let count = here.value.count
        if min >= 0, count < Int(min) { return fail(here, &sink, .minProperties, detail: .found(count)) }
        if max >= 0, count > Int(max) { return fail(here, &sink, .maxProperties, detail: .found(count)) }
        return true
    }
}
