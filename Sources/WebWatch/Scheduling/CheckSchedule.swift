package import Timekeeping

/// Decides which site is checked when; a service asks it, performs the checks and reports their ends.
///
/// A site that is due joins the queue of its host, and the host lets it start when its turn comes. One queue holds
/// the due times of both sites and hosts, so that asking costs O(log n) for each check started.
package struct CheckSchedule: Sendable {
    package let pace: Pace
    package private(set) var time: SteadyTime
    package private(set) var punctuality = Punctuality()
    private var sites: [Website.ID: ScheduledSite] = [:]
    private var hosts: [String: HostQueue] = [:]
    private var running: [Website.ID: RunningCheck] = [:]
    private var due = DueQueue<Wake>()
    private var nextGeneration: UInt64 = 0

    /// What comes due: a site of that generation, or the turn of a host.
    private enum Wake: Sendable {
        case site(SiteTurn)
        case host(String)
    }

    package init(pace: Pace = Pace(), at now: Instant) {
        self.pace = pace
        time = SteadyTime(startingAt: now)
    }

    package var siteCount: Int { sites.count }
    package var runningCount: Int { running.count }

    // MARK: - The registry says

    /// Takes a site in, or takes over its new host or criticality.
    ///
    /// The first checks lie spread over one interval, so that neither a restart nor an import of 8,000 sites comes
    /// down on the network at once.
    package mutating func watch(_ id: Website.ID, host: String, criticality: Criticality, at now: Instant) {
        time.read(now)
        if let known = sites[id], known.host == host, known.criticality == criticality { return }
        let place = Jitter.fraction(of: id, round: 0)
        let light = time.elapsed + .seconds(criticality.lightCheckSeconds) * place
        let deep = time.elapsed + .seconds(pace.deepSeconds) * place
        var site =
            sites[id] ?? ScheduledSite(host: host, criticality: criticality, lightDue: light, deepDue: deep)
        site.host = host
        site.criticality = criticality
        site.lightDue = min(site.lightDue, light)
        enqueue(id, site)
    }

    /// Forgets a site; a check of it that runs is let end.
    package mutating func unwatch(_ id: Website.ID) { sites[id] = nil }

    /// Asks for a deep check as soon as the host allows, for example when an officer says that a site is clean.
    package mutating func checkNow(_ id: Website.ID, at now: Instant) {
        time.read(now)
        guard var site = sites[id] else { return }
        site.askForDeep(at: time.elapsed)
        enqueue(id, site)
    }

    // MARK: - The service asks and reports

    /// The checks to start now, at most `room` of them; each must be reported to `ended` exactly once.
    package mutating func start(room: Int, at now: Instant) -> [CheckOrder] {
        time.read(now)
        var orders: [CheckOrder] = []
        while orders.count < room, let wake = due.takeFirst(dueBy: time.elapsed) {
            switch wake {
            case .site(let turn): line(up: turn)
            case .host(let name):
                if let order = startNext(at: name) { orders.append(order) }
            }
        }
        return orders
    }

    package mutating func ended(_ order: CheckOrder, _ end: CheckEnd, at now: Instant) {
        time.read(now)
        guard let check = running[order.site], check.number == order.number else { return }
        running[order.site] = nil
        hosts[check.host]?.running -= 1
        if case .askedToWait(let seconds) = end {
            let wait = Duration.seconds(min(max(0, seconds), pace.hostWaitSecondsMax))
            hosts[check.host]?.hold(until: time.elapsed + wait)
        }
        ring(check.host)
        guard var site = sites[order.site] else { return }
        site.record(end, of: order.site, check, pace: pace, now: time.elapsed)
        enqueue(order.site, site)
    }

    /// How long the service may sleep before it asks again, unless a check ends sooner.
    ///
    /// Zero while checks wait for room: ask again when one ends. Never longer than ``SteadyTime/sleepSecondsMax``, so that a leap of the clock is told from sleep.
    package func sleep() -> Duration {
        let longest = Duration.seconds(SteadyTime.sleepSecondsMax)
        guard let next = due.firstDue else { return longest }
        return min(longest, max(.zero, next - time.elapsed))
    }

    // MARK: - Inside

    private mutating func enqueue(_ id: Website.ID, _ site: ScheduledSite) {
        nextGeneration += 1
        var site = site
        site.generation = nextGeneration
        sites[id] = site
        guard running[id] == nil else { return }  // waits for its end, which puts it back
        due.insert(.site(SiteTurn(id: id, generation: nextGeneration)), due: site.nextDue)
    }

    /// The site, unless it was changed or forgotten since it took this place in the queue.
    private func current(_ turn: SiteTurn) -> ScheduledSite? {
        guard let site = sites[turn.id], site.generation == turn.generation else { return nil }
        return site
    }

    private mutating func line(up turn: SiteTurn) {
        guard let site = current(turn) else { return }
        hosts[site.host, default: HostQueue()].waiting.insert(turn, due: site.nextDue)
        ring(site.host)
    }

    /// Has the host's turn come up as soon as it may start a check, or forgets a host that has nothing to do.
    private mutating func ring(_ name: String) {
        guard let host = hosts[name], !host.isRung, host.running < pace.checksPerHostMax else { return }
        guard !host.waiting.isEmpty else {
            if host.running == 0, host.mayStartAt <= time.elapsed { hosts[name] = nil }
            return
        }
        hosts[name]?.isRung = true
        due.insert(.host(name), due: max(host.mayStartAt, host.waiting.firstDue ?? .zero))
    }

    private mutating func startNext(at name: String) -> CheckOrder? {
        hosts[name]?.isRung = false
        defer { ring(name) }
        guard hosts[name]?.mayStartAt ?? .zero <= time.elapsed else { return nil }  // was told to wait since
        while let turn = hosts[name]?.waiting.takeFirst(dueBy: time.elapsed) {
            guard let site = current(turn) else { continue }
            return begin(turn, site, at: name)
        }
        return nil
    }

    private mutating func begin(_ turn: SiteTurn, _ site: ScheduledSite, at host: String) -> CheckOrder {
        let kind = site.nextKind(at: time.elapsed)
        running[turn.id] = RunningCheck(
            host: host,
            kind: kind,
            started: time.elapsed,
            number: turn.generation
        )
        if kind == .deep { sites[turn.id]?.deepIsAsked = false }
        hosts[host]?.running += 1
        hosts[host]?.hold(until: time.elapsed + .milliseconds(pace.hostGapMilliseconds))
        punctuality.count(late: time.elapsed - site.nextDue, allowed: .seconds(pace.onTimeSeconds))
        return CheckOrder(site: turn.id, kind: kind, number: turn.generation)
    }
}
