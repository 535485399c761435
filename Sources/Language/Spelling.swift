import Foundation

/// How a Vietnamese word is spelt, apart from where its tone mark stands.
///
/// `hoà` and `hòa` are one word written by two rules, and NFC and NFD are two encodings of it; all of them are equal
/// here, while `cả độ` and `cá độ` are not.
package struct Spelling: Hashable, Sendable {
    private let words: [String]
    /// Whether any letter carries a tone, a vowel mark or the bar of `đ`.
    package let hasMarks: Bool

    /// Reads the letters and digits of `text`; everything else parts words.
    package init(_ text: some StringProtocol) {
        var words: [String] = []
        var word = ""
        var tones = ""
        var hasMarks = false
        func endWord() {
            if !word.isEmpty { words.append(word + tones) }
            word = ""
            tones = ""
        }
        for scalar in text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar.value {
            case 0x300, 0x301, 0x303, 0x309, 0x323:
                tones.unicodeScalars.append(scalar)
                hasMarks = true
            case 0x302, 0x306, 0x31B:
                word.unicodeScalars.append(scalar)
                hasMarks = true
            case 0x111:
                word.unicodeScalars.append(scalar)
                hasMarks = true
            case _ where Folding.fold(scalar.value) == 0: continue
            case _ where scalar.properties.isAlphabetic || scalar.properties.numericType != nil:
                word.unicodeScalars.append(scalar)
            default: endWord()
            }
        }
        endWord()
        self.words = words
        self.hasMarks = hasMarks
    }

    /// The words run together, for comparing with text whose spaces were taken out.
    package var joined: String { words.joined() }
    /// How many words there are.
    package var wordCount: Int { words.count }
}
