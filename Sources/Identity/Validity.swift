import Timekeeping

/// The time in which a link, a ticket or a key holds.
///
/// None of them is looked at between making and use, so time that a clock loses cannot be counted as
/// ``SessionLife`` does it; a clock that stands before the making proves that it was set back, and then nothing holds.
struct Validity: Hashable, Sendable {
    /// What a clock may be put back when it is set by the network, without anybody being refused.
    static let clockSlackSeconds = 300

    let createdAt: Instant
    let endsAt: Instant

    func holds(at now: Instant) -> Bool {
        now + .seconds(Self.clockSlackSeconds) >= createdAt && now < endsAt
    }
}
