/// `$schema`, `$id`, `$anchor`, `$dynamicAnchor`, `$vocabulary`, `$defs`, `$comment`: what a schema is called.
///
/// **Means**: `$schema` names the draft, `$id` the address of the schema, from which its references begin, the anchors
/// places in it; `$defs` holds schemas that others refer to. None of them looks at a value.
///
/// **Write**: `"$schema": "https://json-schema.org/draft/2020-12/schema"`.
///
/// **Mind**: a metaschema that asks for a vocabulary nobody knows is refused, as the standard demands.
enum IdentityKeywords: KeywordGroup {
    static let keywords: [SchemaKeyword] = [
        .schema, .id, .anchor, .dynamicAnchor, .vocabulary, .definitions, .comment,
    ]
    static let vocabulary = SchemaDialect.Vocabularies.core

    static func compile(_ schema: SubschemaSource, into builder: inout SubschemaBuilder) throws(SchemaError) {
        _ = try schema.string(.schema)
        _ = try schema.string(.comment)
    }
}
