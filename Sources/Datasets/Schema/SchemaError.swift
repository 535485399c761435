package import Language

/// Why a schema cannot be used, and where in it.
public struct SchemaError: Error, Hashable, Sendable {
    /// What is wrong; stable over releases.
    public enum Code: String, CaseIterable, Sendable {
        /// The text is no JSON.
        case notJSON = "schema.not-json"
        /// A schema is an object, true or false.
        case notASchema = "schema.not-a-schema"
        /// The value of a keyword has the wrong form.
        case wrongForm = "schema.wrong-form"
        /// The same `$id` or anchor stands twice.
        case nameTwice = "schema.name-twice"
        /// A reference leads nowhere.
        case unresolved = "schema.unresolved-reference"
        /// `$schema` names a dialect that is not known.
        case unknownDialect = "schema.unknown-dialect"
        /// `$vocabulary` requires a vocabulary that is not known.
        case unknownVocabulary = "schema.unknown-vocabulary"
        /// A regular expression is not well written.
        case wrongPattern = "schema.wrong-pattern"
        /// A regular expression uses what the engine cannot do.
        case patternNotSupported = "schema.pattern-not-supported"
        /// The schema is larger than the limits.
        case tooLarge = "schema.too-large"
    }

    /// What is wrong.
    public let code: Code
    /// The document in which it is wrong, when it is not the schema itself.
    public let document: String?
    /// JSON pointer (RFC 6901) to the place.
    public let pointer: String
    /// What is wrong and what to write.
    package let what: Text

    init(_ code: Code, at pointer: String, in document: String? = nil, _ what: Text) {
        self.code = code
        self.pointer = pointer
        self.document = document
        self.what = what
    }

    /// What is wrong, where, and what to write.
    package var text: Text { .schemaError(what, at: pointer, in: document) }
    /// What is wrong, where, and what to write, in Vietnamese.
    public var vietnamese: String { text.vi }
    /// What is wrong, where, and what to write, in English.
    public var english: String { text.en }
}
