/// What the schedule remembers of one site; times are on ``SteadyTime``.
struct ScheduledSite: Sendable {
    var host: String
    var criticality: Criticality
    var lightDue: Duration
    var deepDue: Duration
    var lastDeep: Duration?
    /// A person asked for a deep check, which is made even while the site is failing.
    var deepIsAsked = false
    var failures = 0
    var round: UInt64 = 0
    /// Tells the newest turn in the queue from those that a change has made stale.
    var generation: UInt64 = 0

    init(host: String, criticality: Criticality, lightDue: Duration, deepDue: Duration) {
        self.host = host
        self.criticality = criticality
        self.lightDue = lightDue
        self.deepDue = deepDue
    }

    /// A site that fails is only asked whether it answers, until it does.
    private var deepIsPossible: Bool { failures == 0 || deepIsAsked }

    var nextDue: Duration { deepIsPossible ? min(lightDue, deepDue) : lightDue }

    func nextKind(at now: Duration) -> CheckOrder.Kind { deepIsPossible && deepDue <= now ? .deep : .light }

    mutating func askForDeep(at now: Duration) {
        deepDue = deepIsPossible ? min(deepDue, now) : now
        deepIsAsked = true
    }

    mutating func record(
        _ end: CheckEnd,
        of id: Website.ID,
        _ check: RunningCheck,
        pace: Pace,
        now: Duration
    ) {
        round += 1
        switch end {
        case .answered(let changed):
            if failures > 0 { deepDue = max(deepDue, now) }  // it could not come due while the site failed
            failures = 0
            lightDue = check.started + pace.lightInterval(criticality, of: id, round: round)
            if check.kind == .deep { deepWasMade(id, check, pace) }
            if changed, check.kind == .light { deepIsWanted(pace, now) }
        case .failed:
            failures += 1
            lightDue = now + pace.interval(afterFailures: failures, criticality)
        case .askedToWait, .unknown:
            lightDue = now + pace.lightInterval(criticality, of: id, round: round)
            if check.kind == .deep, !deepIsAsked { deepDue = lightDue }
        }
    }

    private mutating func deepWasMade(_ id: Website.ID, _ check: RunningCheck, _ pace: Pace) {
        lastDeep = check.started
        guard !deepIsAsked else { return }  // asked again while this one ran
        deepDue = check.started + pace.deepInterval(of: id, round: round)
    }

    private mutating func deepIsWanted(_ pace: Pace, _ now: Duration) {
        let soonest = lastDeep.map { $0 + .seconds(pace.deepAfterChangeSecondsMin) } ?? now
        deepDue = min(deepDue, max(now, soonest))
    }
}

/// A site's place in a queue.
struct SiteTurn: Sendable {
    let id: Website.ID
    let generation: UInt64
}

struct RunningCheck: Sendable {
    let host: String
    let kind: CheckOrder.Kind
    let started: Duration
    let number: UInt64
}

/// The sites of one host that are due, and when the host may be asked again.
struct HostQueue: Sendable {
    var waiting = DueQueue<SiteTurn>()
    var running = 0
    /// The host's turn is in the queue already.
    var isRung = false
    private(set) var mayStartAt: Duration = .zero

    mutating func hold(until time: Duration) { mayStartAt = max(mayStartAt, time) }
}
