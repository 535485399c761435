package import Language
import Timekeeping

/// What must hold before changes are written; pure, so that an import can be tried without writing.
struct UnitChangeRules {
    private let before: UnitHistory
    private let after: UnitHistory

    init(before: UnitHistory, changes: UnitChanges) {
        self.before = before
        let units = before.units.merging(changes.units.map { ($0.id, $0) }) { _, new in new }
        let keys = Set(changes.successions.map(Succession.Key.init))
        let kept = before.successions.filter { !keys.contains(Succession.Key($0)) }
        after = UnitHistory(units: units.values, successions: kept + changes.successions)
    }

    /// Levels from the root to the deepest unit: the state has four, and a hamlet's group may be a sixth.
    static let levelsMax = 12

    func check(_ changes: UnitChanges, within reach: Unit.ID) throws(PlacesError) {
        guard changes.count <= UnitChanges.countMax else {
            throw PlacesError(.importTooLarge, "\(changes.count) changes, at most \(UnitChanges.countMax)")
        }
        for unit in changes.units {
            if let problem = unit.problems.first {
                throw PlacesError(.unitInvalid, "unit \(unit.id) has a wrong field", text: problem)
            }
            try checkPlace(of: unit.id, within: reach)
        }
        for succession in changes.successions {
            try check(succession)
            try checkPlace(of: succession.from, within: reach)
            try checkPlace(of: succession.to, within: reach)
        }
        try checkShares(of: changes.successions)
        for id in changes.boundaries.keys {
            guard after.units[id] != nil else { throw PlacesError(.unitNotFound, "no unit for a boundary") }
            try checkPlace(of: id, within: reach)
        }
    }

    /// A unit must lie below `reach` afterwards, and also before: nobody may pull a stranger's unit over.
    private func checkPlace(of id: Unit.ID, within reach: Unit.ID) throws(PlacesError) {
        let ancestors = try ancestors(of: id, in: after)
        let wasBelow = before.units[id] == nil ? true : try self.ancestors(of: id, in: before).contains(reach)
        guard ancestors.contains(reach), wasBelow else {
            throw PlacesError(.unitNotFound, "unit \(id) does not lie below \(reach)")
        }
    }

    /// The unit and all above it.
    private func ancestors(of id: Unit.ID, in history: UnitHistory) throws(PlacesError) -> [Unit.ID] {
        var ancestors: [Unit.ID] = []
        var next: Unit.ID? = id
        while let current = next {
            guard let unit = history.units[current] else {
                throw PlacesError(.unitNotFound, "unit \(current) is not known")
            }
            ancestors.append(current)
            guard ancestors.count <= Self.levelsMax else {
                throw PlacesError(.parentRing, "unit \(id) has more than \(Self.levelsMax) levels above it")
            }
            next = unit.parent
        }
        return ancestors
    }

    private func check(_ succession: Succession) throws(PlacesError) {
        guard let from = after.units[succession.from], let to = after.units[succession.to], from.id != to.id
        else {
            throw PlacesError(.successionInvalid, "one of the units of a succession is not known")
        }
        let endsThatDay = succession.share != .whole || from.validTo == succession.day
        guard from.validFrom < succession.day, to.exists(on: succession.day), endsThatDay else {
            throw PlacesError(.successionInvalid, "\(from.id) did not become \(to.id) on that day")
        }
        let weight = succession.share.weight
        guard weight > 0, weight < 1 || succession.share == .whole else {
            throw PlacesError(.successionInvalid, "a share of \(from.id) is not between 0 and 1")
        }
    }

    /// All that goes out of one unit on one day is at most the whole of it.
    private func checkShares(of changed: [Succession]) throws(PlacesError) {
        let origins = Set(changed.map(\.from))
        let moves = Dictionary(grouping: after.successions.filter { origins.contains($0.from) }) {
            "\($0.from) \($0.day.iso8601)"
        }
        for shares in moves.values where shares.reduce(0, { $0 + $1.share.weight }) > 1 + 1e-9 {
            throw PlacesError(.successionInvalid, "more than the whole of \(shares[0].from) was given away")
        }
    }
}

extension Unit {
    /// Characters of a name.
    package static let nameCharactersMax = 200

    /// What is wrong with the unit taken by itself.
    package var problems: [Text] {
        var problems: [Text] = []
        if !id.isWellFormed { problems.append(.unitIDInvalid) }
        if code.isEmpty || code.unicodeScalars.count > ID.charactersMax || code.contains(where: \.isControl) {
            problems.append(.unitCodeInvalid)
        }
        let isNamed = name.contains { !$0.isWhitespace }
        if !isNamed || name.unicodeScalars.count > Self.nameCharactersMax || name.contains(where: \.isControl)
        {
            problems.append(.unitNameInvalid(charactersMax: Self.nameCharactersMax))
        }
        if let validTo, validTo <= validFrom { problems.append(.unitDaysInvalid) }
        if let areaKm2, !(0...Double.greatestFiniteMagnitude).contains(areaKm2) {
            problems.append(.unitAreaInvalid)
        }
        if parent == id { problems.append(.unitParentRing) }
        return problems
    }
}

extension Character {
    /// Controls and line breaks; they have no place in a name that is shown in one line.
    fileprivate var isControl: Bool {
        unicodeScalars.contains { $0.properties.generalCategory == .control } || isNewline
    }
}
