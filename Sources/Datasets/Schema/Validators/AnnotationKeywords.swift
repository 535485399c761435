import JSONReading

/// `title`, `description`, `default`, `examples`, `deprecated`, `readOnly`, `writeOnly`, `contentEncoding`,
/// `contentMediaType`, `contentSchema`: words about a value.
///
/// **Means**: they describe and check nothing, as the standard says; what makes forms and catalogues reads them.
///
/// **Write**: `"title": "Dân số", "description": "Thường trú, cuối tháng"`.
///
/// **Mind**: a `default` is never filled in by a validation.
enum AnnotationKeywords: KeywordGroup {
    static let keywords: [SchemaKeyword] = [
        .title, .description, .default, .examples, .deprecated, .readOnly, .writeOnly, .contentEncoding,
        .contentMediaType, .contentSchema,
    ]
    static let vocabulary: SchemaDialect.Vocabularies = [.metaData, .content]

    static func compile(_ schema: SubschemaSource, into builder: inout SubschemaBuilder) throws(SchemaError) {
        for keyword in [SchemaKeyword.title, .description, .contentEncoding, .contentMediaType] {
            _ = try schema.string(keyword)
        }
        for keyword in [SchemaKeyword.deprecated, .readOnly, .writeOnly] { _ = try schema.boolean(keyword) }
        if let examples = schema[.examples], !examples.isArray { throw schema.wrong(.examples, .list) }
    }
}
