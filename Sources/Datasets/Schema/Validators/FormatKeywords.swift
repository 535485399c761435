import JSONReading

/// `format`: a text that means something known, such as a date or an address.
///
/// **Means**: by itself only a description, as the standard says. It is checked when the schema's metaschema asks for
/// the vocabulary `format-assertion`, or when Sen is asked to (as for all its datasets). The formats are listed below.
///
/// **Write**: `"type": "string", "format": "date"`.
///
/// **Mind**: a format that is not known is let through.
enum FormatKeywords: KeywordGroup {
    static let keywords: [SchemaKeyword] = [.format]
    static let vocabulary: SchemaDialect.Vocabularies = [.formatAnnotation, .formatAssertion]

    static func compile(_ schema: SubschemaSource, into builder: inout SubschemaBuilder) throws(SchemaError) {
        guard let name = try schema.string(.format) else { return }
        guard schema.options.formatAssertion || schema.dialect.vocabularies.contains(.formatAssertion) else {
            return
        }
        guard let format = Formats.named(name) else { return }
        builder.emit(.format(builder.compiler.draft.formats.add(format)), .format)
    }
}

extension Evaluation {
    func format<Sink: IssueSink>(_ number: Int32, _ here: Step, _ sink: inout Sink) -> Bool {
        guard here.value.isString else { return true }
        return program.formats[Int(number)].isValid(here.value.utf8) || fail(here, &sink)
    }
}
