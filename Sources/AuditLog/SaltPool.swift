import Synchronization

/// Hands out salts from one larger draw of random bytes: a draw costs nearly the same for one salt as for many.
///
/// Each byte is used for one salt and then forgotten.
final class SaltPool: Sendable {
    /// Enough to make the draw cheap, and nothing to lose when the process ends.
    static let saltsPerDraw = 64

    private let randomBytes: @Sendable (Int) -> [UInt8]
    private let left = Mutex<[UInt8]>([])

    init(randomBytes: @escaping @Sendable (Int) -> [UInt8]) { self.randomBytes = randomBytes }

    func next() -> [UInt8] {
        left.withLock { left in
            if left.count < Entry.saltByteCount {
                left = randomBytes(Entry.saltByteCount * Self.saltsPerDraw)
            }
            let salt = Array(left.suffix(Entry.saltByteCount))
            left.removeLast(salt.count)
            return salt
        }
    }
}
