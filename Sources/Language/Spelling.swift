import Foundation

/// How Vietnamese words are spelt, apart from where a tone mark stands inside its word.
///
/// `hoà` and `hòa` are one word written by two rules, and NFC and NFD are two encodings of it; all of them are equal
/// here, while `cả độ` and `cá độ` are not.
package struct Spelling: Hashable, Sendable {
    private struct Word: Hashable, Sendable {
        var letters = ""
        var tones = ""
    }

    private let words: [Word]
    /// Whether any letter carries a tone, a vowel mark or the bar of `đ`.
    package let hasMarks: Bool

    /// Reads the letters and digits of `text`; everything else parts words.
    package init(_ text: some StringProtocol) {
        var words: [Word] = []
        var word = Word()
        var hasMarks = false
        func endWord() {
            if !word.letters.isEmpty { words.append(word) }
            word = Word()
        }
        for scalar in text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar.value {
            case 0x300, 0x301, 0x303, 0x309, 0x323:
                word.tones.unicodeScalars.append(scalar)
                hasMarks = true
            case 0x302, 0x306, 0x31B, 0x111:
                word.letters.unicodeScalars.append(scalar)
                hasMarks = true
            case _ where Folding.fold(scalar.value) == 0: continue
            case _ where scalar.properties.isAlphabetic || scalar.properties.numericType != nil:
                word.letters.unicodeScalars.append(scalar)
            default: endWord()
            }
        }
        endWord()
        self.words = words
        self.hasMarks = hasMarks
    }

    /// Letters and tones with all words run together, for text whose letters were parted or whose spaces were taken out.
    package var joined: String { words.map(\.letters).joined() + " " + words.map(\.tones).joined() }
    /// How many words there are.
    package var wordCount: Int { words.count }
}
