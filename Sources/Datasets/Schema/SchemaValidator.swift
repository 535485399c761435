public import JSONReading

/// Validates records against one schema, one after the other, in memory that stays; one for each task.
public final class SchemaValidator {
    private var evaluation: Evaluation

    init(_ program: SchemaProgram) { evaluation = Evaluation(program) }

    /// Whether `value` is valid; stops at the first thing that is not.
    ///
    /// False too when the validation had to be given up, which ``issues(of:limit:)`` explains.
    public func isValid(_ value: JSONValue) -> Bool {
        var silence = NoIssues()
        return evaluation.run(value, &silence)
    }

    /// All that does not fit, in the order of the schema, and none when `value` is valid.
    public func issues(of value: JSONValue, limit: Int = SchemaLimits.issuesMax) -> [SchemaIssue] {
        var collector = IssueCollector(program: evaluation.program, limit: max(limit, 1))
        let isValid = evaluation.run(value, &collector)
        if let stop = evaluation.stop { return [collector.issue(for: stop, at: value)] }
        return isValid ? [] : collector.issues
    }
}
