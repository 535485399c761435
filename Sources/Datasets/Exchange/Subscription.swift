package import AuditLog
package import Database
package import Places
package import Timekeeping

package typealias SubscriptionID = ID<Subscription>

/// What has the changes of a dataset sent to a receiver, one batch after the other.
package struct Subscription: Hashable, Sendable {
    package typealias ID = SubscriptionID

    package enum State: String, CaseIterable, Hashable, Sendable {
        case active, paused
        /// Given up: the receiver is gone, never answers, or whoever made the subscription may not read any more.
        case dead
    }

    package let id: ID
    package let dataset: Dataset.ID
    /// Whose it is: who manages it needs a role there.
    package let unit: Unit.ID
    /// For whom it reads; what he may not see is not sent.
    package let owner: Actor
    package let target: WebhookTarget
    package let createdAt: Instant
    package internal(set) var state: State
    /// Why it is dead.
    package internal(set) var stateReason: DeadReason?
    /// The last place of the log that the receiver has taken.
    package internal(set) var place: Int64
    /// Tries of the present batch that failed.
    package internal(set) var failures: Int
    package internal(set) var nextAt: Instant
    package internal(set) var deliveredAt: Instant?
    /// What the receiver answered last; `nil` when it never did.
    package internal(set) var lastStatus: Int?
    /// Counts the replays, so that what is sent again has ids of its own.
    var generation: Int
    /// Dead letters in a row.
    var deadInARow: Int
}

extension Subscription {
    package enum DeadReason: String, CaseIterable, Hashable, Sendable {
        /// The receiver answered 410.
        case gone
        /// ``DeliveryPolicy/deadInARowMax`` batches in a row were given up.
        case unreachable
        /// The key or account that made it does not hold any more, or reads the dataset no more.
        case ownerGone = "owner-gone"
    }
}

/// A batch that was given up: the stretch of the log that it told of, from which it can be made again.
package struct DeadLetter: Hashable, Sendable {
    package let number: Int64
    package let subscription: Subscription.ID
    /// The changes after this place...
    package let after: Int64
    /// ...up to this one.
    package let through: Int64
    package let at: Instant
    package let tries: Int
    /// What the receiver answered last; `nil` when it did not.
    package let status: Int?
    /// In short, such as `timed-out`; nothing that the receiver said.
    package let failure: String?
    package let replayedAt: Instant?
}

/// Where messages go.
package struct WebhookTarget: Hashable, Sendable {
    /// Characters; browsers and servers agree to so many.
    static let charactersMax = 2_000

    package let text: String

    /// An address with `https`; with `http` only on this machine, and only where that is allowed.
    ///
    /// Which addresses a name may stand for is decided when it is connected.
    package init?(_ text: String, allowsLoopback: Bool) {
        guard text.utf8.count <= Self.charactersMax, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            !text.contains("@"), !text.contains("#"), !text.contains("\\")
        else { return nil }
        let isLoopback = ["http://127.0.0.1:", "http://localhost:"].contains { text.hasPrefix($0) }
        guard text.hasPrefix("https://") || allowsLoopback && isLoopback else { return nil }
        let rest = text.drop { $0 != ":" }.dropFirst(3)
        guard let first = rest.first, first.isLetter || first.isNumber || first == "[" else { return nil }
        self.text = text
    }

    init(stored text: String) { self.text = text }
}
