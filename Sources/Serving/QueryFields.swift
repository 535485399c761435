package import Hummingbird

/// The fields of an address's query, as a browser writes those of a form.
///
/// In it a space is `+`; the HTTP library's own reading leaves that as it is, and a search for two words would find
/// nothing.
package struct QueryFields: Sendable {
    /// Bytes of a query that are looked at; browsers and proxies refuse longer addresses.
    package static let bytesMax = 8 * 1024
    /// Fields of one address; ours have at most ten.
    package static let fieldsMax = 50

    private var values: [String: String] = [:]
    /// Whether a field was left out since it is no UTF-8.
    package private(set) var hasUnreadable = false

    package init(_ request: Request) { self.init(request.uri.query ?? "") }

    /// Of a field that stands twice the first counts; what is no UTF-8 is left out.
    init(_ query: String) {
        guard query.utf8.count <= Self.bytesMax else { return }
        for field in query.utf8.split(separator: UInt8(ascii: "&"), maxSplits: Self.fieldsMax).prefix(
            Self.fieldsMax
        ) {
            let parts = field.split(
                separator: UInt8(ascii: "="),
                maxSplits: 1,
                omittingEmptySubsequences: false
            )
            guard let name = Self.decoded(parts[0]),
                let value = parts.count == 2 ? Self.decoded(parts[1]) : ""
            else {
                hasUnreadable = true
                continue
            }
            if values[name] == nil { values[name] = value }
        }
    }

    /// The value; empty for a field without one, `nil` when there is no such field.
    package subscript(name: String) -> String? { values[name] }

    private static func decoded(_ text: Substring.UTF8View) -> String? {
        var (bytes, rest) = ([UInt8](), text[...])
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                let (high, low) = (rest.popFirst().flatMap(digit), rest.popFirst().flatMap(digit))
                guard let high, let low else { return nil }
                bytes.append(high << 4 | low)
            default: bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        Character(Unicode.Scalar(byte)).hexDigitValue.map(UInt8.init)
    }
}
