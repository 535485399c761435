import Hummingbird
import Language

/// The description of the API (OpenAPI 3.1), made from the operations that the router has.
struct OpenAPIDocument: Sendable {
    /// Counted up when an answer loses something that callers may rely on.
    static let version = "1.0.0"

    let operations: [Operation]
    let language: Language

    var json: JSON {
        [
            "openapi": "3.1.0",
            "info": [
                "title": .text(Text.API.documentTitle(language)), "version": .text(Self.version),
                "description": .text(Text.API.documentIntroduction(language)),
                "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
            ],
            "servers": [["url": "/"]],
            "security": [["key": []]],
            "tags": .list(tags.map { ["name": .text($0)] }),
            "paths": JSON(paths.map { path in (path, JSON(operations(at: path))) }),
            "components": [
                "securitySchemes": ["key": ["type": "http", "scheme": "bearer"]],
                "schemas": JSON(schemas),
                "responses": ["Problem": problem],
            ],
        ]
    }

    var tags: [String] { inOrder(operations.map(\.tag)) }

    private var paths: [String] { inOrder(operations.map(\.path)) }

    private func inOrder(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }

    private func operations(at path: String) -> [(String, JSON)] {
        operations.filter { $0.path == path }.map { ($0.method.rawValue.lowercased(), json($0)) }
    }

    private func json(_ operation: Operation) -> JSON {
        var members: [(String, JSON)] = [
            ("operationId", .text(operation.id)), ("tags", [.text(operation.tag)]),
            ("summary", .text(operation.summary(language))),
        ]
        if !operation.needsKey { members.append(("security", [])) }
        let parameters = operation.pathNames.map(pathParameter) + operation.parameters.map(json)
        if !parameters.isEmpty { members.append(("parameters", .list(parameters))) }
        if let body = body(operation.body) { members.append(("requestBody", body)) }
        members.append(("responses", JSON(responses(operation))))
        return JSON(members)
    }

    private func pathParameter(_ name: String) -> JSON {
        ["name": .text(name), "in": "path", "required": true, "schema": ["type": "string", "minLength": 1]]
    }

    private func json(_ parameter: Parameter) -> JSON {
        [
            "name": .text(parameter.name), "in": .text(parameter.place.rawValue),
            "required": JSON(parameter.isRequired), "description": .text(parameter.text(language)),
            "schema": parameter.timesMax == 1
                ? parameter.schema.json : Schema.list(parameter.schema, max: parameter.timesMax).json,
        ]
    }

    private func body(_ body: Operation.Body) -> JSON? {
        switch body {
        case .none: return nil
        case .json(let schema):
            return ["required": true, "content": ["application/json": ["schema": schema.json]]]
        case .raw(let types, _):
            let content = types.map { type -> (String, JSON) in
                (type == "*/*" ? "application/octet-stream" : type, ["schema": ["type": "string"]])
            }
            return ["required": true, "content": JSON(content)]
        }
    }
}

// What can come back.
extension OpenAPIDocument {
    private func responses(_ operation: Operation) -> [(String, JSON)] {
        let successes = operation.answer.statuses.map { ("\($0.code)", success(operation, $0)) }
        return successes
            + Self.failures(operation).map { ("\($0)", ["$ref": "#/components/responses/Problem"]) }
    }

    /// Statuses of the refusals that an operation can answer with.
    static func failures(_ operation: Operation) -> [Int] {
        var codes: Set<Int> = [400, 406, 500, 503]
        if operation.needsKey { codes.formUnion([401, 403, 404]) }
        if operation.method != .get { codes.formUnion([409, 422]) }
        if operation.matchesVersion { codes.formUnion([412, 428]) }
        if operation.body.bytesMax > 0 { codes.formUnion([413, 415]) }
        return codes.sorted()
    }

    private func success(_ operation: Operation, _ status: HTTPResponse.Status) -> JSON {
        var members: [(String, JSON)] = [("description", .text(status.reasonPhrase))]
        if operation.hasVersion {
            let tag: JSON = ["schema": ["type": "string"]]
            members.append(("headers", ["ETag": tag]))
        }
        switch operation.answer.content {
        case .none: break
        case .json(let schema):
            let others = operation.answer.otherTypes.map { ($0, ["schema": ["type": "string"]] as JSON) }
            let content = [("application/json", ["schema": schema.json] as JSON)] + others
            members.append(("content", JSON(content)))
        case .bytes(let type):
            let media = String(type.prefix { $0 != ";" })
            let schema: Schema = media.hasSuffix("+json") ? .anything : .string
            members.append(("content", JSON([(media, ["schema": schema.json] as JSON)])))
        }
        return JSON(members)
    }

    private var problem: JSON {
        [
            "description": .text(Text.API.problemDescription(language)),
            "content": .object([
                .init(name: Problem.contentType, value: ["schema": ["$ref": "#/components/schemas/Problem"]])
            ]),
        ]
    }

    static let problemSchema = Schema.object([
        .required("type", .string), .required("title", .string),
        .required("status", .integer(min: 400, max: 599)),
        .required("detail", .string), .required("code", .string), .required("requestId", .string),
        .optional("field", .string), .optional("issues", .list(issueSchema)),
    ])
    /// One place of a record that does not fit, as a JSON pointer.
    static let issueSchema = Schema.object([
        .required("pointer", .string), .required("code", .string), .required("detail", .string),
    ])

    /// Each named schema once, in the order of the operations.
    private var schemas: [(String, JSON)] {
        let used = operations.flatMap { operation -> [Schema] in
            var schemas: [Schema] = []
            if case .json(let schema) = operation.body { schemas.append(schema) }
            if case .json(let schema) = operation.answer.content { schemas.append(schema) }
            return schemas
        }
        var seen: Set<String> = []
        let named = used.flatMap(\.named).filter { seen.insert($0.name).inserted }
        return named.map { ($0.name, $0.schema.json) } + [("Problem", Self.problemSchema.json)]
    }
}
