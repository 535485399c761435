import Language

/// An address in any script or a part of one: `/tin-tức`.
///
/// RFC 3987: as `uri-reference`, with the letters of every script.
enum IRIReferenceFormat: StringFormat {
    static let name = "iri-reference"
    static let expectation = Text.formatIRIReference

    static func isValid(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        URIGrammar.isValid(text, isReference: true, isInternational: true)
    }
}
