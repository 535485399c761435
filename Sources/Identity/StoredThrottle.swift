import Cryptography
import Database
import Timekeeping

/// The throttle of ``SignInThrottle`` kept in the database, so that neither a restart nor a second process lets
/// a guesser begin afresh.
struct StoredThrottle {
    /// As many as the value keeps in memory, and for the same reason.
    static let countersMax = SignInThrottle.countersMax

    let transaction: any Transaction
    let now: Instant

    /// Counts an attempt before anything is compared; commit it whatever comes out.
    func attempt(_ name: SignInName?, from address: ClientAddress) throws -> SignInThrottle.Decision {
        let keys = SignInThrottle.keys(name, address)
        var throttle = try load(keys)
        let decision = throttle.attempt(name, from: address, at: now)
        try store(throttle, keys)
        return decision
    }

    func succeeded(_ name: SignInName, from address: ClientAddress) throws {
        let keys = SignInThrottle.keys(name, address)
        var throttle = try load(keys)
        throttle.succeeded(name, from: address)
        try store(throttle, keys)
    }

    private func load(_ keys: [SignInThrottle.Key]) throws(DatabaseError) -> SignInThrottle {
        var counters: [SignInThrottle.Key: SignInCounter] = [:]
        for key in keys {
            let row = try transaction.first(
                """
                SELECT attempts, wait_left, memory_left, looked_at FROM sign_in_counter
                WHERE key_hash = \(key.hash)
                """
            )
            guard let row else { continue }
            counters[key] = SignInCounter(
                attempts: try row[0],
                waitLeftMicroseconds: try row[1],
                memoryLeftMicroseconds: try row[2],
                lookedAt: try row[3]
            )
        }
        return SignInThrottle(counters: counters)
    }

    private func store(_ throttle: SignInThrottle, _ keys: [SignInThrottle.Key]) throws(DatabaseError) {
        for key in keys {
            guard let counter = throttle.counters[key] else {
                try transaction.execute("DELETE FROM sign_in_counter WHERE key_hash = \(key.hash)")
                continue
            }
            try transaction.execute(
                """
                INSERT INTO sign_in_counter (key_hash, attempts, wait_left, memory_left, looked_at)
                VALUES (\(key.hash), \(counter.attempts), \(counter.waitLeftMicroseconds),
                    \(counter.memoryLeftMicroseconds), \(counter.lookedAt))
                ON CONFLICT (key_hash) DO UPDATE SET attempts = excluded.attempts,
                    wait_left = excluded.wait_left, memory_left = excluded.memory_left,
                    looked_at = excluded.looked_at
                """
            )
        }
        try makeRoom()
    }

    /// Drops an eighth, the fewest attempts and the longest unseen first, when there are too many: a flood of
    /// invented names pushes out itself.
    private func makeRoom() throws(DatabaseError) {
        let count: Int = try transaction.value("SELECT count(*) FROM sign_in_counter") ?? 0
        guard count > Self.countersMax else { return }
        try transaction.execute(
            """
            DELETE FROM sign_in_counter WHERE key_hash IN (
                SELECT key_hash FROM sign_in_counter ORDER BY attempts, looked_at
                LIMIT \(count - Self.countersMax * 7 / 8))
            """
        )
    }
}

extension SignInThrottle.Key {
    var hash: [UInt8] {
        switch self {
        case .name(let text): SHA256.hash(Array("name \(text)".utf8))
        case .address(let text): SHA256.hash(Array("address \(text)".utf8))
        }
    }
}
