/// Which keywords a schema may use, by its `$schema`.
struct SchemaDialect: Hashable {
    /// Drafts of the standard in their order.
    enum Draft: Int, Comparable {
        case four = 4, six = 6, seven = 7, of2019 = 2019, of2020 = 2020

        static func < (one: Draft, other: Draft) -> Bool { one.rawValue < other.rawValue }
    }

    /// The vocabularies of the standard, of which a metaschema may leave some out.
    struct Vocabularies: OptionSet, Hashable {
        let rawValue: Int

        static let core = Vocabularies(rawValue: 1)
        static let applicator = Vocabularies(rawValue: 2)
        static let unevaluated = Vocabularies(rawValue: 4)
        static let validation = Vocabularies(rawValue: 8)
        static let formatAnnotation = Vocabularies(rawValue: 16)
        static let formatAssertion = Vocabularies(rawValue: 32)
        static let content = Vocabularies(rawValue: 64)
        static let metaData = Vocabularies(rawValue: 128)
        /// All but the assertion of formats, which a metaschema has to ask for.
        static let usual: Vocabularies = [
            .core, .applicator, .unevaluated, .validation, .formatAnnotation, .content, .metaData,
        ]

        private static let names: [String: Vocabularies] = [
            "core": .core, "applicator": .applicator, "unevaluated": .unevaluated, "validation": .validation,
            "format-annotation": .formatAnnotation, "format-assertion": .formatAssertion, "content": .content,
            "meta-data": .metaData, "format": .formatAnnotation,
        ]

        /// The vocabulary that `uri` names; `nil` for one that is not of the standard.
        init?(uri: String) {
            let bases = [
                "https://json-schema.org/draft/2020-12/vocab/",
                "https://json-schema.org/draft/2019-09/vocab/",
            ]
            guard let base = bases.first(where: uri.hasPrefix),
                let known = Self.names[String(uri.dropFirst(base.count))]
            else { return nil }
            self = known
        }

        init(rawValue: Int) { self.rawValue = rawValue }
    }

    var draft: Draft
    var vocabularies: Vocabularies

    static let standard = SchemaDialect(draft: .of2020, vocabularies: .usual)

    init(draft: Draft, vocabularies: Vocabularies) {
        self.draft = draft
        self.vocabularies = vocabularies
    }

    /// The dialect of a metaschema of the standard; `nil` for another.
    init?(uri: String) {
        let uri = uri.hasSuffix("#") ? String(uri.dropLast()) : uri
        let drafts: [String: Draft] = [
            "https://json-schema.org/draft/2020-12/schema": .of2020,
            "https://json-schema.org/draft/2019-09/schema": .of2019,
            "http://json-schema.org/draft-07/schema": .seven, "http://json-schema.org/draft-06/schema": .six,
            "http://json-schema.org/draft-04/schema": .four,
        ]
        guard let draft = drafts[uri] else { return nil }
        self.init(draft: draft, vocabularies: .usual)
    }
}
