import Synchronization

/// Hands out given numbers one after another, in place of a random source.
final class NumbersInTurn: Sendable {
    private let numbers: Mutex<[UInt64]>
    init(_ numbers: [UInt64]) { self.numbers = Mutex(numbers) }
    @Sendable func next() -> UInt64 { numbers.withLock { $0.isEmpty ? 0 : $0.removeFirst() } }
}
