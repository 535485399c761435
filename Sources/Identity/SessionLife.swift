package import Timekeeping

/// How long a session still lasts.
///
/// Like ``SignInCounter`` it keeps what is left and counts only time that went forwards, so that a clock
/// which is set back does not make a session longer.
package struct SessionLife: Hashable, Sendable, Codable {
    /// A working day and its overtime; after that the person proves themselves anew.
    package static let longestSeconds: Int64 = 12 * 3600
    /// A screen that nobody has touched for so long is a screen that somebody else may touch.
    package static let idleSeconds: Int64 = 2 * 3600
    /// Uses closer together than this need not be stored: a page is not to cost a write.
    package static let storedEverySeconds: Int64 = 60

    /// A month: as long as a wall display hangs before somebody comes by.
    package static let displaySeconds: Int64 = 30 * 24 * 3600

    /// How long a session may last, and how long unused; in seconds.
    package struct Limits: Hashable, Sendable {
        let longestSeconds, idleSeconds: Int64

        package static let person = Limits(
            longestSeconds: SessionLife.longestSeconds,
            idleSeconds: SessionLife.idleSeconds
        )
        /// Of an account that may only look: nobody touches a board on a wall, and it can do nothing.
        package static let display = Limits(longestSeconds: displaySeconds, idleSeconds: displaySeconds)

        package init(grants: [RoleGrant]) {
            let onlyLooks = !grants.isEmpty && grants.allSatisfy { $0.role == .viewer }
            self = onlyLooks ? .display : .person
        }

        private init(longestSeconds: Int64, idleSeconds: Int64) {
            (self.longestSeconds, self.idleSeconds) = (longestSeconds, idleSeconds)
        }
    }

    package private(set) var lifeLeftMicroseconds: Int64
    package private(set) var idleLeftMicroseconds: Int64
    package private(set) var usedAt: Instant

    /// A session that begins now.
    package init(openedAt now: Instant, limits: Limits = .person) {
        usedAt = now
        lifeLeftMicroseconds = limits.longestSeconds * 1_000_000
        idleLeftMicroseconds = limits.idleSeconds * 1_000_000
    }

    /// From the store.
    init(lifeLeftMicroseconds: Int64, idleLeftMicroseconds: Int64, usedAt: Instant) {
        self.lifeLeftMicroseconds = lifeLeftMicroseconds
        self.idleLeftMicroseconds = idleLeftMicroseconds
        self.usedAt = usedAt
    }

    package var hasEnded: Bool { lifeLeftMicroseconds == 0 || idleLeftMicroseconds == 0 }

    /// Whether the session still holds for a request at `now`, which counts as a use if so.
    ///
    /// An account that has since been given more than looking has the shorter limits from then on.
    package mutating func use(at now: Instant, limits: Limits = .person) -> Bool {
        let passed = now.microsecondsForward(since: usedAt)
        usedAt = now
        let (longest, idle) = (limits.longestSeconds * 1_000_000, limits.idleSeconds * 1_000_000)
        lifeLeftMicroseconds = min(longest, max(0, lifeLeftMicroseconds - passed))
        idleLeftMicroseconds = min(idle, max(0, idleLeftMicroseconds - passed))
        guard !hasEnded else { return false }
        idleLeftMicroseconds = idle
        return true
    }

    /// Whether this differs enough from what is stored: time went by, the clock was set back, or it is over.
    package func needsStoring(insteadOf stored: Self) -> Bool {
        hasEnded != stored.hasEnded || usedAt < stored.usedAt
            || usedAt.microsecondsForward(since: stored.usedAt) >= Self.storedEverySeconds * 1_000_000
    }
}

/// How far a session reaches.
package enum SessionReach: String, Hashable, Sendable, Codable {
    case everything
    /// Setting up one-time codes, and nothing before that is done.
    case enrolmentOnly = "enrolment-only"

    /// A role that requires one-time codes gets nowhere without them.
    package init(grants: [RoleGrant], hasTimedCodes: Bool) {
        let required = grants.contains { $0.role.requiresTimedCode }
        self = required && !hasTimedCodes ? .enrolmentOnly : .everything
    }
}
