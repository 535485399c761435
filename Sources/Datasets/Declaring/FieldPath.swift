package import JSONReading

/// Where a field stands in a record: the names on the way to it, written `location/lat`.
package struct FieldPath: Hashable, Sendable {
    /// More is not a field that people index or sum.
    static let stepsMax = 8

    /// Never empty.
    package let names: [String]

    /// Reads names with "/" between them; `nil` when one is empty or there are too many.
    package init?(_ text: String) {
        names = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard names.count <= Self.stepsMax, !names.contains("") else { return nil }
    }

    /// The form of a declaration.
    package var text: String { names.joined(separator: "/") }

    /// The same as a JSON pointer (RFC 6901).
    package var pointer: String {
        names.map { "/" + $0.replacing("~", with: "~0") }.joined()
    }

    /// What stands there; `nil` when the record has no such field.
    package func value(in record: JSONValue) -> JSONValue? {
        var value = record
        for name in names {
            guard let next = value[name] else { return nil }
            value = next
        }
        return value
    }
}

extension FieldPath: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let path = FieldPath(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a path of a field")
        }
        self = path
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
