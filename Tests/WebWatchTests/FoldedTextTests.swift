import Testing

@testable import WebWatch

private func folded(_ parts: [(String, FoldedText.Place)]) -> FoldedText {
    var text = FoldedText()
    for (part, place) in parts {
        var part = part
        part.withUTF8 { text.append($0, place) }
    }
    return text
}

@Test("symbols are letters, digits, one space, one joiner and ends")
func foldedSymbols() {
    var text = folded([("Á b..c  9\u{200B}Ж漢", .text)])
    text.endBlock()
    text.endBlock()
    let (space, joiner, end, foreign) = (
        FoldedText.Symbol.space, FoldedText.Symbol.joiner, FoldedText.Symbol.end, FoldedText.Symbol.foreign
    )
    #expect(text.symbols == [1, space, 2, joiner, 3, space, 36, foreign, foreign, end])
}

@Test("a space beside a joiner is a space")
func foldedSeparators() {
    #expect(folded([("a - b", .text)]).symbols == [1, 0, 2])
    #expect(folded([("a- b", .text)]).symbols == [1, 0, 2])
    #expect(folded([("a-_-b", .text)]).symbols == [1, FoldedText.Symbol.joiner, 2])
}

@Test("a range of symbols leads back to the original with its marks and invisible characters")
func foldedOriginal() {
    let text = folded([("xem cá\u{200B} cược!", .text)])
    #expect(text.text(4..<11) == "cá\u{200B} cược")
    #expect(text.text(0..<3) == "xem")
    #expect(text.text(5..<5) == "" && text.text(0..<99) == "")
}

@Test("a passage begins and ends at words, inside its block, without invisible characters")
func foldedPassage() {
    var text = folded([("khối trước", .text)])
    text.endBlock()
    for part in ["mở đầu \(String(repeating: "từ ngữ ", count: 30))cá\u{200B} độ phần cuối"] {
        var part = part
        part.withUTF8 { text.append($0, .text) }
    }
    text.endBlock()
    let hit = TermMatcher([Term(.gambling, "cá độ")]).hits(in: text)
    #expect(hit.count == 1)
    let passage = text.passage(hit[0].range)
    #expect(passage.hasSuffix("cá độ phần cuối"))
    #expect(passage.hasPrefix("từ ") || passage.hasPrefix("ngữ ") || passage.hasPrefix(" "))
    #expect(!passage.contains("trước"))
}

@Test("each symbol knows its region")
func foldedRegions() {
    let text = folded([("ab", .text), ("cd", .text), ("ef", .link), ("gh", .title)])
    #expect(text.regions.map(\.place) == [.text, .link, .title])
    #expect(
        [0, 3, 4, 5, 6, 99].map { text.region(at: $0)?.place } == [
            .text, .text, .link, .link, .title, .title,
        ]
    )
    #expect(FoldedText().region(at: 0) == nil)
}

@Test("text beyond the limit is left out whole")
func foldedLimit() {
    let long = String(repeating: "a", count: FoldedText.bytesMax - 1)
    let text = folded([(long, .text), ("bc", .text), ("d", .text)])
    #expect(text.original.count == FoldedText.bytesMax)
    #expect(text.original.last == 0x64)
}
