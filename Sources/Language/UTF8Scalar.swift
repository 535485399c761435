/// One scalar at a time from UTF-8 bytes that may be anything.
package enum UTF8Scalar {
    /// What stands for bytes that are no UTF-8.
    package static let replacement: UInt32 = 0xFFFD

    /// The scalar that starts at `position` and its length in bytes, at least 1.
    ///
    /// Anything malformed, also an overlong form or a surrogate, is ``replacement`` of length 1. `position`
    /// must be inside `bytes`.
    @inlinable
    package static func decode(_ bytes: [UInt8], at position: Int) -> (scalar: UInt32, length: Int) {
        let first = UInt32(bytes[position])
        if first < 0x80 { return (first, 1) }
        func tail(_ offset: Int) -> UInt32? {
            let index = position + offset
            guard index < bytes.count, bytes[index] & 0xC0 == 0x80 else { return nil }
            return UInt32(bytes[index] & 0x3F)
        }
        guard first >= 0xC2, let second = tail(1) else { return (replacement, 1) }
        if first < 0xE0 { return ((first & 0x1F) << 6 | second, 2) }
        guard first < 0xF5, let third = tail(2) else { return (replacement, 1) }
        if first < 0xF0 {
            let scalar = (first & 0x0F) << 12 | second << 6 | third
            return scalar < 0x800 || (0xD800...0xDFFF).contains(scalar) ? (replacement, 1) : (scalar, 3)
        }
        guard let fourth = tail(3) else { return (replacement, 1) }
        let scalar = (first & 0x07) << 18 | second << 12 | third << 6 | fourth
        return (0x10000...0x10FFFF).contains(scalar) ? (scalar, 4) : (replacement, 1)
    }

    /// Appends the UTF-8 form of a scalar value.
    @inlinable
    package static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
        func low(_ value: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: value) }
        switch scalar {
        case ..<0x80: bytes.append(low(scalar))
        case ..<0x800:
            bytes.append(low(0xC0 | scalar >> 6))
            bytes.append(low(0x80 | scalar & 0x3F))
        case ..<0x10000:
            bytes.append(low(0xE0 | scalar >> 12))
            bytes.append(low(0x80 | scalar >> 6 & 0x3F))
            bytes.append(low(0x80 | scalar & 0x3F))
        default:
            bytes.append(low(0xF0 | scalar >> 18 & 0x07))
            bytes.append(low(0x80 | scalar >> 12 & 0x3F))
            bytes.append(low(0x80 | scalar >> 6 & 0x3F))
            bytes.append(low(0x80 | scalar & 0x3F))
        }
    }
}
