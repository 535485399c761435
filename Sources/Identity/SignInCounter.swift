package import Timekeeping

/// How fast attempts may follow each other.
package struct SignInPace: Hashable, Sendable {
    /// Attempts before the first wait: people mistype.
    package let attemptsFree: Int
    package let firstWaitSeconds: Int64
    /// The wait doubles up to this, and has an end since a stranger can make anybody's name wait.
    package let longestWaitSeconds: Int64
    /// Quiet time after which nothing is remembered; longer than the longest wait.
    package let forgottenAfterSeconds: Int64

    /// For one name: at most some hundred guesses a day.
    package static let perName = Self(
        attemptsFree: 5,
        firstWaitSeconds: 1,
        longestWaitSeconds: 15 * 60,
        forgottenAfterSeconds: 24 * 3600
    )
    /// For one address: a whole office may sit behind it.
    package static let perAddress = Self(
        attemptsFree: 30,
        firstWaitSeconds: 1,
        longestWaitSeconds: 15 * 60,
        forgottenAfterSeconds: 24 * 3600
    )

    /// The wait that the given attempt brings on, counted from 1.
    func wait(afterAttempt number: Int) -> Int64 {
        let doublings = number - attemptsFree
        guard doublings >= 0 else { return 0 }
        guard doublings < Int64.bitWidth - 1, firstWaitSeconds <= longestWaitSeconds >> doublings else {
            return longestWaitSeconds
        }
        return firstWaitSeconds << doublings
    }
}

/// The sign-in attempts for one name or from one address.
///
/// It keeps what is left of a wait and not its end, and lets that shrink only by time that the clock has
/// really gone forwards between two looks. So a clock that is set back neither ends a wait nor makes it
/// longer than it was. The instants are those of one clock: two that disagree would make time pass twice.
package struct SignInCounter: Hashable, Sendable, Codable {
    package private(set) var attempts = 0
    package private(set) var waitLeftMicroseconds: Int64 = 0
    package private(set) var memoryLeftMicroseconds: Int64 = 0
    package private(set) var lookedAt: Instant

    package init(at now: Instant) { lookedAt = now }

    /// From the store.
    init(attempts: Int, waitLeftMicroseconds: Int64, memoryLeftMicroseconds: Int64, lookedAt: Instant) {
        self.attempts = attempts
        self.waitLeftMicroseconds = waitLeftMicroseconds
        self.memoryLeftMicroseconds = memoryLeftMicroseconds
        self.lookedAt = lookedAt
    }

    /// Lets the time since the last look pass.
    package mutating func pass(to now: Instant) {
        let passed = now.microsecondsForward(since: lookedAt)
        lookedAt = now
        waitLeftMicroseconds = max(0, waitLeftMicroseconds - passed)
        memoryLeftMicroseconds = max(0, memoryLeftMicroseconds - passed)
        if memoryLeftMicroseconds == 0 { attempts = 0 }
    }

    package var mustWait: Bool { waitLeftMicroseconds > 0 }
    package var isForgotten: Bool { attempts == 0 && !mustWait }

    /// Counts an attempt as failed before its password is looked at, so that attempts at the same time cannot
    /// all pass.
    package mutating func count(_ pace: SignInPace) {
        attempts = min(attempts + 1, Int(Int32.max))
        waitLeftMicroseconds = pace.wait(afterAttempt: attempts) * 1_000_000
        memoryLeftMicroseconds = pace.forgottenAfterSeconds * 1_000_000
    }

    /// Takes back the one attempt that turned out well, and the wait that it brought on.
    package mutating func takeBackOne() {
        attempts = max(0, attempts - 1)
        waitLeftMicroseconds = 0
    }
}
