import JSONReading

/// `prefixItems` and `items`: what the items of a list are.
///
/// **Means**: the first items are valid under the schemas of `prefixItems`, one after the other; all further ones, or
/// all when there is no `prefixItems`, under `items`.
///
/// **Write**: `"items": {"type": "string"}`, or `"prefixItems": [{"type": "number"}, {"type": "number"}], "items": false`
/// for a pair of coordinates.
///
/// **Mind**: a list may be shorter than `prefixItems`; say `minItems` too.
enum ItemKeywords: KeywordGroup {
    static let keywords: [SchemaKeyword] = [.prefixItems, .items]
    static let vocabulary = SchemaDialect.Vocabularies.applicator

    static func compile(_ schema: SubschemaSource, into builder: inout SubschemaBuilder) throws(SchemaError) {
        var (first, rest): ([JSONValue], JSONValue?) = ([], schema[.items])
        if schema.dialect.draft >= .of2020 {
            first = try schema.elements(.prefixItems)
        } else if let list = schema[.items], list.isArray {
            // Before 2020, a list in `items` was what `prefixItems` is now.
            (first, rest) = (Array(list.elements), schema[.additionalItems])
        }
        guard !first.isEmpty || rest != nil else { return }
        var numbers: [Int32] = []
        for child in first { numbers.append(try builder.number(of: child)) }
        let list = builder.list(numbers)
        let other = try builder.number(of: rest)
        builder.emit(
            .items(first: list.first, count: list.count, rest: other),
            rest == nil ? .prefixItems : .items
        )
    }
}

extension Evaluation {
    mutating func items<Sink: IssueSink>(
        _ first: Int32,
        _ count: Int32,
        _ rest: Int32,
        _ here: Step,
        _ sink: inout Sink
    ) -> Bool {
        guard here.value.isArray else { return true }
        let saved = inPlace
        inPlace = 0
        defer { inPlace = saved }
        var (isValid, position) = (true, 0)
        for item in here.value.elements {
            let subschema = position < Int(count) ? program.lists[Int(first) + position] : rest
            guard subschema >= 0 else { break }
            sink.enter(.index(position))
            let fits = evaluate(subschema, item, LookedAt.nothing, &sink)
            sink.leave()
            if !fits {
                if !Sink.isCollecting { return false }
                isValid = false
            }
            if here.frame != LookedAt.nothing { looked.mark(position, in: here.frame) }
            position &+= 1
        }
        return isValid
    }
}
