package import Database
package import Places
package import Timekeeping

/// One trouble of one website over time: from the first sight to the end.
package struct TrackedFinding: Hashable, Sendable {
    package typealias ID = FindingID

    package enum State: String, CaseIterable, Hashable, Sendable {
        /// Seen once; nobody is told yet.
        case suspected
        /// Seen by a second look, so it is no slip of the line or of a cache.
        case confirmed
        case cleared
    }

    package let id: ID
    package let website: Website.ID
    package let unit: Places.Unit.ID
    /// As it was seen last; its ``Finding/fingerprint`` is the group of which only one is open at a time.
    package internal(set) var finding: Finding
    package internal(set) var state: State
    package let firstSeenAt: Instant
    package internal(set) var lastSeenAt: Instant
    /// `nil` for one that was never seen twice.
    package internal(set) var confirmedAt: Instant?
    package internal(set) var clearedAt: Instant?
    package internal(set) var sightings: Int
    /// Looks since it was seen last that could have seen it.
    package internal(set) var cleanLooks: Int

    init(id: ID, website: Website.ID, unit: Places.Unit.ID, finding: Finding, at now: Instant) {
        self.id = id
        self.website = website
        self.unit = unit
        self.finding = finding
        state = .suspected
        firstSeenAt = now
        lastSeenAt = now
        sightings = 1
        cleanLooks = 0
    }
}

/// Beside the type, since within it `ID` would name itself.
package typealias FindingID = ID<TrackedFinding>
