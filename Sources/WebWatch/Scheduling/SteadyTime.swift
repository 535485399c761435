package import Timekeeping

/// Time that only moves forward and never leaps, made from readings of a wall clock that may do both.
///
/// Due times are kept on it: when somebody sets the clock back, no site goes unwatched until the clock has caught up,
/// and when the clock leaps forward or the machine wakes from sleep, the sites do not all come due at once.
package struct SteadyTime: Hashable, Sendable {
    /// A longer step than this between two readings is a leap: three times the longest sleep between readings.
    package static let stepSecondsMax = 30
    /// The longest that a reader may sleep between two readings; a leap counts as one such sleep.
    package static let sleepSecondsMax = 10

    package private(set) var elapsed: Duration = .zero
    package private(set) var leapsForward = 0
    package private(set) var leapsBack = 0
    private var lastReading: Instant

    package init(startingAt reading: Instant) { lastReading = reading }

    package mutating func read(_ reading: Instant) {
        let step = reading - lastReading
        lastReading = reading
        if step < .zero {
            leapsBack += 1
        } else if step > .seconds(Self.stepSecondsMax) {
            leapsForward += 1
            elapsed += .seconds(Self.sleepSecondsMax)
        } else {
            elapsed += step
        }
    }
}
