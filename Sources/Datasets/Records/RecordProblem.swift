package import Language

/// Why one record is not taken: a report has one for each row that was left out.
package struct RecordProblem: Error, Hashable, Sendable {
    /// One place that does not fit.
    package struct Issue: Hashable, Sendable {
        /// JSON pointer (RFC 6901) into the record; empty for the record itself.
        package let pointer: String
        /// A stable code, such as `schema.minimum`.
        package let code: String
        /// What was expected; holds no value of the record.
        package let text: Text
    }

    package let code: DatasetErrorCode
    /// Never empty.
    package let issues: [Issue]

    init(_ code: DatasetErrorCode, at pointer: String = "", _ text: Text? = nil) {
        self.code = code
        issues = [Issue(pointer: pointer, code: code.rawValue, text: text ?? code.text)]
    }

    init(_ issues: [SchemaIssue]) {
        code = .recordInvalid
        self.issues = issues.map { Issue(pointer: $0.instanceLocation, code: $0.code, text: $0.text) }
    }

    /// The same as the failure of a single record.
    package var failure: DatasetError {
        DatasetError(code, issues.map(\.code).joined(separator: ", "), text: text, cause: self)
    }

    /// All that does not fit, in one text.
    package var text: Text { issues.count == 1 ? issues[0].text : .Dataset.list(issues.map(\.text)) }
}
