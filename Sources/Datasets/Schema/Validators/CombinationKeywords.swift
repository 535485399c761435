import JSONReading

/// `allOf`, `anyOf`, `oneOf` and `not`: schemas combined.
///
/// **Means**: the value is valid under all of them, under at least one, under exactly one, or not under this one.
///
/// **Write**: `"anyOf": [{"type": "null"}, {"type": "string", "format": "date"}]`.
///
/// **Mind**: `oneOf` has to try every alternative and refuses what fits two; `anyOf` is most often what is meant. When
/// no alternative fits and only one has the value's `type`, what is wrong is told from that one.
enum CombinationKeywords: KeywordGroup {
    static let keywords: [SchemaKeyword] = [.allOf, .anyOf, .oneOf, .not]
    static let vocabulary = SchemaDialect.Vocabularies.applicator

    static func compile(_ schema: SubschemaSource, into builder: inout SubschemaBuilder) throws(SchemaError) {
        for keyword in [SchemaKeyword.allOf, .anyOf, .oneOf] {
            var numbers: [Int32] = []
            for child in try schema.elements(keyword) { numbers.append(try builder.number(of: child)) }
            guard !numbers.isEmpty else { continue }
            let (first, count) = builder.list(numbers)
            switch keyword {
            case .allOf: builder.emit(.all(first: first, count: count), keyword)
            case .anyOf: builder.emit(.any(first: first, count: count), keyword)
            default: builder.emit(.one(first: first, count: count), keyword)
            }
        }
        if let child = schema[.not] { builder.emit(.not(try builder.number(of: child)), .not) }
    }
}

extension Evaluation {
    mutating func all<Sink: IssueSink>(_ first: Int32, _ count: Int32, _ here: Step, _ sink: inout Sink)
        -> Bool
    {
        var isValid = true
        for index in first..<first + count {
            if !evaluate(program.lists[Int(index)], here.value, here.frame, &sink) {
                if !Sink.isCollecting { return false }
                isValid = false
            }
        }
        return isValid
    }

    mutating func any<Sink: IssueSink>(_ first: Int32, _ count: Int32, _ here: Step, _ sink: inout Sink)
        -> Bool
    {
        var found = false
        for index in first..<first + count where isValid(program.lists[Int(index)], here.value, here.frame) {
            found = true
            // Every alternative that fits says which members it looked at.
            if here.frame == LookedAt.nothing { break }
        }
        return found || explain(first, count, here, &sink)
    }

    mutating func one<Sink: IssueSink>(_ first: Int32, _ count: Int32, _ here: Step, _ sink: inout Sink)
        -> Bool
    {
        var found = 0
        for index in first..<first + count where isValid(program.lists[Int(index)], here.value, here.frame) {
            found += 1
            if found > 1 { break }
        }
        if found == 1 { return true }
        return found == 0 ? explain(first, count, here, &sink) : fail(here, &sink, detail: .found(found))
    }

    /// What the only alternative of the value's type says, or that none fits.
    private mutating func explain<Sink: IssueSink>(
        _ first: Int32,
        _ count: Int32,
        _ here: Step,
        _ sink: inout Sink
    ) -> Bool {
        guard Sink.isCollecting, stop == nil else { return false }
        var likely: [Int32] = []
        for index in first..<first + count {
            let number = program.lists[Int(index)]
            let subschema = subschemas[Int(number)]
            if subschema.kind == .general, subschema.kinds & here.value.kindBit != 0 { likely.append(number) }
        }
        guard likely.count == 1, !evaluate(likely[0], here.value, LookedAt.nothing, &sink) else {
            return fail(here, &sink, detail: .found(0))
        }
        return false
    }

    mutating func not<Sink: IssueSink>(_ number: Int32, _ here: Step, _ sink: inout Sink) -> Bool {
        // Whatever it looks at counts for nobody.
        !isValid(number, here.value, LookedAt.nothing) || fail(here, &sink)
    }
}
