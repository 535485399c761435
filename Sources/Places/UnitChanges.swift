import Timekeeping

/// What is to be written in one transaction: all of it, or nothing.
package struct UnitChanges: Hashable, Sendable {
    /// New units, and known ones in their new state.
    package var units: [Unit]
    package var successions: [Succession]
    package var boundaries: [Unit.ID: Boundary]

    package init(
        units: [Unit] = [],
        successions: [Succession] = [],
        boundaries: [Unit.ID: Boundary] = [:]
    ) {
        self.units = units
        self.successions = successions
        self.boundaries = boundaries
    }

    package var isEmpty: Bool { units.isEmpty && successions.isEmpty && boundaries.isEmpty }
    package var count: Int { units.count + successions.count + boundaries.count }

    /// Units, successions and boundaries of one write, which other writers wait for: three times the whole
    /// country's.
    package static let countMax = 10_000

    /// Only what differs from `history`; boundaries are always written.
    func reduced(by history: UnitHistory) -> UnitChanges {
        let known = Set(history.successions)
        return UnitChanges(
            units: units.filter { history.units[$0.id] != $0 },
            successions: successions.filter { !known.contains($0) },
            boundaries: boundaries
        )
    }

    /// Only what `history` has no row for, so that a seed never undoes what the province has entered.
    func missing(from history: UnitHistory) -> UnitChanges {
        let known = Set(history.successions.map(Succession.Key.init))
        return UnitChanges(
            units: units.filter { history.units[$0.id] == nil },
            successions: successions.filter { !known.contains(Succession.Key($0)) },
            boundaries: boundaries
        )
    }
}

extension Succession {
    /// What makes a succession the same one.
    struct Key: Hashable {
        let from: Unit.ID
        let to: Unit.ID
        let day: String

        init(_ succession: Succession) {
            from = succession.from
            to = succession.to
            day = succession.day.iso8601
        }
    }
}
