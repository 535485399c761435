import Cryptography
import Synchronization
import Testing

@testable import AuditLog

@Test("no two salts share a byte of randomness, and a draw serves many of them")
func salts() {
    let draws = Mutex(0)
    let pool = SaltPool { count in
        draws.withLock { $0 += 1 }
        return SecureRandom.bytes(count)
    }
    let salts = (0..<200).map { _ in pool.next() }
    #expect(Set(salts).count == 200)
    #expect(salts.allSatisfy { $0.count == Entry.saltByteCount })
    #expect(draws.withLock { $0 } == 4)
}

@Test("a source that gives too little gives a short salt, which the log still commits to")
func shortSource() {
    let pool = SaltPool { _ in [1, 2, 3] }
    #expect(pool.next() == [1, 2, 3])
    #expect(pool.next() == [1, 2, 3])
}
