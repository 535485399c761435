import Foundation
import Language
import Testing

@Test(
    "case, tones and đ fold away, in composed and decomposed spelling alike",
    arguments: [
        ("Đô Lương", "do luong"), ("ĐÔ LƯƠNG", "do luong"), ("Nghệ An", "nghe an"), ("Quỳ Hợp", "quy hop"),
        ("Ðô thị", "do thi"), ("straße, Ærø", "strase, æro"), ("", ""), ("a\u{200B}b\u{00AD}c", "abc"),
        ("ｃá 𝐜𝐮𝐨𝐜 Ⓐ", "ca cuoc a"), ("ΩМир", "ωмир"), ("a\u{00A0}b", "a b"), ("漢字 123", "漢字 123"),
    ]
)
func foldsText(text: String, expected: String) {
    #expect(text.folded == expected)
    #expect(text.decomposedStringWithCanonicalMapping.folded == expected)
    #expect(text.precomposedStringWithCanonicalMapping.folded == expected)
}

@Test("every accented Vietnamese letter folds to one ASCII letter")
func foldsEveryVietnameseLetter() {
    let rows = [
        "a": "àáảãạăằắẳẵặâầấẩẫậ", "e": "èéẻẽẹêềếểễệ", "i": "ìíỉĩị", "o": "òóỏõọôồốổỗộơờớởỡợ",
        "u": "ùúủũụưừứửữự", "y": "ỳýỷỹỵ", "d": "đ",
    ]
    for (base, letters) in rows {
        for letter in letters + letters.uppercased() { #expect(String(letter).folded == base, "\(letter)") }
    }
}

@Test("folding any bytes neither traps nor makes bad UTF-8")
func foldsAnyBytes() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
        let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
            UInt8.random(in: 0...255, using: &generator)
        }
        #expect(String(validating: Folding.fold(bytes), as: UTF8.self) != nil)
    }
}

@Test("decoding agrees with the standard library on every scalar and refuses malformed forms")
func decodesScalars() {
    for value in UInt32(0)...0x10FFFF {
        guard let scalar = Unicode.Scalar(value) else { continue }
        let bytes = Array(String(scalar).utf8)
        let decoded = UTF8Scalar.decode(bytes, at: 0)
        guard decoded == (value, bytes.count) else {
            Issue.record("U+\(String(value, radix: 16)) decodes to \(decoded)")
            return
        }
        var encoded: [UInt8] = []
        UTF8Scalar.append(value, to: &encoded)
        guard encoded == bytes else {
            Issue.record("U+\(String(value, radix: 16)) encodes to \(encoded)")
            return
        }
    }
    for malformed: [UInt8] in [
        [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80], [0xC3],
        [0xE1, 0xBB],
        [0xF0, 0x9D, 0x90], [0xFF],
    ] {
        #expect(UTF8Scalar.decode(malformed, at: 0) == (UTF8Scalar.replacement, 1))
    }
}

@Test("a word keeps its spelling wherever its tone mark stands, and loses it with another tone")
func comparesSpelling() {
    #expect(Spelling("hoà bình") == Spelling("HÒA  BÌNH"))
    #expect(Spelling("cá độ") == Spelling("cá độ".decomposedStringWithCanonicalMapping))
    #expect(Spelling("cá\u{200B} độ") == Spelling("cá-độ"))
    #expect(Spelling("cá độ") != Spelling("cả độ"))
    #expect(Spelling("lô đề") != Spelling("lò đê"))
    #expect(Spelling("ca do").hasMarks == false)
    #expect(Spelling("ca đo").hasMarks)
    #expect(Spelling("cá độ").wordCount == 2)
    #expect(Spelling("cá độ").joined == Spelling("cá-độ").joined)
}
