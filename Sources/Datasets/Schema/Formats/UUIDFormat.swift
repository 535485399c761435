import Language

/// A UUID: `018f3c7e-5b1a-7c22-9d0e-3f6a1b2c4d5e`.
///
/// RFC 9562: 32 hexadecimal digits in groups of 8, 4, 4, 4 and 12, in either case, of any version.
enum UUIDFormat: StringFormat {
    static let name = "uuid"
    static let expectation = Text.formatUUID

    static func isValid(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count == 36 else { return false }
        for (index, byte) in text.enumerated() {
            let isHyphen = index == 8 || index == 13 || index == 18 || index == 23
            guard isHyphen ? byte == UInt8(ascii: "-") : byte.isHexDigit else { return false }
        }
        return true
    }
}
