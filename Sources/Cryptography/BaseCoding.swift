/// Bytes as text and back (RFC 4648): each byte string has exactly one text, and any other text is refused.
package struct BaseCoding: Sendable {
    private let alphabet: [UInt8]
    private let bitsPerCharacter: Int
    /// The length that padding fills up to a multiple of; 1 where there is none.
    private let groupLength: Int
    /// The value of each ASCII character, 0xff where it has none.
    private let values: [UInt8]

    private static let upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    private static let base64Letters = upper + upper.lowercased() + "0123456789"

    /// Lower case is written, both are read.
    package static let hex = BaseCoding("0123456789abcdef", bits: 4, ignoresCase: true)
    /// Without padding, as `otpauth://` links want it; both cases are read.
    package static let base32 = BaseCoding(upper + "234567", bits: 5, ignoresCase: true)
    package static let base64 = BaseCoding(base64Letters + "+/", bits: 6, groupLength: 4)
    package static let base64Unpadded = BaseCoding(base64Letters + "+/", bits: 6)
    package static let base64URL = BaseCoding(base64Letters + "-_", bits: 6)

    private init(_ letters: String, bits: Int, groupLength: Int = 1, ignoresCase: Bool = false) {
        alphabet = Array(letters.utf8)
        bitsPerCharacter = bits
        self.groupLength = groupLength
        var values = [UInt8](repeating: 0xff, count: 256)
        for spelling in ignoresCase ? [letters.uppercased(), letters.lowercased()] : [letters] {
            for (value, character) in spelling.utf8.enumerated() { values[Int(character)] = UInt8(value) }
        }
        self.values = values
    }

    package func encode(_ bytes: some Collection<UInt8>) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 8 / bitsPerCharacter + groupLength + 1)
        var held: UInt32 = 0
        var heldBits = 0
        let mask = UInt32(alphabet.count - 1)
        for byte in bytes {
            held = (held << 8) | UInt32(byte)
            heldBits += 8
            while heldBits >= bitsPerCharacter {
                heldBits -= bitsPerCharacter
                text.append(alphabet[Int((held >> UInt32(heldBits)) & mask)])
            }
        }
        if heldBits > 0 {
            text.append(alphabet[Int((held << UInt32(bitsPerCharacter - heldBits)) & mask)])
        }
        while text.count % groupLength != 0 { text.append(UInt8(ascii: "=")) }
        return String(decoding: text, as: UTF8.self)
    }

    /// `nil` for a foreign character, wrong padding, or bits left over that are not zero.
    package func decode(_ text: some StringProtocol) -> [UInt8]? {
        guard let letters = withoutPadding(Array(text.utf8)) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(letters.count * bitsPerCharacter / 8)
        var held: UInt32 = 0
        var heldBits = 0
        for letter in letters {
            let value = values[Int(letter)]
            guard value != 0xff else { return nil }
            held = (held << UInt32(bitsPerCharacter)) | UInt32(value)
            heldBits += bitsPerCharacter
            if heldBits >= 8 {
                heldBits -= 8
                bytes.append(UInt8(truncatingIfNeeded: held >> UInt32(heldBits)))
            }
        }
        let leftOver = held & ((1 << UInt32(heldBits)) - 1)
        guard heldBits < bitsPerCharacter, leftOver == 0 else { return nil }
        return bytes
    }

    private func withoutPadding(_ text: [UInt8]) -> ArraySlice<UInt8>? {
        guard groupLength > 1 else { return text[...] }
        guard text.count % groupLength == 0 else { return nil }
        let padding = text.reversed().prefix { $0 == UInt8(ascii: "=") }.count
        return padding < groupLength ? text.dropLast(padding) : nil
    }
}
