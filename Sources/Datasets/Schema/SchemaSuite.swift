package import JSONReading

/// Tests in the format of the JSON Schema Test Suite: groups of a schema with values that are valid or not.
package struct SchemaSuite {
    /// One test whose answer was not the expected one.
    package struct Mismatch: Hashable, Sendable {
        package let group: String
        package let test: String
        package let isExpectedValid: Bool
        /// Why the schema could not be used, or what was found wrong.
        package let reason: String
    }

    /// How the tests of one file went.
    package struct Report: Hashable, Sendable {
        package var groups = 0
        package var tests = 0
        package var mismatches: [Mismatch] = []
    }

    private let document: JSONDocument
    private let registry: SchemaRegistry
    private let options: SchemaOptions

    /// Reads a file of the suite.
    ///
    /// - Throws: ``JSONProblem`` when it is no JSON.
    package init(_ bytes: [UInt8], registry: SchemaRegistry, options: SchemaOptions) throws(JSONProblem) {
        document = try JSONDocument(bytes)
        self.registry = registry
        self.options = options
    }

    /// Whether this looks like a file of the suite.
    package var isWellFormed: Bool {
        document.root.isArray
            && document.root.elements.allSatisfy { $0["schema"] != nil && $0["tests"]?.isArray == true }
    }

    /// Runs every test.
    package func run() -> Report {
        var report = Report()
        for group in document.root.elements {
            report.groups += 1
            run(group, into: &report)
        }
        return report
    }

    private func run(_ group: JSONValue, into report: inout Report) {
        guard let written = group["schema"], let tests = group["tests"] else { return }
        let name = group["description"]?.string ?? ""
        let schema = Result { () throws(SchemaError) in
            try Schema(CanonicalWriter().bytes(of: written), registry: registry, options: options)
        }
        for test in tests.elements {
            report.tests += 1
            let expected = test["valid"]?.boolean ?? false
            let reason: String?
            switch schema {
            case .failure(let error): reason = error.english
            case .success(let schema): reason = mismatch(schema, test["data"], expected)
            }
            guard let reason else { continue }
            let description = test["description"]?.string ?? ""
            report.mismatches.append(
                Mismatch(group: name, test: description, isExpectedValid: expected, reason: reason)
            )
        }
    }

    /// What is wrong with the answer; both ways of asking must agree.
    private func mismatch(_ schema: Schema, _ data: JSONValue?, _ expected: Bool) -> String? {
        guard let data else { return "no data" }
        let validator = schema.makeValidator()
        let issues = validator.issues(of: data)
        guard validator.isValid(data) == issues.isEmpty else { return "isValid and issues differ" }
        if issues.isEmpty == expected { return nil }
        return issues.first?.english ?? "valid"
    }
}
