import Compression
import Foundation
import HTTPTypes
import Hummingbird
import Language
import Serving

/// Holds a request against the description of its operation.
struct RequestReading: Sendable {
    let operation: Operation
    let request: Request

    /// - Throws: ``FieldFailure`` or `APIError` for what the description does not allow.
    func call(_ house: APIHouse, _ context: SenContext) async throws -> Call {
        try refuseUnacceptable()
        let (query, lists) = try self.query()
        try checkHeaders()
        try checkType()
        let bytes = try await self.bytes()
        return Call(
            house: house,
            operation: operation,
            context: context,
            target: request.uri.description,
            query: query,
            lists: lists,
            rest: operation.shape.rest(of: request.uri.path),
            headers: request.headers,
            bytes: bytes,
            body: try json(bytes)
        )
    }

    /// An `Accept` that none of our answers meets; failures are JSON too.
    private func refuseUnacceptable() throws {
        guard let accept = request.headers[.accept], !accept.isEmpty else { return }
        let accepted = AcceptHeader(accept)
        guard (operation.answer.types + [Problem.contentType]).contains(where: accepted.allows) else {
            throw APIError(.notAcceptable, "the caller accepts no answer of ours")
        }
    }

    /// What stands once, and what may stand several times.
    private func query() throws -> ([String: String], [String: [String]]) {
        let known = operation.parameters.filter { $0.place == .query }
        var query: [String: String] = [:]
        var lists: [String: [String]] = [:]
        for (rawName, rawValue) in request.uri.queryParameters {
            let name = String(rawName)
            guard let parameter = known.first(where: { $0.name == name }) else {
                throw unknown(name, known.map(\.name))
            }
            lists[name, default: []].append(String(rawValue))
            let isTooOften = (lists[name]?.count ?? 0) > parameter.timesMax
            guard !isTooOften else { throw Self.tooOften(parameter) }
            if parameter.timesMax == 1 { query[name] = String(rawValue) }
            try check(String(rawValue), parameter)
        }
        return (query, lists)
    }

    private static func tooOften(_ parameter: Parameter) -> FieldFailure {
        let text: Text =
            parameter.timesMax == 1
            ? .API.parameterTwice(parameter.name)
            : .API.fieldTooLong(parameter.name, max: parameter.timesMax)
        let failure = APIError(.parameterTwice, "a parameter stands too often", text: text)
        return FieldFailure(field: parameter.name, failure: failure)
    }

    private func unknown(_ name: String, _ known: [String]) -> FieldFailure {
        let shown = String(name.prefix(EditDistance.lettersMax))
        let nearest = EditDistance.nearest(to: name, among: known)
        let text = nearest.map { Text.API.parameterUnknown(shown, nearest: $0) } ?? .API.parameterNone(shown)
        return FieldFailure(
            field: shown,
            failure: APIError(.parameterUnknown, "an unknown parameter", text: text)
        )
    }

    private func check(_ value: String, _ parameter: Parameter) throws {
        do throws(Schema.Fault) {
            try parameter.schema.check(Self.typed(value, parameter.schema), at: parameter.name)
        } catch {
            let failure = APIError(.parameterInvalid, "a parameter does not fit", text: error.text)
            throw FieldFailure(field: parameter.name, failure: failure)
        }
    }

    /// A parameter's text as the JSON value that its schema describes.
    private static func typed(_ value: String, _ schema: Schema) -> JSON {
        switch schema {
        case .integer: Int64(value).map(JSON.integer) ?? .text(value)
        case .flag: value == "true" ? true : value == "false" ? false : .text(value)
        default: .text(value)
        }
    }

    private func checkHeaders() throws {
        for parameter in operation.parameters where parameter.place == .header {
            guard let name = HTTPField.Name(parameter.name) else { continue }
            let isVersion = parameter.name == Parameter.ifMatch.name
            guard let value = request.headers[name] else {
                if isVersion, parameter.isRequired { throw APIError(.versionMissing, "no If-Match") }
                continue
            }
            do throws(Schema.Fault) { try parameter.schema.check(.text(value)) } catch {
                let code: APIErrorCode =
                    isVersion || parameter.name == Parameter.ifNoneMatch.name
                    ? .versionInvalid
                    : parameter.name == Parameter.idempotencyKey.name
                        ? .idempotencyKeyInvalid : .parameterInvalid
                throw FieldFailure(field: parameter.name, failure: APIError(code, "a header does not fit"))
            }
        }
    }

    private func checkType() throws {
        let type = request.headers[.contentType].map {
            $0.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces).lowercased()
        }
        switch operation.body {
        case .none: return
        case .json:
            guard let type,
                type == "application/json" || type.hasPrefix("application/") && type.hasSuffix("+json")
            else {
                throw APIError(.typeUnsupported, "not JSON", text: .API.typeWanted("application/json"))
            }
        case .raw(let types, _):
            guard types.contains("*/*") || types.contains(type ?? "") else {
                let wanted = types.joined(separator: ", ")
                throw APIError(.typeUnsupported, "another media type", text: .API.typeWanted(wanted))
            }
        }
    }

    private func bytes() async throws -> [UInt8] {
        let bytesMax = operation.body.bytesMax
        guard bytesMax > 0 else { return [] }
        let sent: [UInt8]
        do throws(ServingError) {
            sent = Array(try await request.wholeBody(upTo: bytesMax).readableBytesView)
        } catch {
            guard error.code == .bodyTooLarge else {
                throw APIError(.bodyUnreadable, "the body broke off", text: error.text, cause: error)
            }
            throw APIError(.bodyTooLarge, "the body is longer than \(bytesMax) bytes", cause: error)
        }
        return try unpacked(sent, upTo: bytesMax)
    }

    /// The body as it was before it was packed; the limit holds for what it becomes.
    private func unpacked(_ sent: [UInt8], upTo bytesMax: Int) throws -> [UInt8] {
        let coding = request.headers[.contentEncoding]?.trimmingCharacters(in: .whitespaces).lowercased()
        switch coding {
        case nil, "", "identity": return sent
        case "gzip", "x-gzip":
            do throws(GunzipError) { return try Gunzip.bytes(sent, upTo: bytesMax) } catch {
                switch error {
                case .tooLarge:
                    throw APIError(.bodyTooLarge, "the body unpacks to more than \(bytesMax) bytes")
                case .damaged: throw APIError(.bodyUnreadable, "no gzip", text: .API.gzipDamaged)
                }
            }
        default: throw APIError(.typeUnsupported, "another coding", text: .API.codingUnknown)
        }
    }

    private func json(_ bytes: [UInt8]) throws -> JSON {
        guard case .json(let schema) = operation.body else { return .null }
        let value: JSON
        do throws(JSONReader.Problem) { value = try JSONReader.read(bytes) } catch {
            throw switch error {
            case .malformed(let byte):
                APIError(.jsonMalformed, "no JSON", text: .API.jsonMalformed(byte: byte))
            case .nameTwice: APIError(.jsonMalformed, "a name stands twice", text: .API.jsonNameTwice)
            case .tooDeep, .tooManyValues: APIError(.jsonTooDeep, "JSON beyond the limits")
            }
        }
        do throws(Schema.Fault) { try schema.check(value) } catch { throw error.ofBody }
        return value
    }
}

/// The media types of an `Accept` header, as far as they decide whether an answer may be sent.
struct AcceptHeader: Sendable {
    private let ranges: [String]

    init(_ header: String) {
        ranges = header.split(separator: ",").compactMap { part in
            let words = part.split(separator: ";").map {
                $0.trimmingCharacters(in: .whitespaces).lowercased()
            }
            let isRefused = words.dropFirst().contains { $0.hasPrefix("q=") && Double($0.dropFirst(2)) == 0 }
            return isRefused ? nil : words.first
        }
    }

    /// Whether the caller asks for this type and no range of types.
    func names(_ type: String) -> Bool { ranges.contains(type) }

    func allows(_ type: String) -> Bool {
        let group = String(type.prefix { $0 != "/" })
        return ranges.contains { $0 == "*/*" || $0 == type || $0 == "\(group)/*" }
    }
}
