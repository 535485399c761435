import Language

/// One place where a term stands.
package struct TermHit: Hashable, Sendable {
    package var term: Term
    /// Symbols of the ``FoldedText``.
    package var range: Range<Int>
    package var place: FoldedText.Place
    /// Whether nobody sees it.
    package var isHidden: Bool
    /// The outgoing link that holds it; -1 for none.
    package var link: Int
}

/// Finds terms in the text of a page, with an ear for tones.
///
/// Vietnamese has about 18,000 syllables, and without tones they fold to 2,530: "cô bác" (aunts and uncles) folds to the
/// same letters as "cờ bạc" (gambling). So folding only finds candidates. A candidate counts when it stands between
/// word boundaries and is spelt like the term, or carries no mark at all, as spammers type. Zero-width characters are
/// never seen, and `. - _ *` between letters are read once as spaces and once as nothing.
package struct TermMatcher: Sendable {
    private struct Pattern {
        var term: Int
        /// Whether the spaces were taken out of it.
        var isJoined: Bool
        /// Letters and digits.
        var letters: Int
    }

    private let terms: [Term]
    private let spellings: [Spelling]
    private let patterns: [Pattern]
    private let automaton: TermAutomaton

    /// Letters that a term needs before it is also sought without its spaces: `lode` for "lô đề" is an English word.
    private static let joinedLettersMin = 6
    /// Hits kept of one page: twenty convince, and a page of nothing but spam must not cost more than others.
    package static let hitsMax = 500

    /// The matcher for the list that comes with Sen.
    package static let standard = TermMatcher(Term.standard)

    package init(_ terms: [Term]) {
        self.terms = terms
        self.spellings = terms.map { Spelling($0.text) }
        var patterns: [Pattern] = []
        var symbols: [[UInt8]] = []
        for (index, term) in terms.enumerated() {
            let spaced = Self.symbols(of: term.text)
            let joined = spaced.filter { $0 != FoldedText.Symbol.space }
            patterns.append(Pattern(term: index, isJoined: false, letters: joined.count))
            symbols.append(spaced)
            guard joined.count < spaced.count, joined.count >= Self.joinedLettersMin else { continue }
            patterns.append(Pattern(term: index, isJoined: true, letters: joined.count))
            symbols.append(joined)
        }
        self.patterns = patterns
        self.automaton = TermAutomaton(symbols)
    }

    private static func symbols(of text: String) -> [UInt8] {
        var folded = FoldedText()
        var text = text
        text.withUTF8 { folded.append($0, .text) }
        return folded.symbols.map { $0 > FoldedText.Symbol.joiner - 1 ? FoldedText.Symbol.space : $0 }
    }

    /// All hits, in the order of their ends, each place once.
    package func hits(in text: FoldedText) -> [TermHit] {
        var hits: [TermHit] = []
        let symbols = text.symbols
        var plain: UInt16 = 0
        // the reading without joiners, while it differs from the plain one
        var joined: UInt16?
        for index in symbols.indices {
            let symbol = symbols[index]
            if symbol < FoldedText.Symbol.joiner {
                plain = automaton.step(plain, symbol)
                if automaton.isEnd(plain) { collect(plain, index, text, &hits) }
                if let state = joined {
                    let stepped = automaton.step(state, symbol)
                    if stepped != plain, automaton.isEnd(stepped) { collect(stepped, index, text, &hits) }
                    joined = stepped == plain ? nil : stepped
                }
            } else if symbol == FoldedText.Symbol.joiner {
                joined = joined ?? plain
                plain = automaton.step(plain, FoldedText.Symbol.space)
            } else {
                plain = 0
                joined = nil
            }
            if hits.count >= Self.hitsMax { break }
        }
        return hits
    }

    private func collect(_ state: UInt16, _ end: Int, _ text: FoldedText, _ hits: inout [TermHit]) {
        let symbols = text.symbols
        if end + 1 < symbols.count, FoldedText.Symbol.isWord(symbols[end + 1]) { return }
        for number in automaton.patterns(state) {
            let pattern = patterns[Int(number)]
            guard let start = start(of: pattern, endingAt: end, in: symbols) else { continue }
            let range = start..<end + 1
            guard isSpelt(text.text(range), like: pattern) else { continue }
            // a longer term at the same place says it already
            if let last = hits.last, last.range.upperBound == range.upperBound { continue }
            let region = text.region(at: start)
            let hit = TermHit(
                term: terms[pattern.term],
                range: range,
                place: region?.place ?? .text,
                isHidden: region?.way != nil,
                link: region?.link ?? -1
            )
            hits.append(hit)
        }
    }

    /// The symbol where the pattern's first letter stands, when a word begins there.
    private func start(of pattern: Pattern, endingAt end: Int, in symbols: [UInt8]) -> Int? {
        var (left, at) = (pattern.letters, end)
        while at >= 0 {
            if FoldedText.Symbol.isWord(symbols[at]) { left -= 1 }
            if left == 0 { break }
            at -= 1
        }
        guard at >= 0, left == 0 else { return nil }
        return at == 0 || !FoldedText.Symbol.isWord(symbols[at - 1]) ? at : nil
    }

    /// Letters of Greek and Cyrillic, which nobody mixes into a Latin word for an honest reason.
    private static func isDisguise(_ scalar: Unicode.Scalar) -> Bool {
        (0x370...0x52F).contains(scalar.value)
    }

    private func isSpelt(_ original: String, like pattern: Pattern) -> Bool {
        let spelling = Spelling(original)
        if !spelling.hasMarks || original.unicodeScalars.contains(where: Self.isDisguise) { return true }
        let wanted = spellings[pattern.term]
        return spelling == wanted
            || spelling.wordCount != wanted.wordCount && spelling.joined == wanted.joined
    }
}
