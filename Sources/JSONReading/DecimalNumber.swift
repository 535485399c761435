/// A number of a JSON text, exactly as it is written: no binary fraction comes between.
///
/// So 0.3 is a multiple of 0.1, and 9007199254740993 is not 9007199254740992.
public enum DecimalNumber: Sendable {
    /// Up to 18 characters, which is what nearly every number has.
    case short(ShortDecimal)
    /// More digits, or an exponent of more than four.
    case long(LongDecimal)

    /// The number that `digits`, in JSON's notation, stand for.
    @inlinable
    public init(_ digits: UnsafeBufferPointer<UInt8>) {
        if let short = ShortDecimal(digits) {
            self = .short(short)
        } else {
            self = .long(LongDecimal(digits))
        }
    }

    /// Whether there is no fraction: 1.0 and 1e3 are integers too.
    public var isInteger: Bool {
        switch self {
        case .short(let short): short.isInteger
        case .long(let long): long.exponent >= 0
        }
    }

    var long: LongDecimal {
        switch self {
        case .short(let short): LongDecimal(short)
        case .long(let long): long
        }
    }

    /// -1, 0 or 1 as this is less than, equal to or greater than `other`.
    @inlinable
    public func compare(_ other: DecimalNumber) -> Int {
        if case .short(let one) = self, case .short(let two) = other, let order = one.compare(two) {
            return order
        }
        return compareLong(other)
    }

    @usableFromInline
    func compareLong(_ other: DecimalNumber) -> Int { long.compare(other.long) }
}

extension DecimalNumber: Hashable {
    /// Whether both are the same number, however they are written: 1, 1.0 and 10e-1.
    @inlinable
    public static func == (one: DecimalNumber, other: DecimalNumber) -> Bool { one.compare(other) == 0 }

    /// The same for the same number, however it is written.
    public func hash(into hasher: inout Hasher) {
        let long = long
        hasher.combine(long.isNegative)
        hasher.combine(long.digits)
        hasher.combine(long.exponent)
    }
}

/// `mantissa` times ten to the power of `exponent`, with up to 18 digits; the exponent is never above zero.
@frozen
public struct ShortDecimal: Sendable, BitwiseCopyable {
    @usableFromInline let mantissa: Int64
    @usableFromInline let exponent: Int

    @inlinable
    init(mantissa: Int64, exponent: Int) {
        self.mantissa = mantissa
        self.exponent = exponent
    }

    /// An integer.
    @inlinable
    public init(_ integer: Int64) {
        mantissa = integer
        exponent = 0
    }

    /// Digits whose every value fits into an `Int64`.
    @usableFromInline static let digitsMax = 18
    /// Beyond this, arithmetic is left to ``LongDecimal``.
    @usableFromInline static let exponentMax = 9_999

    /// Reads JSON's notation; `nil` when there are more digits than fit.
    @inlinable
    public init?(_ digits: UnsafeBufferPointer<UInt8>) {
        var at = 0
        let count = digits.count
        let isNegative = count > 0 && digits[0] == UInt8(ascii: "-")
        if isNegative { at = 1 }
        guard count <= at + Self.digitsMax else { return nil }
        var number: Int64 = 0
        while at < count {
            let digit = digits[at] &- UInt8(ascii: "0")
            guard digit < 10 else { break }
            number = number &* 10 &+ Int64(digit)
            at += 1
        }
        if at == count {
            self.init(mantissa: isNegative ? -number : number, exponent: 0)
            return
        }
        guard let fraction = Self.fraction(digits, from: at, number: number) else { return nil }
        self.init(mantissa: isNegative ? -fraction.mantissa : fraction.mantissa, exponent: fraction.exponent)
    }

    /// What follows the digits before the point.
    @usableFromInline
    static func fraction(
        _ digits: UnsafeBufferPointer<UInt8>,
        from start: Int,
        number: Int64
    ) -> ShortDecimal? {
        var (at, number, exponent) = (start, number, 0)
        if digits[at] == UInt8(ascii: ".") {
            at += 1
            while at < digits.count, case let digit = digits[at] &- UInt8(ascii: "0"), digit < 10 {
                number = number &* 10 &+ Int64(digit)
                exponent -= 1
                at += 1
            }
        }
        if at < digits.count {
            at += 1
            let isNegative = digits[at] == UInt8(ascii: "-")
            if isNegative || digits[at] == UInt8(ascii: "+") { at += 1 }
            var written = 0
            while at < digits.count {
                written = written * 10 + Int(digits[at] &- UInt8(ascii: "0"))
                guard written <= exponentMax else { return nil }
                at += 1
            }
            exponent += isNegative ? -written : written
        }
        while exponent < 0, number % 10 == 0 {
            if number == 0 { return ShortDecimal(mantissa: 0, exponent: 0) }
            number /= 10
            exponent += 1
        }
        return normal(number, exponent)
    }

    /// With a positive exponent taken into the mantissa where that fits, so that 1e3 and 1000 are the same.
    private static func normal(_ mantissa: Int64, _ exponent: Int) -> ShortDecimal? {
        guard exponent > 0, mantissa != 0 else {
            return ShortDecimal(mantissa: mantissa, exponent: min(exponent, 0))
        }
        guard exponent <= digitsMax else { return nil }
        let (scaled, overflows) = mantissa.multipliedReportingOverflow(by: powers[exponent])
        return overflows ? nil : ShortDecimal(mantissa: scaled, exponent: 0)
    }

    /// Whether there is no fraction.
    @inlinable public var isInteger: Bool { exponent >= 0 }

    /// The number itself when it is an integer.
    @inlinable public var integer: Int64? { exponent == 0 ? mantissa : nil }

    /// Ten to the power of 0 to 18.
    static let powers: [Int64] = (0...digitsMax).map { power in (0..<power).reduce(1) { ten, _ in ten * 10 } }

    /// -1, 0 or 1 as this is less than, equal to or greater than `other`; `nil` when that takes more digits.
    @inlinable
    public func compare(_ other: ShortDecimal) -> Int? {
        if exponent == other.exponent {
            return mantissa < other.mantissa ? -1 : mantissa == other.mantissa ? 0 : 1
        }
        return compareScaled(other)
    }

    @usableFromInline
    func compareScaled(_ other: ShortDecimal) -> Int? {
        let lowest = min(exponent, other.exponent)
        guard exponent - lowest <= Self.digitsMax, other.exponent - lowest <= Self.digitsMax else {
            return nil
        }
        let (one, isOneTooLarge) = mantissa.multipliedReportingOverflow(by: Self.powers[exponent - lowest])
        let (two, isTwoTooLarge) = other.mantissa.multipliedReportingOverflow(
            by: Self.powers[other.exponent - lowest]
        )
        guard !isOneTooLarge, !isTwoTooLarge else { return nil }
        return one < two ? -1 : one == two ? 0 : 1
    }
}
