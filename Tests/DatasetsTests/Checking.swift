import Datasets
import JSONReading
import Testing

/// What a schema says of a value, both written as JSON.
struct Checking {
    let schema: Schema

    init(_ schema: String, formats: Bool = true, registry: [String: String] = [:]) throws {
        let documents = registry.mapValues { Array($0.utf8) }
        self.schema = try Schema(
            Array(schema.utf8),
            registry: SchemaRegistry(documents),
            options: SchemaOptions(formatAssertion: formats)
        )
    }

    /// Whether `value` is valid; both ways of asking must say the same.
    func isValid(_ value: String) throws -> Bool {
        let document = try JSONDocument(Array(value.utf8))
        let validator = schema.makeValidator()
        let isValid = validator.isValid(document.root)
        #expect(validator.issues(of: document.root).isEmpty == isValid, "\(value)")
        return isValid
    }

    func issues(_ value: String, limit: Int = SchemaLimits.issuesMax) throws -> [SchemaIssue] {
        let document = try JSONDocument(Array(value.utf8))
        return schema.makeValidator().issues(of: document.root, limit: limit)
    }
}
