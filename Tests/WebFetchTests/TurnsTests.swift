import Testing

@testable import WebFetch

@Test("no more run at once than the limit, and first come are first served")
func turnsInAll() {
    var turns = Turns<Int>(atOnceMax: 2, perHostMax: 9)
    for id in 1...4 { turns.submit(id, host: "h\(id)") }
    #expect([turns.next(), turns.next(), turns.next()] == [1, 2, nil])
    turns.finish(host: "h1")
    #expect([turns.next(), turns.next()] == [3, nil])
}

@Test("a host that is busy holds up nobody else")
func turnsPerHost() {
    var turns = Turns<Int>(atOnceMax: 9, perHostMax: 1)
    for id in 1...3 { turns.submit(id, host: "cham.test") }
    turns.submit(4, host: "nhanh.test")
    #expect([turns.next(), turns.next(), turns.next()] == [1, 4, nil])
    turns.finish(host: "cham.test")
    #expect([turns.next(), turns.next()] == [2, nil])
    turns.finish(host: "cham.test")
    turns.finish(host: "nhanh.test")
    #expect([turns.next(), turns.next()] == [3, nil])
    turns.finish(host: "cham.test")
    #expect(turns.underWay == 0)
}

@Test("ten thousand in line to one host each get their turn, in order")
func turnsManyToOneHost() {
    var turns = Turns<Int>(atOnceMax: 64, perHostMax: 2)
    for id in 0..<10_000 { turns.submit(id, host: "h") }
    var served: [Int] = []
    while let id = turns.next() {
        served.append(id)
        turns.finish(host: "h")
    }
    #expect(served == Array(0..<10_000))
}

@Test("limits of zero are taken as one, so that nothing waits for ever")
func turnsOfZero() {
    var turns = Turns<Int>(atOnceMax: 0, perHostMax: 0)
    turns.submit(1, host: "h")
    #expect(turns.next() == 1)
}
