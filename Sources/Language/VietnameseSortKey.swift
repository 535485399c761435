import Foundation

/// Where a text stands in Vietnamese alphabetical order.
///
/// Letters decide first (a ă â b c d đ e ê … o ô ơ … u ư …), then tones in the order of the dictionaries:
/// level, huyền, hỏi, ngã, sắc, nặng; capitals and punctuation come last of all.
package struct VietnameseSortKey: Hashable, Comparable, Sendable {
    private let letters: [UInt32]
    private let tones: [UInt8]
    private let text: String

    package init(_ text: String) {
        var letters: [UInt32] = []
        var tones: [UInt8] = []
        for scalar in text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
            if let tone = Self.toneOrder[scalar.value] {
                if !tones.isEmpty { tones[tones.count - 1] = tone }
            } else if let mark = Self.markOrder[scalar.value] {
                if !letters.isEmpty { letters[letters.count - 1] += mark }
            } else {
                letters.append(Self.place(of: scalar))
                tones.append(0)
            }
        }
        self.letters = letters
        self.tones = tones
        self.text = text
    }

    package static func < (a: Self, b: Self) -> Bool {
        if a.letters != b.letters { return a.letters.lexicographicallyPrecedes(b.letters) }
        if a.tones != b.tones { return a.tones.lexicographicallyPrecedes(b.tones) }
        return a.text < b.text
    }

    /// Four places for each letter, so that its marked forms follow it; đ follows d.
    private static func place(of scalar: Unicode.Scalar) -> UInt32 {
        scalar == "đ" ? ("d" as Unicode.Scalar).value * 4 + 1 : scalar.value * 4
    }

    /// Breve (ă), circumflex (â ê ô), horn (ơ ư).
    private static let markOrder: [UInt32: UInt32] = [0x0306: 1, 0x0302: 2, 0x031B: 3]
    /// Huyền, hỏi, ngã, sắc, nặng.
    private static let toneOrder: [UInt32: UInt8] = [0x0300: 1, 0x0309: 2, 0x0303: 3, 0x0301: 4, 0x0323: 5]
}
