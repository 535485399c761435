package import Timekeeping

/// Slows down guessing, by name and by address, the same whether the name exists or not.
///
/// A value: whoever keeps it asks ``attempt(_:from:at:)`` before any hashing, and says ``succeeded(_:from:)``
/// after it.
package struct SignInThrottle: Hashable, Sendable, Codable {
    /// What is counted.
    package enum Key: Hashable, Sendable, Codable {
        case name(String)
        case address(String)
    }

    package enum Decision: Hashable, Sendable {
        case goOn
        /// Answer without hashing anything; whole seconds, at least 1, for the person and for `Retry-After`.
        case wait(seconds: Int64)
    }

    /// Counters kept at once; some 200 bytes each, so that a flood of invented names costs 2 MB and not the
    /// machine.
    package static let countersMax = 10_000

    private let countersMax: Int
    package private(set) var counters: [Key: SignInCounter] = [:]

    package init(countersMax: Int = Self.countersMax) {
        self.countersMax = max(4, countersMax)
    }

    /// The few counters of one attempt, from a store that makes room for them itself.
    init(counters: [Key: SignInCounter]) {
        countersMax = Self.countersMax
        self.counters = counters
    }

    /// Whether somebody at `address` may try a password for `name`; `nil` stands for a name that no account
    /// can have.
    package mutating func attempt(
        _ name: SignInName?,
        from address: ClientAddress,
        at now: Instant
    ) -> Decision {
        let keys = Self.keys(name, address)
        for key in keys { counters[key]?.pass(to: now) }
        // a refused attempt does not count: who keeps trying during a wait does not make it longer
        let left = keys.compactMap { counters[$0]?.waitLeftMicroseconds }.max() ?? 0
        guard left == 0 else { return .wait(seconds: (left - 1) / 1_000_000 + 1) }
        makeRoom(for: keys, at: now)
        for key in keys {
            counters[key, default: SignInCounter(at: now)].count(Self.pace(of: key))
        }
        return .goOn
    }

    /// The password and the one-time code were right: the name starts afresh.
    ///
    /// The address only gets its one attempt back, or a guesser would clear it by signing in to an account of
    /// their own.
    package mutating func succeeded(_ name: SignInName, from address: ClientAddress) {
        counters[.name(name.text)] = nil
        counters[.address(address.network)]?.takeBackOne()
    }

    static func keys(_ name: SignInName?, _ address: ClientAddress) -> [Key] {
        let byAddress = Key.address(address.network)
        return name.map { [.name($0.text), byAddress] } ?? [byAddress]
    }

    private static func pace(of key: Key) -> SignInPace {
        switch key {
        case .name: .perName
        case .address: .perAddress
        }
    }

    /// Drops what is forgotten, then the counters with the fewest attempts, oldest first: a flood pushes out
    /// itself.
    ///
    /// An eighth goes at a time, so that a flood pays for the sorting once in many attempts.
    private mutating func makeRoom(for keys: [Key], at now: Instant) {
        let new = keys.count { counters[$0] == nil }
        guard counters.count + new > countersMax else { return }
        for key in counters.keys { counters[key]?.pass(to: now) }
        counters = counters.filter { !$0.value.isForgotten || keys.contains($0.key) }
        let room = countersMax - max(new, countersMax / 8)
        guard counters.count > room else { return }
        let leastFirst = counters.filter { !keys.contains($0.key) }.sorted { a, b in
            (a.value.attempts, a.value.memoryLeftMicroseconds)
                < (b.value.attempts, b.value.memoryLeftMicroseconds)
        }
        for (key, _) in leastFirst.prefix(counters.count - room) { counters[key] = nil }
    }
}
