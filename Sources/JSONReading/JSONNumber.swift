import CYYJSON

extension JSONValue {
    /// The number when it is an integer that fits, however it is written (1, 1.0, 1e3); `nil` for other values.
    public var integer: Int64? {
        guard isNumber else { return nil }
        if let short = ShortDecimal(utf8) { return short.integer }
        let long = LongDecimal(utf8)
        // An Int64 has 19 digits at most.
        guard long.exponent >= 0, long.digits.count + long.exponent <= 19 else { return nil }
        let digits = long.digits.map { Character(Unicode.Scalar($0 + UInt8(ascii: "0"))) }
        return Int64(
            (long.isNegative ? "-" : "") + String(digits) + String(repeating: "0", count: long.exponent)
        )
    }

    /// The nearest double of a number, infinite when that is beyond its range; `nil` for other values.
    ///
    /// For charts and averages. What must be exact is a ``DecimalNumber``.
    public var double: Double? {
        guard isNumber, let start = textStart else { return nil }
        return sen_json_double(start, count)
    }

    /// The number exactly as it is written; `nil` for other values.
    public var decimal: DecimalNumber? { isNumber ? DecimalNumber(utf8) : nil }
}
