import Language

/// An address with its scheme: `https://nghean.gov.vn/tin`.
///
/// RFC 3986. Letters beyond ASCII, spaces and quotes stand in it only as `%` with two digits.
enum URIFormat: StringFormat {
    static let name = "uri"
    static let expectation = Text.formatURI

    static func isValid(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        URIGrammar.isValid(text, isReference: false, isInternational: false)
    }
}
