import Language
import Places
import Timekeeping

/// A part of a page that is sent again when it has changed.
struct LiveFragment: Sendable {
    /// The id of its element.
    let name: String
    let html: HTML
    /// Another one for each change, over all pages.
    var version = 0
}

/// The parts of live pages as they are now, made once a second for all who see the same.
///
/// Nothing runs when nobody asks. Whoever asks first after the second has passed makes the new ones; the others
/// get what is there meanwhile.
actor LiveFragments {
    /// What two readers must have in common to see the same.
    struct Audience: Hashable, Sendable {
        let page: LivePage
        let scopes: [UnitScope]
        let language: Language
    }

    private struct Kept {
        var fragments: [LiveFragment]
        var madeAt: Instant
        var isBeingMade: Bool
    }

    /// How old what is shown may be: what an eye takes for "at once" on a wall.
    static let ageMax = Duration.milliseconds(900)
    /// Audiences kept: more than units and languages together, and some 100 KB each.
    private static let audiencesMax = 300

    private let clock: WallClock
    private var kept: [Audience: Kept] = [:]
    private var lastVersion = 0

    init(clock: WallClock) { self.clock = clock }

    /// The parts of the page; `make` is called when those at hand are too old.
    func current(
        for audience: Audience,
        make: @Sendable () async throws -> [LiveFragment]
    ) async throws -> [LiveFragment] {
        let now = clock.now()
        if let known = kept[audience], known.isBeingMade || isFresh(known, at: now) { return known.fragments }
        kept[audience]?.isBeingMade = true
        do {
            let fragments = numbered(try await make(), after: kept[audience]?.fragments ?? [])
            makeRoom(for: audience)
            kept[audience] = Kept(fragments: fragments, madeAt: now, isBeingMade: false)
            return fragments
        } catch {
            kept[audience]?.isBeingMade = false
            throw error
        }
    }

    /// A clock that went back makes everything old.
    private func isFresh(_ known: Kept, at now: Instant) -> Bool {
        known.madeAt <= now && now - known.madeAt < Self.ageMax
    }

    private func numbered(_ made: [LiveFragment], after old: [LiveFragment]) -> [LiveFragment] {
        made.map { fragment in
            if let same = old.first(where: { $0.name == fragment.name && $0.html == fragment.html }) {
                return same
            }
            lastVersion += 1
            var changed = fragment
            changed.version = lastVersion
            return changed
        }
    }

    private func makeRoom(for audience: Audience) {
        guard kept[audience] == nil, kept.count >= Self.audiencesMax else { return }
        guard let oldest = kept.min(by: { $0.value.madeAt < $1.value.madeAt })?.key else { return }
        kept[oldest] = nil
    }
}
