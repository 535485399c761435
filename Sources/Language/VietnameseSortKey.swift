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
        letters.reserveCapacity(text.utf8.count)
        tones.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            let weight = Self.weight(of: scalar)
            if weight.isMark {
                if let last = letters.indices.last {
                    letters[last] += weight.letter
                    if weight.tone > 0 { tones[last] = weight.tone }
                }
            } else {
                letters.append(weight.letter)
                tones.append(weight.tone)
            }
        }
        self.letters = letters
        self.tones = tones
        self.text = text
    }

    package static func < (a: Self, b: Self) -> Bool {
        isBefore(a.letters, b.letters) ?? isBefore(a.tones, b.tones) ?? (a.text < b.text)
    }

    /// `nil` when both are the same.
    private static func isBefore<Place: Comparable>(_ a: [Place], _ b: [Place]) -> Bool? {
        for (placeA, placeB) in zip(a, b) where placeA != placeB { return placeA < placeB }
        return a.count == b.count ? nil : a.count < b.count
    }

    private struct Weight {
        /// Where the letter stands; for a combining mark, what it adds to the letter before it.
        var letter: UInt32
        var tone: UInt8 = 0
        var isMark = false
    }

    private static func weight(of scalar: Unicode.Scalar) -> Weight {
        switch scalar.value {
        case 0..<UInt32(latin.count): latin[Int(scalar.value)]
        case vietnameseStart..<vietnameseStart + UInt32(vietnamese.count):
            vietnamese[Int(scalar.value - vietnameseStart)]
        default: computed(scalar)
        }
    }

    /// Latin letters and combining marks, and the block of toned letters: looked up, since a tree of units is
    /// sorted often.
    private static let latin = (0..<0x370).map(computed)
    private static let vietnameseStart: UInt32 = 0x1E00
    private static let vietnamese = (0x1E00..<0x1F00).map(computed)

    private static func computed(_ value: Int) -> Weight {
        Unicode.Scalar(UInt32(value)).map(computed) ?? Weight(letter: 0)
    }

    private static func computed(_ scalar: Unicode.Scalar) -> Weight {
        let parts = scalar.properties.lowercaseMapping.decomposedStringWithCanonicalMapping.unicodeScalars
        var weight: Weight?
        for part in parts {
            if let tone = toneOrder[part.value] {
                weight = Weight(letter: weight?.letter ?? 0, tone: tone, isMark: weight?.isMark ?? true)
            } else if let mark = markOrder[part.value] {
                weight = Weight(
                    letter: (weight?.letter ?? 0) + mark,
                    tone: weight?.tone ?? 0,
                    isMark: weight?.isMark ?? true
                )
            } else if weight == nil {
                weight = Weight(letter: place(of: part))
            }
        }
        return weight ?? Weight(letter: 0)
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
