/// A JSON Schema (draft 2020-12), compiled once and used from any number of tasks.
///
/// ```swift
/// let schema = try Schema(bytes)
/// let validator = schema.makeValidator()
/// let record = try reader.read(line)
/// if !validator.isValid(record) { report(validator.issues(of: record)) }
/// ```
///
/// Complete: every applicator, `$ref` and `$dynamicRef` across documents, vocabularies, `unevaluated…`. References
/// lead to the schema itself, the metaschemas of the standard and the documents of the registry; nothing is ever
/// fetched. Numbers are compared exactly as they are written.
public struct Schema: Sendable {
    let program: SchemaProgram

    /// Compiles the schema that `bytes` hold.
    ///
    /// - Throws: ``SchemaError`` with the place in the schema and what to write there.
    public init(
        _ bytes: [UInt8],
        registry: SchemaRegistry = SchemaRegistry(),
        options: SchemaOptions = SchemaOptions()
    ) throws(SchemaError) {
        let compiler = try SchemaCompiler(bytes, registry: registry, options: options)
        program = try compiler.compile()
    }

    /// What validates records one after the other; one for each task, since it keeps memory between them.
    public func makeValidator() -> SchemaValidator { SchemaValidator(program) }
}

/// Documents that schemas may refer to, by their URI.
public struct SchemaRegistry: Sendable {
    let documents: [String: [UInt8]]

    /// A registry of JSON texts by absolute URI without fragment; they are read when a schema refers to them.
    public init(_ documents: [String: [UInt8]] = [:]) { self.documents = documents }
}

/// How a schema is understood where the standard leaves it open.
public struct SchemaOptions: Hashable, Sendable {
    /// Whether `format` is checked; the standard's default is that it only describes.
    public var formatAssertion: Bool
    /// What relative references begin from when the schema has no `$id`.
    public var baseURI: String

    /// The standard's defaults.
    public init(formatAssertion: Bool = false, baseURI: String = "urn:sen:schema") {
        self.formatAssertion = formatAssertion
        self.baseURI = baseURI
    }
}
