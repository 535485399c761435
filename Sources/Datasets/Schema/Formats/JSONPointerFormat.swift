import Language

/// A JSON pointer: `/events/0/date`.
///
/// RFC 6901: empty, or steps each of which begins with `/`; `~` only as `~0` (for itself) or `~1` (for `/`).
enum JSONPointerFormat: StringFormat {
    static let name = "json-pointer"
    static let expectation = Text.formatJSONPointer

    static func isValid(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = text.first else { return true }
        guard first == UInt8(ascii: "/") else { return false }
        for index in text.indices where text[index] == UInt8(ascii: "~") {
            guard index + 1 < text.count, text[index + 1] == 0x30 || text[index + 1] == 0x31 else {
                return false
            }
        }
        return true
    }
}
