package import Language

/// One thing in a record that does not fit its schema.
public struct SchemaIssue: Hashable, Sendable {
    /// The value that does not fit, as a JSON pointer (RFC 6901) into the record; empty for the record itself.
    public let instanceLocation: String
    /// The keyword that says so: `#` and a JSON pointer into the schema, after the URI of another document.
    public let keywordLocation: String
    /// The keyword, which is a stable code; `nil` when the schema `false` stands there.
    public let keyword: SchemaKeyword?
    /// Why a validation had to be given up; then this is the only issue.
    public let stop: SchemaStop?
    /// What the schema asks for, as JSON, cut when it is long.
    public let expected: String?
    /// What stands in the record, as JSON, cut when it is long.
    ///
    /// It is data: show it only to who may see the record.
    public let actual: String?
    /// What was expected and where, in Vietnamese and English; holds no value of the record.
    package let text: Text

    /// What was expected and where, in Vietnamese.
    public var vietnamese: String { text.vi }
    /// What was expected and where, in English.
    public var english: String { text.en }
    /// A stable code such as `schema.minimum`.
    public var code: String { "schema.\(stop?.rawValue ?? keyword?.rawValue ?? "false")" }
}

/// Why a validation was given up; the record counts as not valid.
public enum SchemaStop: String, Sendable, CaseIterable {
    /// The schema refers to itself without going deeper into the record.
    case endlessReference = "endless-reference"
    /// The record and the schema together nest too deep.
    case tooDeep = "too-deep"
    /// The schema tries too many combinations.
    case tooManySteps = "too-many-steps"
    /// A pattern took too long on a text.
    case patternTooSlow = "pattern-too-slow"
}
