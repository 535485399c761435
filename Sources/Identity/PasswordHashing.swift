package import Cryptography
import Foundation
import Language
import Synchronization

/// Hashes and checks passwords beside the cooperative pool, few at a time.
///
/// The work is the same for an account that does not exist: it is checked against a hash that nobody's password has.
package final class PasswordHashing: Sendable {
    package enum Verdict: Hashable, Sendable {
        case wrong
        case right
        /// Right, and to be hashed anew, since the cost has gone up.
        case rightButWeak
    }

    /// Hashes at once, 64 MiB each at the standard cost: a quarter of a gigabyte at most.
    package static let atOnceMax = 4
    /// Hashes that run or wait; some seconds of work, and who comes after that is better told to come again.
    package static let underWayMax = 64

    private let cost: PasswordHash.Cost
    private let randomBytes: @Sendable (Int) -> [UInt8]
    private let underWayMax: Int
    private let decoy: PasswordHash
    private let queue = OperationQueue()
    private let underWay = Mutex(0)

    package init(
        cost: PasswordHash.Cost = .standard,
        underWayMax: Int = PasswordHashing.underWayMax,
        randomBytes: @escaping @Sendable (Int) -> [UInt8]
    ) throws(CryptographyError) {
        self.cost = cost
        self.underWayMax = underWayMax
        self.randomBytes = randomBytes
        let nobodys = BaseCoding.hex.encode(randomBytes(PasswordHash.saltByteCount))
        decoy = try .make(nobodys, salt: randomBytes(PasswordHash.saltByteCount), cost: cost)
        queue.maxConcurrentOperationCount = Self.atOnceMax
    }

    package func hash(_ password: Password) async throws(IdentityError) -> PasswordHash {
        let salt = randomBytes(PasswordHash.saltByteCount)
        let made = try await perform { [cost] in try? PasswordHash.make(password.text, salt: salt, cost: cost)
        }
        guard let made else { throw IdentityError(.hashingFailed, "libcrypto made no hash") }
        return made
    }

    /// Compares with the stored hash; `nil` stands for an account that does not exist or has no password.
    package func verify(
        _ password: Password,
        against stored: PasswordHash?
    ) async throws(IdentityError) -> Verdict {
        let compared = stored ?? decoy
        let matches = try await perform { compared.verify(password.text) }
        guard matches, let stored else { return .wrong }
        return stored.isWeaker(than: cost) ? .rightButWeak : .right
    }

    private func perform<Result: Sendable>(
        _ work: @escaping @Sendable () -> Result
    ) async throws(IdentityError) -> Result {
        let hasRoom = underWay.withLock { count in
            guard count < underWayMax else { return false }
            count += 1
            return true
        }
        guard hasRoom else { throw IdentityError(.tooManySignIns, "\(underWayMax) hashes under way") }
        defer { underWay.withLock { $0 -= 1 } }
        return await withCheckedContinuation { continuation in
            queue.addOperation { continuation.resume(returning: work()) }
        }
    }
}

extension Password {
    fileprivate var text: String { String(decoding: bytes, as: UTF8.self) }
}
