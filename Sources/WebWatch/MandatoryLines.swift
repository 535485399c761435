/// Finds the lines that the law asks a website to show.
///
/// The text is read folded, since footers are typed in capitals, in NFD and now and then without tones.
enum MandatoryLines {
    /// Openings of each line as they are written, folded.
    private static let openings: [(MandatoryLine, [String])] = [
        (
            .licence,
            [
                "giay phep so", "giay phep thiet lap", "gp so", "so giay phep", "giay phep hoat dong",
                "giay phep ttdt",
                "giay phep bao chi",
            ]
        ),
        (
            .owner,
            [
                "co quan chu quan", "don vi chu quan", "ban quyen thuoc", "ban quyen cua",
                "thuoc ve uy ban nhan dan",
                "trang thong tin dien tu", "cong thong tin dien tu", "uy ban nhan dan", "ubnd",
            ]
        ),
        (
            .responsible,
            [
                "chiu trach nhiem", "truong ban bien tap", "ban bien tap", "phu trach noi dung",
                "tong bien tap",
                "nguoi phu trach", "trach nhiem noi dung",
            ]
        ),
    ]

    private static let automaton = TermAutomaton(openings.flatMap { $0.1.map(symbols) })
    private static let lines = openings.flatMap { line, openings in openings.map { _ in line } }

    private static func symbols(_ text: String) -> [UInt8] {
        text.utf8.map { $0 == 0x20 ? FoldedText.Symbol.space : $0 - 0x61 + FoldedText.Symbol.letterA }
    }

    static func found(in text: FoldedText) -> Set<MandatoryLine> {
        var found: Set<MandatoryLine> = []
        var state: UInt16 = 0
        for symbol in text.symbols {
            let isSign = symbol == FoldedText.Symbol.joiner
            state =
                symbol < FoldedText.Symbol.joiner || isSign ? automaton.step(state, isSign ? 0 : symbol) : 0
            if automaton.isEnd(state) {
                for pattern in automaton.patterns(state) { found.insert(lines[Int(pattern)]) }
                if found.count == MandatoryLine.allCases.count { break }
            }
        }
        return found
    }
}
