import Places
import Synchronization

/// The boundaries of today's communes as the board draws them, kept in memory since drawing them takes a while.
///
/// They are drawn again when an import has changed them or the communes are others.
final class CurrentOutlines: Sendable {
    /// Half pixels of this canvas are finer than a wall of screens shows.
    private static let canvas = BoundaryMap.Canvas(width: 900, height: 720, margin: 4)

    private struct Drawn {
        var stamp = ""
        var communes: Set<Places.Unit.ID> = []
        var map: BoundaryMap?
    }

    private let store: UnitStore
    private let drawn = Mutex(Drawn())

    init(_ store: UnitStore) { self.store = store }

    /// `nil` until each of today's communes has its boundary.
    var map: BoundaryMap? { drawn.withLock { $0.map } }

    func refresh(_ tree: UnitTree) async throws {
        let communes = Set(tree.units.filter { $0.kind == .commune || $0.kind == .ward }.map(\.id))
        let stamp = try await store.boundaryStamp()
        guard drawn.withLock({ $0.stamp != stamp || $0.communes != communes }) else { return }
        let boundaries = try await store.boundaries(of: .units(communes))
        let map =
            boundaries.count == communes.count && !communes.isEmpty
            ? BoundaryMap(boundaries, on: Self.canvas) : nil
        drawn.withLock { $0 = Drawn(stamp: stamp, communes: communes, map: map) }
    }
}
