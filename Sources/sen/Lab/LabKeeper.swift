import Lab
import Synchronization
import Timekeeping

/// Keeps the one lab that runs: the value decides, this holds it among the connections.
final class LabKeeper: Sendable {
    private let state: Mutex<LabState>
    private let clock: WallClock
    let sites: [String: LabSite]

    init(_ sites: [LabSite], schedule: BreakingSchedule, clock: WallClock) {
        self.clock = clock
        self.sites = Dictionary(sites.map { ($0.host, $0) }) { first, _ in first }
        state = Mutex(LabState(sites, schedule: schedule, at: clock.now()))
    }

    /// Changes the lab as it is now, with all that is due done first.
    func change<Result: Sendable>(_ body: (inout LabState, Instant) -> Result) -> Result {
        let now = clock.now()
        return state.withLock { state in
            state.advance(to: now)
            return body(&state, now)
        }
    }

    var snapshot: LabState { change { state, _ in state } }

    /// Counts a visit of `host`; its number, the condition of the site and the moment.
    func visit(_ host: String) -> (number: Int, condition: SiteCondition, now: Instant) {
        change { state, now in
            (state.visit(host), state.entry(host)?.condition ?? .healthy, now)
        }
    }
}
