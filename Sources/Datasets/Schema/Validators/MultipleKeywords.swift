import JSONReading

/// `multipleOf`: a number is a whole multiple of another.
///
/// **Means**: the number divided by this one leaves nothing. Decimal and exact: 19.99 is a multiple of 0.01, which
/// binary fractions would deny.
///
/// **Write**: `"multipleOf": 0.01` for amounts with two decimals, `"multipleOf": 1000`.
///
/// **Mind**: it must be more than 0. Other kinds of value are let through.
enum MultipleKeywords: KeywordGroup {
    static let keywords: [SchemaKeyword] = [.multipleOf]
    static let vocabulary = SchemaDialect.Vocabularies.validation

    static func compile(_ schema: SubschemaSource, into builder: inout SubschemaBuilder) throws(SchemaError) {
        guard let divisor = try schema.number(.multipleOf) else { return }
        guard divisor.compare(.short(ShortDecimal(0))) > 0 else {
            throw schema.wrong(.multipleOf, .positiveNumber)
        }
        builder.emit(.multiple(of: builder.compiler.draft.divisors.add(divisor)), .multipleOf)
    }
}

extension Evaluation {
    func multiple<Sink: IssueSink>(_ number: Int32, _ here: Step, _ sink: inout Sink) -> Bool {
        guard here.value.isNumber else { return true }
        return DecimalNumber(here.value.utf8).isMultiple(of: program.divisors[Int(number)])
            || fail(here, &sink)
    }
}
