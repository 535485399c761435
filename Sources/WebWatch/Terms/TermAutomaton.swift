/// Finds all terms in one pass over folded symbols (Aho and Corasick, 1975), as a dense table.
struct TermAutomaton: Sendable {
    /// Letters, digits and the space: columns of the table.
    private static let columns = 37
    /// The next state, for each state and symbol.
    private var next: [UInt16] = []
    /// For each state the patterns that end there, longest first; most have none.
    private var found: [[UInt16]] = []
    /// For each state whether ``found`` holds anything, in one look.
    private var isEnd: [Bool] = []

    /// - Parameter patterns: Symbols of each pattern, below ``columns``.
    init(_ patterns: [[UInt8]]) {
        var children: [[Int]] = [Array(repeating: 0, count: Self.columns)]
        found = [[]]
        for (index, pattern) in patterns.enumerated() {
            guard children.count + pattern.count < Int(UInt16.max) else { break }
            var state = 0
            for symbol in pattern {
                let column = Int(symbol)
                if children[state][column] == 0 {
                    children[state][column] = children.count
                    children.append(Array(repeating: 0, count: Self.columns))
                    found.append([])
                }
                state = children[state][column]
            }
            found[state].append(UInt16(index))
        }
        link(&children)
        next = children.flatMap { $0.map { UInt16($0) } }
        isEnd = found.map { !$0.isEmpty }
    }

    /// Fills the gaps of the tree with where the longest known ending leads, breadth first.
    private mutating func link(_ children: inout [[Int]]) {
        var fallback = Array(repeating: 0, count: children.count)
        var queue = children[0].filter { $0 != 0 }
        var head = 0
        while head < queue.count {
            let state = queue[head]
            head += 1
            found[state] += found[fallback[state]]
            for column in 0..<Self.columns {
                let child = children[state][column]
                let ending = children[fallback[state]][column]
                if child == 0 {
                    children[state][column] = ending
                } else {
                    fallback[child] = ending
                    queue.append(child)
                }
            }
        }
    }

    /// The state after `symbol`, which must be below ``columns``.
    @inline(__always)
    func step(_ state: UInt16, _ symbol: UInt8) -> UInt16 { next[Int(state) * Self.columns + Int(symbol)] }

    @inline(__always)
    func isEnd(_ state: UInt16) -> Bool { isEnd[Int(state)] }

    /// The patterns that end in `state`.
    func patterns(_ state: UInt16) -> [UInt16] { found[Int(state)] }
}
