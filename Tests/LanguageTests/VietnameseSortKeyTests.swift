import Foundation
import Language
import Testing

@Test("letters are sorted as in a Vietnamese dictionary")
func letterOrder() {
    let sorted = ["an", "ăn", "ân", "bà", "da", "đa", "em", "êm", "on", "ôn", "ơn", "un", "ưn", "y"]
    let mixed = sorted.reversed().map { $0 }
    #expect(mixed.sorted { VietnameseSortKey($0) < VietnameseSortKey($1) } == sorted)
}

@Test("tones decide only between equal letters: level, huyền, hỏi, ngã, sắc, nặng")
func toneOrder() {
    let sorted = ["ma", "mà", "mả", "mã", "má", "mạ", "mạ a", "mâ", "mấ", "mậ"]
    let mixed = sorted.reversed().map { $0.decomposedStringWithCanonicalMapping }
    #expect(
        mixed.sorted { VietnameseSortKey($0) < VietnameseSortKey($1) }
            .map(\.precomposedStringWithCanonicalMapping) == sorted
    )
}

@Test("a text of stray marks is sorted without harm")
func strayMarks() {
    #expect(VietnameseSortKey("\u{301}\u{306}") < VietnameseSortKey("a"))
}
