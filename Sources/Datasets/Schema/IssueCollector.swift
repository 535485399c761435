import JSONReading

/// Makes issues of failures, with the place and the sentence.
struct IssueCollector: IssueSink {
    static var isCollecting: Bool { true }

    let program: SchemaProgram
    let limit: Int
    private(set) var issues: [SchemaIssue] = []
    private var path: [PathStep] = []

    init(program: SchemaProgram, limit: Int) {
        self.program = program
        self.limit = limit
    }

    var isFull: Bool { issues.count >= limit }

    mutating func enter(_ step: PathStep) { path.append(step) }

    mutating func leave() { path.removeLast() }

    mutating func add(_ misfit: Misfit) {
        guard !isFull else { return }
        let origin = program.origins[Int(misfit.subschema)]
        let keyword = misfit.keyword
        let issue = SchemaIssue(
            instanceLocation: pointer,
            keywordLocation: origin.location + (keyword.map { "/" + $0.rawValue } ?? ""),
            keyword: keyword,
            stop: nil,
            expected: keyword.flatMap { origin.value[$0.rawValue] }.map(Excerpt.of),
            actual: Excerpt.of(misfit.value),
            text: IssueText(misfit, schema: origin.value, program: program).text(at: names)
        )
        // One sentence says both bounds of a number or a length.
        let isSaid = issues.last.map {
            $0.instanceLocation == issue.instanceLocation && $0.text == issue.text
        }
        if isSaid != true { issues.append(issue) }
    }

    func issue(for stop: SchemaStop, at value: JSONValue) -> SchemaIssue {
        SchemaIssue(
            instanceLocation: "",
            keywordLocation: "#",
            keyword: nil,
            stop: stop,
            expected: nil,
            actual: nil,
            text: stop.text
        )
    }

    private var pointer: String {
        path.reduce(into: "") { pointer, step in
            switch step {
            case .name(let name): pointer += "/" + JSONPointer.escaped(String(decoding: name, as: UTF8.self))
            case .index(let index): pointer += "/\(index)"
            }
        }
    }

    /// The steps as a person reads them.
    private var names: [IssueText.Step] {
        path.map { step in
            switch step {
            case .name(let name): .name(Excerpt.name(name))
            case .index(let index): .item(index + 1)
            }
        }
    }
}

/// Short forms of values for people.
enum Excerpt {
    /// Characters of a value that are shown.
    private static let charactersMax = 80

    static func of(_ value: JSONValue) -> String {
        // Only the beginning of a large value is needed, and a small one is cheap to write.
        if value.valueCount > 64 { return value.isArray ? "[…]" : "{…}" }
        if value.count > 4 * charactersMax, value.isString {
            return "\"" + cut(String(decoding: value.utf8.prefix(4 * charactersMax), as: UTF8.self)) + "\""
        }
        return cut(String(decoding: CanonicalWriter().bytes(of: value), as: UTF8.self))
    }

    static func name(_ name: UnsafeBufferPointer<UInt8>) -> String {
        cut(String(decoding: name.prefix(4 * charactersMax), as: UTF8.self))
    }

    static func cut(_ text: String) -> String {
        let shown = text.prefix(charactersMax)
        return shown.endIndex == text.endIndex ? text : shown + "…"
    }
}
