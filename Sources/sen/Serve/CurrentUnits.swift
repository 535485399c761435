import Places
import Synchronization
import Timekeeping

/// The tree of units as of today, kept in memory since every request asks it.
///
/// It is read again twice a minute: a new day or an import of units shows soon enough.
final class CurrentUnits: Sendable {
    static let refreshSeconds = 30

    private let store: UnitStore
    private let calendar: CivilCalendar
    private let clock: WallClock
    private let kept: Mutex<(today: UnitTree, all: UnitTrees)>

    init(_ store: UnitStore, calendar: CivilCalendar, clock: WallClock) async throws {
        self.store = store
        self.calendar = calendar
        self.clock = clock
        let all = UnitTrees(try await store.history())
        kept = Mutex((all.history.tree(at: calendar.day(of: clock.now())), all))
    }

    var tree: UnitTree { kept.withLock { $0.today } }
    /// The units of all days, for data about other periods.
    var trees: UnitTrees { kept.withLock { $0.all } }

    func refresh() async throws {
        let all = UnitTrees(try await store.history())
        let today = all.history.tree(at: calendar.day(of: clock.now()))
        kept.withLock { $0 = (today, all) }
    }
}
