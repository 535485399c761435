package import Timekeeping

/// Every unit that ever was, and what became of each.
package struct UnitHistory: Sendable {
    package let units: [Unit.ID: Unit]
    /// In the order of their days.
    package let successions: [Succession]
    /// What happens on one day happens at once, so that a ring of successions on that day cannot run for
    /// ever.
    private let moments: [Moment]

    private struct Moment {
        let day: Day
        let moves: [Succession]
    }

    package init(units: some Sequence<Unit>, successions: some Sequence<Succession>) {
        self.units = Dictionary(units.map { ($0.id, $0) }) { first, _ in first }
        self.successions = successions.sorted { ($0.day, $0.from, $0.to) < ($1.day, $1.from, $1.to) }
        moments = Dictionary(grouping: self.successions, by: \.day)
            .map { Moment(day: $0.key, moves: $0.value) }
            .sorted { $0.day < $1.day }
    }

    package func tree(at day: Day) -> UnitTree { UnitTree(Array(units.values), on: day) }

    /// The units of `day` that have what `id` was, after any number of successions, with the weight each
    /// received.
    ///
    /// A unit that still exists is its own successor. Empty when the unit began later, ended without a
    /// successor, or is not known.
    package func successors(of id: Unit.ID, at day: Day) -> [Lineage] {
        guard let unit = units[id], unit.validFrom <= day else { return [] }
        var weights = [id: 1.0]
        for moment in moments where moment.day > unit.validFrom && moment.day <= day {
            weights = moved(weights, by: moment.moves, on: moment.day)
        }
        return lineages(weights, at: day)
    }

    /// The units of the earlier `day` from which `id` came, with the weight of each that `id` had on its last
    /// day.
    ///
    /// A unit that existed already is its own predecessor.
    package func predecessors(of id: Unit.ID, at day: Day) -> [Lineage] {
        guard let unit = units[id] else { return [] }
        var weights = [id: 1.0]
        for moment in moments.reversed()
        where moment.day > day && unit.validTo.map({ moment.day < $0 }) ?? true {
            weights = returned(weights, by: moment.moves)
        }
        return lineages(weights, at: day)
    }

    private func moved(_ before: [Unit.ID: Double], by moves: [Succession], on day: Day) -> [Unit.ID: Double]
    {
        var after: [Unit.ID: Double] = [:]
        let movesByOrigin = Dictionary(grouping: moves, by: \.from)
        for (id, held) in before {
            let moves = movesByOrigin[id] ?? []
            for move in moves { after[move.to, default: 0] += held * move.share.weight }
            let kept = moves.reduce(1.0) { $0 - $1.share.weight }
            let staysOn = units[id]?.exists(on: day) ?? false
            if staysOn, kept > Self.weightMin { after[id, default: 0] += held * kept }
        }
        return after
    }

    private func returned(_ after: [Unit.ID: Double], by moves: [Succession]) -> [Unit.ID: Double] {
        var before = after
        let givenAway = Dictionary(grouping: moves, by: \.from)
        for id in after.keys {
            let kept = (givenAway[id] ?? []).reduce(1.0) { $0 - $1.share.weight }
            before[id] = (after[id] ?? 0) * max(0, kept)
        }
        for move in moves {
            guard let held = after[move.to] else { continue }
            before[move.from, default: 0] += held * move.share.weight
        }
        return before
    }

    private func lineages(_ weights: [Unit.ID: Double], at day: Day) -> [Lineage] {
        weights.compactMap { id, weight in
            guard weight > Self.weightMin, let unit = units[id], unit.exists(on: day) else { return nil }
            return Lineage(unit: unit, weight: weight)
        }.sorted { ($1.weight, $0.unit.id) < ($0.weight, $1.unit.id) }
    }

    /// A smaller weight is the rounding of sums of parts, not a share of a unit.
    private static let weightMin = 1e-9
}
