import Testing

@testable import WebWatch

/// The patterns that end at each place of the text.
private func found(_ patterns: [[UInt8]], in text: [UInt8]) -> [[UInt16]] {
    let automaton = TermAutomaton(patterns)
    var state: UInt16 = 0
    return text.map { symbol in
        state = automaton.step(state, symbol)
        return automaton.isEnd(state) ? automaton.patterns(state) : []
    }
}

@Test("patterns inside patterns are found, the longest first")
func nestedPatterns() {
    let patterns: [[UInt8]] = [[1, 2, 3], [2, 3], [3], [2, 3, 4]]
    #expect(found(patterns, in: [1, 2, 3, 4]) == [[], [], [0, 1, 2], [3]])
}

@Test("a failed beginning goes on where another pattern may begin")
func fallback() {
    #expect(found([[1, 1, 2]], in: [1, 1, 1, 2]) == [[], [], [], [0]])
    #expect(found([[1, 2, 1, 3]], in: [1, 2, 1, 2, 1, 3]).last == [0])
}

@Test("it finds what a plain search finds, for any patterns and text")
func agreesWithPlainSearch() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<200 {
        func random(_ length: ClosedRange<Int>) -> [UInt8] {
            (0..<Int.random(in: length, using: &generator)).map { _ in
                UInt8.random(in: 0...2, using: &generator)
            }
        }
        let patterns = Array(Set((0..<6).map { _ in random(1...4) }))
        let text = random(0...60)
        let plain = text.indices.map { end in
            Set(
                patterns.indices.filter {
                    text[...end].suffix(patterns[$0].count).elementsEqual(patterns[$0])
                }
            )
        }
        #expect(found(patterns, in: text).map { Set($0.map(Int.init)) } == plain)
    }
}

@Test("no pattern finds nothing")
func noPatterns() {
    #expect(found([], in: [1, 2, 3]) == [[], [], []])
    #expect(TermMatcher([]).hits(in: FoldedText()).isEmpty)
}
