import JSONReading

/// `minimum`, `maximum`, `exclusiveMinimum`, `exclusiveMaximum`: between which bounds a number lies.
///
/// **Means**: the number is at least, at most, more than or less than the bound. Numbers are compared digit by digit
/// as they are written; no rounding to binary fractions comes between, however many digits there are.
///
/// **Write**: `"minimum": 0, "maximum": 100`, `"exclusiveMinimum": 0`.
///
/// **Mind**: other kinds of value are let through; say `"type": "number"` too.
enum NumberKeywords: KeywordGroup {
    static let keywords: [SchemaKeyword] = [.minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum]
    static let vocabulary = SchemaDialect.Vocabularies.validation

    static func compile(_ schema: SubschemaSource, into builder: inout SubschemaBuilder) throws(SchemaError) {
        var written: [(SchemaKeyword, DecimalNumber)] = []
        for keyword in keywords {
            // In draft 4 the exclusive ones are true or false and say how the others are meant.
            if schema.dialect.draft == .four, schema[keyword]?.boolean != nil { continue }
            if let bound = try schema.number(keyword) { written.append((keyword, bound)) }
        }
        if let whole = wholeBounds(of: schema) {
            return builder.emit(.integer(from: whole.lowerBound, through: whole.upperBound), .type)
        }
        for (keyword, bound) in written {
            let isLower = keyword == .minimum || keyword == .exclusiveMinimum
            let order: Int8 = isLower ? -1 : 1
            let exclusive: SchemaKeyword = isLower ? .exclusiveMinimum : .exclusiveMaximum
            let isExclusive = keyword == exclusive || schema[exclusive]?.boolean == true
            var short: ShortDecimal?
            if case .short(let number) = bound { short = number }
            let entry = NumberBounds(
                short: short ?? ShortDecimal(0),
                long: short == nil ? builder.compiler.draft.longBounds.add(LongBounds(bound: bound)) : -1,
                refusedOrder: order,
                refusesEqual: isExclusive
            )
            builder.emit(.bounds(builder.compiler.draft.bounds.add(entry)), keyword)
        }
    }

    /// The bounds of a schema that is `integer` and nothing else, when there are any and both are whole.
    static func wholeBounds(of schema: SubschemaSource) -> ClosedRange<Int64>? {
        guard schema[.type]?.string == "integer", !schema.has(.exclusiveMinimum),
            !schema.has(.exclusiveMaximum),
            schema.has(.minimum) || schema.has(.maximum)
        else { return nil }
        guard let low = whole(schema[.minimum], .min), let high = whole(schema[.maximum], .max), low <= high
        else {
            return nil
        }
        return low...high
    }

    private static func whole(_ value: JSONValue?, _ none: Int64) -> Int64? {
        guard let value else { return none }
        return value.isNumber ? ShortDecimal(value.utf8)?.integer : nil
    }
}

/// One bound of a number.
struct NumberBounds: BitwiseCopyable {
    let short: ShortDecimal
    /// Where a bound of many digits stands; -1 for a short one.
    let long: Int32
    /// How a number that is refused compares with the bound: -1 below, 1 above it.
    let refusedOrder: Int8
    let refusesEqual: Bool
}

/// A bound of more digits than fit into a word.
struct LongBounds {
    let bound: DecimalNumber
}

extension Evaluation {
    /// `type: integer` with whole bounds, all at once.
    @inline(__always)
    func integer<Sink: IssueSink>(_ low: Int64, _ high: Int64, _ here: Step, _ sink: inout Sink) -> Bool {
        guard here.value.isNumber else { return fail(here, &sink, .type) }
        if let integer = ShortDecimal(here.value.utf8)?.integer {
            if integer < low { return fail(here, &sink, .minimum) }
            return integer <= high || fail(here, &sink, .maximum)
        }
        return longInteger(low, high, here, &sink)
    }

    /// More than 18 digits, or a fraction.
    @inline(never)
    private func longInteger<Sink: IssueSink>(_ low: Int64, _ high: Int64, _ here: Step, _ sink: inout Sink)
        -> Bool
    {
        let number = DecimalNumber(here.value.utf8)
        guard number.isInteger else { return fail(here, &sink, .type) }
        // What a schema without that bound has instead must not refuse anything.
        if low != .min, number.compare(.short(ShortDecimal(low))) < 0 { return fail(here, &sink, .minimum) }
        if high != .max, number.compare(.short(ShortDecimal(high))) > 0 { return fail(here, &sink, .maximum) }
        return true
    }

    @inline(__always)
    func bounds<Sink: IssueSink>(_ number: Int32, _ here: Step, _ sink: inout Sink) -> Bool {
        guard here.value.isNumber else { return true }
        let bound = program.bounds[Int(number)]
        let order = compare(here.value.utf8, with: bound)
        if order == Int(bound.refusedOrder) || (order == 0 && bound.refusesEqual) { return fail(here, &sink) }
        return true
    }

    @inline(__always)
    private func compare(_ digits: UnsafeBufferPointer<UInt8>, with bound: NumberBounds) -> Int {
        if bound.long < 0, let order = ShortDecimal(digits)?.compare(bound.short) { return order }
        let other = bound.long < 0 ? .short(bound.short) : program.longBounds[Int(bound.long)].bound
        return DecimalNumber(digits).compare(other)
    }
}
