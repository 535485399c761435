import JSONReading

/// `if`, `then` and `else`: what is asked depends on the value.
///
/// **Means**: a value that is valid under `if` must be valid under `then`, any other under `else`.
///
/// **Write**: `"if": {"properties": {"status": {"const": "approved"}}, "required": ["status"]},
/// "then": {"required": ["approved_by"]}`.
///
/// **Mind**: an `if` that looks at a field should also require it, since a field that is missing fits everything.
enum ConditionKeywords: KeywordGroup {
    static let keywords: [SchemaKeyword] = [.if, .then, .else]
    static let vocabulary = SchemaDialect.Vocabularies.applicator

    static func compile(_ schema: SubschemaSource, into builder: inout SubschemaBuilder) throws(SchemaError) {
        guard schema.dialect.draft >= .seven, let condition = schema[.if] else { return }
        let number = try builder.number(of: condition)
        let (then, other) = (try builder.number(of: schema[.then]), try builder.number(of: schema[.else]))
        builder.emit(.condition(if: number, then: then, else: other), .if)
    }
}

extension Evaluation {
    mutating func condition<Sink: IssueSink>(
        _ condition: Int32,
        _ then: Int32,
        _ other: Int32,
        _ here: Step,
        _ sink: inout Sink
    ) -> Bool {
        if then < 0, other < 0, here.frame == LookedAt.nothing { return true }
        let branch = isValid(condition, here.value, here.frame) ? then : other
        return branch < 0 || evaluate(branch, here.value, here.frame, &sink)
    }
}
