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

    /// `seenAt` is a later time at which it was used, if it was.
    func holds(at now: Instant, seenAt: Instant? = nil) -> Bool {
        let latest = max(createdAt, seenAt ?? createdAt)
        return now + .seconds(Self.clockSlackSeconds) >= latest && now < endsAt
    }
}
