import Language

/// Puts the units of one day in the order of a walk from the roots, without recursion: data may be as deep as
/// it likes.
struct TreeWalk {
    private(set) var units: [Unit] = []
    private(set) var parents: [Int?] = []
    private(set) var ends: [Int] = []

    private enum Step { case enter(Unit, below: Int?), leave(Int) }
    private var children: [Unit.ID: [Unit]] = [:]
    private var seen: Set<Unit.ID> = []

    init(_ present: [Unit.ID: Unit]) {
        let sorted = Self.sorted(present.values)
        children = Dictionary(grouping: sorted.filter { $0.parent != nil }) { $0.parent ?? $0.id }
        for unit in sorted where unit.parent.map({ present[$0] == nil }) ?? true { walk(from: unit) }
        // The store refuses a ring of parents; if a damaged database has one, it is cut open instead of lost.
        for unit in sorted where !seen.contains(unit.id) { walk(from: unit) }
    }

    private mutating func walk(from root: Unit) {
        var steps = [Step.enter(root, below: nil)]
        while let step = steps.popLast() {
            switch step {
            case .leave(let position): ends[position] = units.count
            case .enter(let unit, let parent):
                guard seen.insert(unit.id).inserted else { continue }
                let position = units.count
                units.append(unit)
                parents.append(parent)
                ends.append(position + 1)
                steps.append(.leave(position))
                for child in (children[unit.id] ?? []).reversed() {
                    steps.append(.enter(child, below: position))
                }
            }
        }
    }

    /// By kind in the order of ``UnitKind``, then by name in Vietnamese order, then by id.
    private static func sorted(_ units: some Collection<Unit>) -> [Unit] {
        let ranks = Dictionary(uniqueKeysWithValues: UnitKind.allCases.enumerated().map { ($1, $0) })
        let units = Array(units)
        // Places are sorted rather than units, which are large and dear to move.
        let keys = units.map { (ranks[$0.kind] ?? 0, VietnameseSortKey($0.name), $0.id) }
        return units.indices.sorted { keys[$0] < keys[$1] }.map { units[$0] }
    }
}

/// What a search looks through: " xa do luong 17329 ", a space before and after each word.
enum SearchText {
    /// Words of one search that are looked at; nobody types more, and each costs a pass over the units.
    static let wordsMax = 12

    static func of(_ unit: Unit) -> String {
        " \(words(in: unit.name + " " + unit.code).joined(separator: " ")) "
    }

    static func words(of typed: String) -> [String] { Array(words(in: typed).prefix(wordsMax)) }

    private static func words(in text: String) -> [String] {
        text.folded.unicodeScalars
            .split { !$0.properties.isAlphabetic && $0.properties.numericType == nil }
            .map { String($0) }
    }
}
