import Language

/// An address or a part of one: `https://nghean.gov.vn/`, `/tin?so=1`, `#muc-2`.
///
/// RFC 3986, section 4.1.
enum URIReferenceFormat: StringFormat {
    static let name = "uri-reference"
    static let expectation = Text.formatURIReference

    static func isValid(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        URIGrammar.isValid(text, isReference: true, isInternational: false)
    }
}
