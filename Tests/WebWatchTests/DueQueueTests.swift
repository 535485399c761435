import Testing

@testable import WebWatch

@Test("things come out by their due time, and those of one time in the order they went in")
func queueOrder() {
    var queue = DueQueue<Int>()
    var numbers = SeededGenerator(seed: 7)
    let dues = (0..<500).map { _ in Int(numbers.next() % 50) }
    for (index, due) in dues.enumerated() { queue.insert(index, due: .seconds(due)) }
    var out: [Int] = []
    while let index = queue.takeFirst(dueBy: .seconds(100)) { out.append(index) }
    #expect(out == dues.indices.sorted { (dues[$0], $0) < (dues[$1], $1) })
    #expect(queue.isEmpty)
}

@Test("nothing comes out before it is due")
func queueWaits() {
    var queue = DueQueue<String>()
    queue.insert("later", due: .seconds(2))
    #expect(queue.takeFirst(dueBy: .seconds(1)) == nil)
    #expect(queue.firstDue == .seconds(2))
    #expect(queue.takeFirst(dueBy: .seconds(2)) == "later")
    #expect(queue.firstDue == nil)
}

/// SplitMix64: the same numbers for the same seed, so that a failure can be had again.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
