import Timekeeping

/// How often and how long a batch is tried, and when a subscription is given up: knows no clock and no network.
package struct DeliveryPolicy: Hashable, Sendable {
    /// Tries of one batch, 5 seconds to an hour apart: some three hours, in which a receiver is started again.
    package var triesMax = 12
    /// Batches in a row that are given up before the subscription is: one that cannot be taken must not stop the others,
    /// but a receiver that takes none is not there.
    package var deadInARowMax = 3
    package var firstPauseSeconds = 5.0
    package var pauseSecondsMax = 3_600.0
    /// A fifth to either side, so that receivers which failed together do not come back together.
    package var jitter = 0.2
    /// Changes of one batch.
    package var changesMax = 100
    /// Bytes of one body, unless a single change has more: a receiver holds it in memory.
    package var bodyBytesMax = 1 << 20

    package init() {}

    /// Before the try after `failures` failed ones; `chance` is from 0 to 1.
    package func pause(after failures: Int, chance: Double) -> Duration {
        let doubled = firstPauseSeconds * Double(1 << min(max(failures - 1, 0), 20))
        let seconds = min(doubled, pauseSecondsMax) * (1 - jitter + 2 * jitter * chance)
        return .milliseconds(Int64(seconds * 1_000))
    }

    enum Decision: Hashable {
        case tryAgain
        /// The batch is given up and the next one is tried.
        case letDie
        case giveUp(Subscription.DeadReason)
    }

    /// What follows from the failure of a try.
    func decide(_ outcome: WebhookOutcome, failures: Int, deadInARow: Int) -> Decision {
        if outcome.status == 410 { return .giveUp(.gone) }
        guard failures >= triesMax else { return .tryAgain }
        return deadInARow + 1 >= deadInARowMax ? .giveUp(.unreachable) : .letDie
    }
}

/// What came of one try.
package enum WebhookOutcome: Hashable, Sendable {
    case answered(status: Int)
    /// Without an answer, in short, such as `timed-out`.
    case failed(String)

    /// A redirect is none: a message goes where the owner has said, and nowhere else.
    package var isTaken: Bool { status.map { (200...299).contains($0) } ?? false }
    package var status: Int? { if case .answered(let status) = self { status } else { nil } }
    package var failure: String? { if case .failed(let failure) = self { failure } else { nil } }
}

/// What the edge is given to send.
package struct WebhookPost: Sendable {
    package let target: WebhookTarget
    package let headers: [(name: String, value: String)]
    package let body: [UInt8]
}
