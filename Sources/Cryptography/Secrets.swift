import CCrypto

/// Compares in a time that depends on the lengths alone.
package func constantTimeEqual(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    a.count == b.count && CRYPTO_memcmp(a, b, a.count) == 0
}

/// Random bytes fit for keys; rooms are given a function instead, only `sen` and tests name this one.
package enum SecureRandom {
    /// Stops the program when the system has no randomness: everything after that would be guessable.
    package static func bytes(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        precondition(RAND_bytes(&bytes, Int32(clamping: count)) == 1, "the system gives no random bytes")
        return bytes
    }
}
