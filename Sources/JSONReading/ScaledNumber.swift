extension DecimalNumber {
    /// The number times ten to the power of `decimals`, when that is an integer that fits; nothing is rounded.
    ///
    /// What sums are kept in: 12.5 with two decimals is 1250, and 12.555 is `nil`.
    public func scaled(decimals: Int) -> Int64? {
        switch self {
        case .short(let short):
            return Self.scaled(short.mantissa, exponent: short.exponent + decimals)
        case .long(let long):
            guard long.digits.count <= 19 else { return nil }
            var mantissa: Int64 = 0
            for digit in long.digits {
                let (tens, overflows) = mantissa.multipliedReportingOverflow(by: 10)
                let (sum, overflowsToo) = tens.addingReportingOverflow(Int64(digit))
                guard !overflows, !overflowsToo else { return nil }
                mantissa = sum
            }
            return Self.scaled(long.isNegative ? -mantissa : mantissa, exponent: long.exponent + decimals)
        }
    }

    /// `mantissa` times ten to the power of `exponent`.
    private static func scaled(_ mantissa: Int64, exponent: Int) -> Int64? {
        guard mantissa != 0 else { return 0 }
        // An Int64 has 19 digits at most.
        guard (-19...19).contains(exponent) else { return nil }
        var number = mantissa
        for _ in 0..<abs(exponent) {
            if exponent < 0 {
                guard number % 10 == 0 else { return nil }
                number /= 10
            } else {
                let (product, overflows) = number.multipliedReportingOverflow(by: 10)
                guard !overflows else { return nil }
                number = product
            }
        }
        return number
    }
}
