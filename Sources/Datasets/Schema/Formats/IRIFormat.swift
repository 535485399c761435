import Language

/// An address in any script with its scheme: `https://nghệan.vn/tin-tức`.
///
/// RFC 3987: as `uri`, with the letters of every script.
enum IRIFormat: StringFormat {
    static let name = "iri"
    static let expectation = Text.formatIRI

    static func isValid(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        URIGrammar.isValid(text, isReference: false, isInternational: true)
    }
}
