/// A check to perform now.
package struct CheckOrder: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, Codable {
        /// Whether the site answers, by which certificate, and whether its start page changed.
        case light
        /// Everything, through every check kind.
        case deep
    }

    package let site: Website.ID
    package let kind: Kind
    /// Tells this order from every other one, so that an end that is reported twice counts once.
    let number: UInt64
}

/// How a check ended, as far as the schedule has to know.
package enum CheckEnd: Hashable, Sendable {
    case answered(changed: Bool)
    case failed
    /// The host answered 429, with `Retry-After` or without; all its sites are left alone so long.
    case askedToWait(seconds: Int)
    /// The check was not made or says nothing, for example because Sen is stopping.
    case unknown
}

/// How many checks started on time.
package struct Punctuality: Hashable, Sendable {
    package private(set) var started = 0
    package private(set) var onTime = 0
    package private(set) var latest: Duration = .zero

    package init() {}

    /// From 0 to 1; `nil` before the first check.
    package var share: Double? { started == 0 ? nil : Double(onTime) / Double(started) }

    mutating func count(late: Duration, allowed: Duration) {
        started += 1
        if late <= allowed { onTime += 1 }
        latest = max(latest, late)
    }
}
