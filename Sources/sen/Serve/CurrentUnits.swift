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
    private let kept: Mutex<UnitTree>

    init(_ store: UnitStore, calendar: CivilCalendar, clock: WallClock) async throws {
        self.store = store
        self.calendar = calendar
        self.clock = clock
        kept = Mutex(try await store.tree(at: calendar.day(of: clock.now())))
    }

    var tree: UnitTree { kept.withLock { $0 } }

    func refresh() async throws {
        let tree = try await store.tree(at: calendar.day(of: clock.now()))
        kept.withLock { $0 = tree }
    }
}
