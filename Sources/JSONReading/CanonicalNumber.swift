/// A number in the one form that ECMAScript's `Number::toString` gives it (RFC 8785, section 3.2.2.3), but with all
/// its digits.
enum CanonicalNumber {
    /// How much longer than the written form the canonical one can be: up to 21 places are written out.
    static let extraBytesMax = 40
    /// From this many places before the point on, the exponent is written.
    private static let placesMax = 21
    /// Zeros after the point before the first digit from which on the exponent is written.
    private static let leadingZerosMax = 6

    /// Writes to `out` and returns how many bytes.
    static func write(_ text: UnsafeBufferPointer<UInt8>, to out: UnsafeMutablePointer<UInt8>) -> Int {
        guard isCanonical(text), let source = text.baseAddress else { return writeDigits(of: text, to: out) }
        out.update(from: source, count: text.count)
        return text.count
    }

    /// Whether `text` is surely in canonical form already, as most numbers are.
    private static func isCanonical(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count <= placesMax, text[0] != UInt8(ascii: "-") || text[1] != UInt8(ascii: "0") else {
            return false
        }
        var pointAt = -1
        for index in 0..<text.count {
            let byte = text[index]
            if byte == UInt8(ascii: ".") {
                pointAt = index
            } else if byte | 0x20 == UInt8(ascii: "e") {
                return false
            }
        }
        if pointAt < 0 { return true }
        guard text[text.count - 1] != UInt8(ascii: "0") else { return false }
        // 0.0… may need an exponent.
        return text[0] != UInt8(ascii: "0") || text[pointAt + 1] != UInt8(ascii: "0")
    }

    private static func writeDigits(
        of text: UnsafeBufferPointer<UInt8>,
        to out: UnsafeMutablePointer<UInt8>
    ) -> Int {
        let number = LongDecimal(text)
        let canonical = Self.text(of: number)
        for (index, byte) in canonical.enumerated() { out[index] = byte }
        return canonical.count
    }

    static func text(of number: LongDecimal) -> [UInt8] {
        guard !number.digits.isEmpty else { return [UInt8(ascii: "0")] }
        let digits = number.digits.map { $0 + UInt8(ascii: "0") }
        let places = digits.count + number.exponent
        let sign = number.isNegative ? [UInt8(ascii: "-")] : []
        if places > placesMax || places <= -leadingZerosMax { return sign + scientific(digits, places - 1) }
        let zero = UInt8(ascii: "0")
        if places <= 0 {
            return sign + Array("0.".utf8) + Array(repeating: zero, count: -places) + digits
        }
        if digits.count <= places {
            return sign + digits + Array(repeating: zero, count: places - digits.count)
        }
        return sign + digits[..<places] + [UInt8(ascii: ".")] + digits[places...]
    }

    private static func scientific(_ digits: [UInt8], _ exponent: Int) -> [UInt8] {
        let fraction = digits.count > 1 ? [UInt8(ascii: ".")] + digits[1...] : []
        return [digits[0]] + fraction + Array("e\(exponent < 0 ? "" : "+")\(exponent)".utf8)
    }
}
