package import Timekeeping

/// The lab as it runs, with what became of each site.
///
/// It decides; the server carries out.
package struct LabState: Sendable {
    /// What somebody or the schedule did to a site last.
    package enum Phase: Hashable, Sendable { case healthy, edited, broken, cleaned }

    package struct Entry: Hashable, Sendable {
        package var condition = SiteCondition.healthy
        package var phase = Phase.healthy
        package var since: Instant
        package var visits = 0
    }

    package let sites: [LabSite]
    package let schedule: BreakingSchedule
    package private(set) var startedAt: Instant
    private var entries: [String: Entry]
    private var stepsTaken = 0

    package init(_ sites: [LabSite], schedule: BreakingSchedule, at now: Instant) {
        self.sites = sites
        self.schedule = schedule
        startedAt = now
        entries = Self.healthy(sites, at: now)
    }

    package func entry(_ host: String) -> Entry? { entries[host] }

    /// Carries out what is due; a site that somebody broke already is left as it is.
    package mutating func advance(to now: Instant) {
        while stepsTaken < schedule.steps.count {
            let step = schedule.steps[stepsTaken]
            guard now - startedAt >= .seconds(step.second) else { return }
            stepsTaken += 1
            take(step, at: startedAt + .seconds(step.second))
        }
    }

    private mutating func take(_ step: BreakingSchedule.Step, at moment: Instant) {
        switch step.event {
        case .attack(let attack):
            if entries[step.host]?.condition.attack == nil { breakSite(step.host, by: attack, at: moment) }
        case .edit(let edit):
            entries[step.host]?.condition.edits.append(edit)
            if entries[step.host]?.phase == .healthy {
                entries[step.host]?.phase = .edited
                entries[step.host]?.since = moment
            }
        }
    }

    /// `false` when there is no such site.
    @discardableResult
    package mutating func breakSite(_ host: String, by attack: Attack, at now: Instant) -> Bool {
        guard entries[host] != nil else { return false }
        entries[host]?.condition.attack = attack
        entries[host]?.phase = .broken
        entries[host]?.since = now
        return true
    }

    /// `false` when there is no such site; one that is healthy stays as it is.
    @discardableResult
    package mutating func clean(_ host: String, at now: Instant) -> Bool {
        guard let entry = entries[host] else { return false }
        guard entry.condition.attack != nil else { return true }
        entries[host]?.condition.attack = nil
        entries[host]?.phase = .cleaned
        entries[host]?.since = now
        return true
    }

    /// Makes every site healthy and begins the schedule anew.
    package mutating func reset(at now: Instant) {
        entries = Self.healthy(sites, at: now)
        startedAt = now
        stepsTaken = 0
    }

    /// Counts one more visit of a site and says which it is.
    package mutating func visit(_ host: String) -> Int {
        entries[host]?.visits += 1
        return entries[host]?.visits ?? 0
    }

    private static func healthy(_ sites: [LabSite], at now: Instant) -> [String: Entry] {
        Dictionary(sites.map { ($0.host, Entry(since: now)) }) { first, _ in first }
    }
}
