import Foundation
import HTTPTypes
import Language
import Testing

@testable import API

private let pet = Schema.object([
    .required("name", .text(min: 1, max: 5)), .optional("age", .integer(min: 0, max: 30)),
    .optional("tags", .list(.choice(["new", "old"]), max: 2)), .optional("owner", .nullable(.uuid)),
])

private func fault(_ schema: Schema, _ value: JSON) -> Schema.Fault? {
    do throws(Schema.Fault) {
        try schema.check(value)
        return nil
    } catch { return error }
}

@Test("a value that fits its schema passes")
func fits() {
    #expect(fault(pet, ["name": "Mực"]) == nil)
    #expect(fault(pet, ["name": "Mực", "age": 30, "tags": ["new", "old"], "owner": nil]) == nil)
    #expect(fault(.map(.number), ["a": 1, "b": .number(0.5)]) == nil)
    #expect(fault(.anything, ["a": [1]]) == nil)
}

@Test(
    "a value that does not fit is told with its place and what is wrong",
    arguments: [
        ([:], .init(field: "name", kind: .missing)), ([], .init(field: "", kind: .wrongType)),
        (["name": ""], .init(field: "name", kind: .tooShort)),
        (["name": "abcdef"], .init(field: "name", kind: .tooLong(max: 5))),
        (["name": 1], .init(field: "name", kind: .wrongType)),
        (["nane": "a"], .init(field: "nane", kind: .unknown(nearest: "name"))),
        (["name": "a", "age": 31], .init(field: "age", kind: .outOfRange)),
        (["name": "a", "age": -1], .init(field: "age", kind: .outOfRange)),
        (["name": "a", "age": .number(1.5)], .init(field: "age", kind: .wrongType)),
        (["name": "a", "tags": ["new", "x"]], .init(field: "tags/1", kind: .notOneOf(["new", "old"]))),
        (["name": "a", "tags": ["new", "new", "new"]], .init(field: "tags", kind: .tooLong(max: 2))),
        (["name": "a", "owner": "x"], .init(field: "owner", kind: .notA("uuid"))),
    ] as [(JSON, Schema.Fault)]
)
func misfits(value: JSON, wanted: Schema.Fault) { #expect(fault(pet, value) == wanted) }

@Test("lengths are counted in code points, as JSON Schema does")
func codePoints() {
    let schema = Schema.text(min: 2, max: 2)
    #expect(fault(schema, "e\u{301}") == nil)
    #expect(fault(schema, "\u{1F600}\u{1F600}") == nil)
    #expect(fault(schema, "\u{1F1FB}\u{1F1F3}x")?.kind == .tooLong(max: 2))
}

@Test(
    "an instant is RFC 3339 with any offset and up to nine digits of a second",
    arguments: [
        ("2026-11-24T13:00:00Z", "2026-11-24T13:00:00Z"), ("2026-11-24t13:00:00z", "2026-11-24T13:00:00Z"),
        ("2026-11-24T20:00:00+07:00", "2026-11-24T13:00:00Z"),
        ("2026-11-24T13:00:00.5Z", "2026-11-24T13:00:00.5Z"),
        ("2026-11-24T23:59:60Z", "2026-11-25T00:00:00Z"),
        ("2024-02-29T00:00:00-00:30", "2024-02-29T00:30:00Z"),
    ]
)
func instants(text: String, same: String) {
    #expect(Schema.Format.dateTime.fits(text))
    #expect(Schema.Format.dateTime.fits(same))
}

@Test(
    "what is no RFC 3339 instant is refused",
    arguments: [
        "", "2026-11-24", "2026-11-24 13:00:00Z", "2026-11-24T13:00Z", "2026-02-30T00:00:00Z",
        "2026-11-24T24:00:00Z",
        "2026-11-24T13:60:00Z", "2026-11-24T13:00:61Z", "2026-11-24T13:00:00", "2026-11-24T13:00:00+25:00",
        "12026-11-24T13:00:00Z", "2026-11-24T13:00:00.Z", "２026-11-24T13:00:00Z", "2026-11-24T13:00:00Z\n",
    ]
)
func noInstants(text: String) { #expect(!Schema.Format.dateTime.fits(text)) }

@Test("a cursor comes back as it went out, and one that was made up is none")
func cursors() {
    for text in ["", "1", "Nghệ An|0190c6a2", "a\"b\n"] {
        #expect(CursorText.read(CursorText.write(text)) == text)
    }
    #expect(
        CursorText.write("Nghệ An??>>").allSatisfy {
            $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0))
        }
    )
    for text in ["!", "a b", "YQ==x", "/w", "_w"] { #expect(CursorText.read(text) == nil) }
}

@Test("what a caller accepts is read with ranges, weights and refusals")
func accepts() {
    #expect(AcceptHeader("text/html, application/*;q=0.5").allows("application/json"))
    #expect(AcceptHeader("*/*").allows("text/csv"))
    #expect(AcceptHeader("APPLICATION/JSON").allows("application/json"))
    #expect(!AcceptHeader("text/html").allows("application/json"))
    #expect(!AcceptHeader("application/json;q=0").allows("application/json"))
}

// The document

private let document = OpenAPIDocument(operations: APIOperations.all, language: .english).json

private func strings(_ value: JSON, named name: String) -> [String] {
    switch value {
    case .list(let list): list.flatMap { strings($0, named: name) }
    case .object(let members):
        members.flatMap {
            ($0.name == name ? [$0.value.text].compactMap { $0 } : []) + strings($0.value, named: name)
        }
    default: []
    }
}

private func members(_ value: JSON?) -> [JSON.Member] {
    guard case .object(let members) = value else { return [] }
    return members
}

@Test("the document has each operation of the router once, under its path and method, with an id of its own")
func documentHasOperations() {
    let listed = members(document["paths"]).flatMap { path in
        members(path.value).map { "\($0.name) \(path.name) \($0.value["operationId"]?.text ?? "")" }
    }
    let routed = APIOperations.all.map { "\($0.method.rawValue.lowercased()) \($0.path) \($0.id)" }
    #expect(listed.sorted() == routed.sorted())
    #expect(Set(APIOperations.all.map(\.id)).count == APIOperations.all.count)
}

@Test("every reference in the document points at something, and one name has one schema")
func referencesResolve() {
    let schemas = Set(members(document["components"]?["schemas"]).map(\.name))
    let responses = Set(members(document["components"]?["responses"]).map(\.name))
    for reference in strings(document, named: "$ref") {
        let parts = reference.split(separator: "/").map(String.init)
        #expect(parts.prefix(2) == ["#", "components"])
        #expect((parts[2] == "schemas" ? schemas : responses).contains(parts[3]), "\(reference)")
    }
    var known: [String: JSON] = [:]
    for operation in APIOperations.all {
        guard case .json(let schema) = operation.answer.content else { continue }
        for (name, named) in schema.named {
            #expect(known.updateValue(named.json, forKey: name) ?? named.json == named.json)
        }
    }
}

@Test("the names between braces are the path parameters, and what is sent with a key asks for one")
func parametersFit() {
    for path in members(document["paths"]) {
        for operation in members(path.value) {
            let parameters = operation.value["parameters"]?.list ?? []
            let inPath = parameters.filter { $0["in"] == "path" }.compactMap { $0["name"]?.text }
            #expect(path.name.matches(of: /\{(\w+)\}/).map { String($0.1) } == inPath)
            let needsKey = operation.value["security"] == nil
            #expect(needsKey == path.name.hasPrefix("/api/v1/"), "\(path.name)")
        }
    }
}

@Test("every write takes an idempotency key or names the version that it changes")
func writesAreSafe() {
    for operation in APIOperations.all where operation.method != .get {
        let names = operation.parameters.map(\.name)
        #expect(
            names.contains("Idempotency-Key")
                || operation.parameters.contains { $0.name == "If-Match" && $0.isRequired }
        )
    }
}

@Test("the page for people names each operation and each code of a refusal, and loads nothing from elsewhere")
func referencePage() {
    for language in Language.allCases {
        let html = ReferencePage(operations: APIOperations.all, language: language).html
        for operation in APIOperations.all { #expect(html.contains("id=\"\(operation.id)\"")) }
        for (code, _) in ReferencePage.problems { #expect(html.contains("id=\"\(code)\"")) }
        #expect(!html.contains("<script") && !html.contains("src="))
        for link in html.matches(of: /href="([^"]*)"/) { #expect(link.1.hasPrefix("/")) }
    }
}

@Test("each code of a refusal has one text in each language and a status that the document knows")
func problemCodes() {
    #expect(Set(ReferencePage.problems.map(\.0)).count == ReferencePage.problems.count)
    for code in APIErrorCode.allCases {
        let problem = Problem(APIError(code, "a test"))
        #expect((400...599).contains(problem.status.code) && problem.code == code.rawValue)
        #expect(problem.text(.vietnamese) != problem.text(.english))
    }
}
