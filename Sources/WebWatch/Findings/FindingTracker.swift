package import Timekeeping

/// What one look at a website could see, and what it saw.
package struct Look: Hashable, Sendable {
    /// Kinds that this look would have seen; of any other kind it may see a finding, but does not miss one.
    package var kinds: Set<CheckKind>
    package var findings: [Finding]
    /// Whether somebody asked for the look to learn that the website is clean: then one clean look is enough.
    package var isRecheck: Bool

    package init(kinds: Set<CheckKind>, findings: [Finding], isRecheck: Bool = false) {
        self.kinds = kinds
        self.findings = findings
        self.isRecheck = isRecheck
    }
}

/// Decides what a look makes of the findings that are open: suspected, confirmed by a second look, cleared by clean
/// ones.
package struct FindingTracker: Sendable {
    package enum Change: Hashable, Sendable {
        /// Seen for the first time; it becomes ``TrackedFinding/State/suspected``, or at once confirmed for a kind that
        /// confirms itself.
        case began(Finding, isConfirmed: Bool)
        /// Seen again by the look that confirms it.
        case confirmed(TrackedFinding)
        /// Seen again; `isWorse` when it is graver than before.
        case seen(TrackedFinding, isWorse: Bool)
        /// Not seen by a look that could have seen it.
        case missed(TrackedFinding)
        case cleared(TrackedFinding)
    }

    /// Clean looks after which a confirmed finding counts as gone: injected code often shows itself every other time.
    package static let cleanLooksToClear = 2
    /// The same for ``lightKinds``, whose looks are minutes apart and not an hour: of the servers that share a name,
    /// one may show the new certificate and the next one still the old.
    package static let cleanLightLooksToClear = 5
    /// Open findings of one website: an attacker who varies the pages must not fill the disk, and ten convince.
    package static let openMax = 50
    /// Kinds that look several times themselves before they speak.
    static let selfConfirming: Set<CheckKind> = [.unavailable]
    /// Kinds that light checks see too, so that the second look comes by itself within minutes.
    ///
    /// None is asked for: hundreds of websites share one certificate, and all of them would be read whole at once.
    static let lightKinds: Set<CheckKind> = [.certificate]

    /// The changes that `look` at `now` makes to the `open` findings of its website.
    package static func changes(_ open: [TrackedFinding], _ look: Look, at now: Instant) -> [Change] {
        var changes: [Change] = []
        var seen: [String: Finding] = [:]
        for finding in look.findings {
            let other = seen[finding.fingerprint]
            if other == nil || finding.severity > (other?.severity ?? .information) {
                seen[finding.fingerprint] = finding
            }
        }
        for tracked in open {
            if let finding = seen.removeValue(forKey: tracked.finding.fingerprint) {
                changes.append(see(finding, tracked, now))
            } else if look.kinds.contains(tracked.finding.kind) {
                changes.append(miss(tracked, look, now))
            }
        }
        let new = seen.values.sorted { ($1.severity, $0.fingerprint) < ($0.severity, $1.fingerprint) }
        for finding in new.prefix(max(0, openMax - open.count)) {
            changes.append(.began(finding, isConfirmed: selfConfirming.contains(finding.kind)))
        }
        return changes
    }

    private static func see(_ finding: Finding, _ old: TrackedFinding, _ now: Instant) -> Change {
        var tracked = old
        let isWorse = finding.severity > old.finding.severity
        tracked.finding = finding
        tracked.lastSeenAt = max(now, old.lastSeenAt)
        tracked.sightings += 1
        tracked.cleanLooks = 0
        guard old.state == .suspected else { return .seen(tracked, isWorse: isWorse) }
        tracked.state = .confirmed
        tracked.confirmedAt = max(now, old.firstSeenAt)
        return .confirmed(tracked)
    }

    private static func miss(_ old: TrackedFinding, _ look: Look, _ now: Instant) -> Change {
        var tracked = old
        tracked.cleanLooks += 1
        let isEnough =
            look.isRecheck || old.state == .suspected || selfConfirming.contains(old.finding.kind)
            || tracked.cleanLooks >= cleanLooksToClear(of: old.finding.kind)
        guard isEnough else { return .missed(tracked) }
        tracked.state = .cleared
        tracked.clearedAt = max(now, old.lastSeenAt)
        return .cleared(tracked)
    }

    private static func cleanLooksToClear(of kind: CheckKind) -> Int {
        lightKinds.contains(kind) ? cleanLightLooksToClear : cleanLooksToClear
    }
}

extension FindingTracker.Change {
    /// Whether a second look should follow at once.
    var wantsSecondLook: Bool {
        if case .began(let finding, isConfirmed: false) = self {
            finding.severity > .information && !FindingTracker.lightKinds.contains(finding.kind)
        } else {
            false
        }
    }
}
