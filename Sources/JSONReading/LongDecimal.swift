/// A decimal number of any length: digits without zeros at either end, times ten to the power of `exponent`.
public struct LongDecimal: Sendable {
    let isNegative: Bool
    /// 0 to 9, the first for the highest place; none for zero.
    let digits: [UInt8]
    let exponent: Int

    /// Reads JSON's notation.
    public init(_ text: UnsafeBufferPointer<UInt8>) {
        let unsigned = text.first == UInt8(ascii: "-") ? text.dropFirst() : text[...]
        let mark = unsigned.firstIndex { $0 | 0x20 == UInt8(ascii: "e") } ?? unsigned.endIndex
        let point = unsigned[..<mark].firstIndex(of: UInt8(ascii: ".")) ?? mark
        let written = unsigned[..<mark].filter { $0 != UInt8(ascii: ".") }.map { $0 &- UInt8(ascii: "0") }
        var exponent = Self.exponent(unsigned[mark...].dropFirst())
        exponent -= max(mark - point - 1, 0)
        self.init(isNegative: text.first == UInt8(ascii: "-"), digits: written, exponent: exponent)
    }

    init(isNegative: Bool, digits: [UInt8], exponent: Int) {
        let significant = digits.drop { $0 == 0 }
        let zeros = significant.reversed().prefix { $0 == 0 }.count
        self.digits = Array(significant.dropLast(zeros))
        self.isNegative = isNegative && !self.digits.isEmpty
        self.exponent = self.digits.isEmpty ? 0 : exponent + zeros
    }

    init(_ short: ShortDecimal) {
        let digits = Array(String(short.mantissa.magnitude).utf8.map { $0 &- UInt8(ascii: "0") })
        self.init(isNegative: short.mantissa < 0, digits: digits, exponent: short.exponent)
    }

    /// The reader lets no exponent through that could overflow; whoever comes without it gets the largest one.
    private static func exponent(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        let isNegative = text.first == UInt8(ascii: "-")
        let largest = 1_000_000_000_000
        let size = text.drop { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.reduce(0) {
            size,
            digit in
            min(size * 10 + Int(digit &- UInt8(ascii: "0")), largest)
        }
        return isNegative ? -size : size
    }

    /// -1, 0 or 1 as this is less than, equal to or greater than `other`.
    func compare(_ other: LongDecimal) -> Int {
        guard isNegative == other.isNegative else {
            return isNegative ? -1 : 1
        }
        let order = compareSize(other)
        return isNegative ? -order : order
    }

    private func compareSize(_ other: LongDecimal) -> Int {
        guard !digits.isEmpty, !other.digits.isEmpty else {
            return (digits.isEmpty ? 0 : 1) - (other.digits.isEmpty ? 0 : 1)
        }
        // Where the first digit stands.
        let (place, otherPlace) = (digits.count + exponent, other.digits.count + other.exponent)
        if place != otherPlace { return place < otherPlace ? -1 : 1 }
        if digits == other.digits { return 0 }
        return digits.lexicographicallyPrecedes(other.digits) ? -1 : 1
    }
}
