import JSONReading

/// Keywords that are looked at together: one file for each, whose comment is their manual.
protocol KeywordGroup: Sendable {
    /// The keywords, in the order of the manual.
    static var keywords: [SchemaKeyword] { get }
    /// The vocabulary that brings them.
    static var vocabulary: SchemaDialect.Vocabularies { get }
    /// Writes the instructions for those keywords that `schema` has.
    static func compile(_ schema: SubschemaSource, into builder: inout SubschemaBuilder) throws(SchemaError)
}

/// All keywords, in the order in which they are checked: what is cheap and fails often first, `unevaluated…` last.
enum KeywordGroups {
    static let all: [any KeywordGroup.Type] = [
        IdentityKeywords.self, TypeKeywords.self, ChoiceKeywords.self, NumberKeywords.self,
        MultipleKeywords.self,
        LengthKeywords.self, PatternKeywords.self, FormatKeywords.self, ItemCountKeywords.self,
        UniqueItemsKeywords.self, MemberCountKeywords.self, MemberKeywords.self, MemberNameKeywords.self,
        DependencyKeywords.self, ItemKeywords.self, ContainsKeywords.self, ReferenceKeywords.self,
        CombinationKeywords.self, ConditionKeywords.self, UnevaluatedKeywords.self, AnnotationKeywords.self,
    ]

    /// Those that count in the dialect of `schema`.
    static func used(by schema: SubschemaSource) -> [any KeywordGroup.Type] {
        if schema.dialect.draft <= .seven, schema.has(.ref) { return [ReferenceKeywords.self] }
        return all.filter { !schema.dialect.vocabularies.isDisjoint(with: $0.vocabulary) }
    }
}
