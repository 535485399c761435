package import Hummingbird
import Language

/// The fields of a posted form (`application/x-www-form-urlencoded`), each with one value.
package struct FormFields: Sendable {
    /// A form holds a few texts of some pages at most.
    package static let bytesMax = 256 * 1024

    private let values: [String: String]

    /// Reads the request's body.
    ///
    /// - Throws: ``ServingError`` when it is too large or is no form.
    package init(_ request: Request) async throws(ServingError) {
        let body = try await request.wholeBody(upTo: Self.bytesMax)
        do {
            values = try URLEncodedFormDecoder().decode([String: String].self, from: String(buffer: body))
        } catch {
            throw ServingError(.formUnreadable, "the body is no form", cause: error)
        }
    }

    /// The value, `nil` when it is missing or only white space.
    package subscript(name: String) -> String? {
        guard let value = values[name], value.contains(where: { !$0.isWhitespace }) else { return nil }
        return value
    }

    /// The value of a field that must be filled in.
    package func require(_ name: String) throws(ServingError) -> String {
        guard let value = self[name] else { throw ServingError(.fieldMissing, "the field \(name) is empty") }
        return value
    }
}
