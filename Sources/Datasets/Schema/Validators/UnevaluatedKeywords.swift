import JSONReading

/// `unevaluatedProperties` and `unevaluatedItems`: what nothing else has looked at.
///
/// **Means**: fields or items that no other keyword of this schema has looked at, also in `allOf`, `$ref`, `if` and so
/// on, are valid under this one.
///
/// **Write**: `"allOf": [{"$ref": "#/$defs/base"}], "unevaluatedProperties": false`.
///
/// **Mind**: what an alternative that does not fit has looked at does not count. It costs a little memory for each
/// object, so `additionalProperties` is better where it suffices.
enum UnevaluatedKeywords: KeywordGroup {
    static let keywords: [SchemaKeyword] = [.unevaluatedItems, .unevaluatedProperties]
    static let vocabulary = SchemaDialect.Vocabularies.unevaluated

    static func compile(_ schema: SubschemaSource, into builder: inout SubschemaBuilder) throws(SchemaError) {
        guard schema.dialect.draft >= .of2019 else { return }
        if let child = schema[.unevaluatedItems] {
            builder.emit(.unevaluatedItems(try builder.number(of: child)), .unevaluatedItems)
            builder.tracksMembers = true
        }
        if let child = schema[.unevaluatedProperties] {
            builder.emit(.unevaluatedProperties(try builder.number(of: child)), .unevaluatedProperties)
            builder.tracksMembers = true
        }
    }
}

extension Evaluation {
    mutating func unevaluatedItems<Sink: IssueSink>(_ number: Int32, _ here: Step, _ sink: inout Sink) -> Bool
    {
        guard here.value.isArray else { return true }
        var (isValid, position) = (true, 0)
        for item in here.value.elements {
            if !looked.isMarked(position, in: here.frame) {
                isValid = unevaluated(number, item, .index(position), here, &sink) && isValid
            }
            if !isValid, !Sink.isCollecting { return false }
            position &+= 1
        }
        looked.markAll(in: here.frame)
        return isValid
    }

    mutating func unevaluatedProperties<Sink: IssueSink>(_ number: Int32, _ here: Step, _ sink: inout Sink)
        -> Bool
    {
        guard here.value.isObject else { return true }
        var (isValid, position) = (true, 0)
        for (name, member) in here.value.members {
            if !looked.isMarked(position, in: here.frame) {
                isValid = unevaluated(number, member, .name(name), here, &sink) && isValid
            }
            if !isValid, !Sink.isCollecting { return false }
            position &+= 1
        }
        looked.markAll(in: here.frame)
        return isValid
    }

    private mutating func unevaluated<Sink: IssueSink>(
        _ number: Int32,
        _ value: JSONValue,
        _ path: PathStep,
        _ here: Step,
        _ sink: inout Sink
    ) -> Bool {
        let saved = inPlace
        inPlace = 0
        sink.enter(path)
        defer {
            sink.leave()
            inPlace = saved
        }
        guard subschemas[Int(number)].kind == .never else {
            return evaluate(number, value, LookedAt.nothing, &sink)
        }
        return fail(
            Step(subschema: here.subschema, instruction: here.instruction, value: value, frame: here.frame),
            &sink
        )
    }
}
