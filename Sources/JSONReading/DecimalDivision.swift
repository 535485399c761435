extension DecimalNumber {
    /// Whether this is `divisor` times an integer, exactly; every number is a multiple of itself, none of zero.
    public func isMultiple(of divisor: DecimalNumber) -> Bool {
        if case .short(let one) = self, case .short(let two) = divisor, let answer = one.isMultiple(of: two) {
            return answer
        }
        return long.isMultiple(of: divisor.long)
    }
}

extension ShortDecimal {
    /// `nil` when that takes more digits.
    func isMultiple(of divisor: ShortDecimal) -> Bool? {
        guard divisor.mantissa != 0 else { return false }
        let lowest = min(exponent, divisor.exponent)
        guard exponent - lowest <= Self.digitsMax, divisor.exponent - lowest <= Self.digitsMax else {
            return nil
        }
        let (one, isOneTooLarge) = mantissa.multipliedReportingOverflow(by: Self.powers[exponent - lowest])
        let (two, isTwoTooLarge) = divisor.mantissa.multipliedReportingOverflow(
            by: Self.powers[divisor.exponent - lowest]
        )
        guard !isOneTooLarge, !isTwoTooLarge else { return nil }
        return one % two == 0
    }
}

extension LongDecimal {
    /// Whether this is `divisor` times an integer.
    ///
    /// Neither has zeros at its end. So when the divisor's exponent is the larger, ten divides it and not this one.
    /// Else the remainder of `digits` followed by as many zeros as the exponents differ by is what counts; the zeros
    /// are taken as one power, so that 1e999999 costs no more than 1.
    func isMultiple(of divisor: LongDecimal) -> Bool {
        guard !divisor.digits.isEmpty else { return false }
        if digits.isEmpty { return true }
        guard exponent >= divisor.exponent else { return false }
        let modulus = Natural(digits: divisor.digits)
        var remainder = Natural.zero
        for digit in digits { remainder = remainder.times(10, plus: UInt32(digit)).reduced(by: modulus) }
        let zeros = Natural.power(of: 10, exponent - divisor.exponent, modulo: modulus)
        return remainder.times(zeros).remainder(by: modulus).isZero
    }
}

/// A natural number of any size, for remainders only; 32 bits in each limb, the lowest first.
struct Natural: Equatable {
    private var limbs: [UInt32]

    static let zero = Natural(limbs: [])

    private init(limbs: [UInt32]) {
        self.limbs = limbs
        while self.limbs.last == 0 { self.limbs.removeLast() }
    }

    init(digits: [UInt8]) {
        self = digits.reduce(.zero) { $0.times(10, plus: UInt32($1)) }
    }

    var isZero: Bool { limbs.isEmpty }

    func times(_ factor: UInt32, plus summand: UInt32) -> Natural {
        var result: [UInt32] = []
        result.reserveCapacity(limbs.count + 1)
        var carry = UInt64(summand)
        for limb in limbs {
            carry += UInt64(limb) * UInt64(factor)
            result.append(UInt32(truncatingIfNeeded: carry))
            carry >>= 32
        }
        result.append(UInt32(carry))
        return Natural(limbs: result)
    }

    func times(_ other: Natural) -> Natural {
        var result = [UInt32](repeating: 0, count: limbs.count + other.limbs.count + 1)
        for (shift, limb) in other.limbs.enumerated() {
            var carry: UInt64 = 0
            for (index, own) in limbs.enumerated() {
                carry += UInt64(own) * UInt64(limb) + UInt64(result[index + shift])
                result[index + shift] = UInt32(truncatingIfNeeded: carry)
                carry >>= 32
            }
            result[limbs.count + shift] = UInt32(truncatingIfNeeded: carry)
        }
        return Natural(limbs: result)
    }

    /// What is left after division; bit by bit, which is slow and plainly right.
    func remainder(by modulus: Natural) -> Natural {
        if isBelow(modulus) { return self }
        if limbs.count <= 2, modulus.limbs.count <= 2 {
            let left = value64 % modulus.value64
            return Natural(limbs: [UInt32(truncatingIfNeeded: left), UInt32(left >> 32)])
        }
        var left = Natural.zero
        for limb in limbs.reversed() {
            for bit in (0..<32).reversed() {
                left = left.times(2, plus: limb >> UInt32(bit) & 1)
                if !left.isBelow(modulus) { left = left.minus(modulus) }
            }
        }
        return left
    }

    /// What is left after division when this is less than about ten times `modulus`.
    func reduced(by modulus: Natural) -> Natural {
        var left = self
        while !left.isBelow(modulus) { left = left.minus(modulus) }
        return left
    }

    /// By repeated squaring.
    static func power(of base: UInt32, _ exponent: Int, modulo modulus: Natural) -> Natural {
        var (result, square, left) = (
            Natural(limbs: [1]), Natural(limbs: [base]).remainder(by: modulus), exponent
        )
        while left > 0 {
            if left & 1 == 1 { result = result.times(square).remainder(by: modulus) }
            square = square.times(square).remainder(by: modulus)
            left >>= 1
        }
        return result.remainder(by: modulus)
    }

    private var value64: UInt64 {
        UInt64(limbs.first ?? 0) | UInt64(limbs.count > 1 ? limbs[1] : 0) << 32
    }

    private func isBelow(_ other: Natural) -> Bool {
        if limbs.count != other.limbs.count { return limbs.count < other.limbs.count }
        return limbs.reversed().lexicographicallyPrecedes(other.limbs.reversed())
    }

    /// `other` must not be larger.
    private func minus(_ other: Natural) -> Natural {
        var result = limbs
        var borrow: Int64 = 0
        for index in result.indices {
            let taken = Int64(index < other.limbs.count ? other.limbs[index] : 0)
            borrow += Int64(result[index]) - taken
            result[index] = UInt32(truncatingIfNeeded: borrow)
            borrow >>= 32
        }
        return Natural(limbs: result)
    }
}
