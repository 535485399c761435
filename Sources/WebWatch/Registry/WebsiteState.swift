import Language
package import Timekeeping

/// Whether a site is watched.
package enum WebsiteState: Hashable, Sendable, Codable {
    case watched
    /// Left alone for announced maintenance; watching goes on by itself, so that nobody can forget it.
    case paused(until: Instant)
    /// No longer run by its owner; what was found stays on record.
    case retired(at: Instant)

    /// A pause may last this long: maintenance takes days, and a longer one would be a way to hide a site.
    package static let pauseDaysMax = 30

    package func isWatched(at now: Instant) -> Bool {
        switch self {
        case .watched: true
        case .paused(let until): until <= now
        case .retired: false
        }
    }

    /// Leaves the site alone until `end`; a site that is paused already gets the new end.
    package mutating func pause(until end: Instant, at now: Instant) throws(WebsiteError) {
        try refuseRetired()
        guard end > now, end - now <= .seconds(Self.pauseDaysMax * 86_400) else {
            throw WebsiteError(
                .pauseOutOfRange,
                "pause of \((end - now).components.seconds) s",
                text: .pauseOutOfRange(daysMax: Self.pauseDaysMax)
            )
        }
        self = .paused(until: end)
    }

    /// Ends a pause early; does nothing to a site that is watched.
    package mutating func resume() throws(WebsiteError) {
        try refuseRetired()
        self = .watched
    }

    package mutating func retire(at now: Instant) throws(WebsiteError) {
        try refuseRetired()
        self = .retired(at: now)
    }

    private func refuseRetired() throws(WebsiteError) {
        guard case .retired(let at) = self else { return }
        throw WebsiteError(.retired, "retired at \(at.rfc3339)")
    }
}
