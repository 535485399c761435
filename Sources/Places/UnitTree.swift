package import Timekeeping

/// The units that exist on one day, as a tree that is quick to ask.
///
/// A snapshot: it does not change when the store does. Units are kept in the order of a walk from the roots,
/// so a subtree is a slice, and "lies below" compares two numbers.
package struct UnitTree: Sendable {
    package let day: Day
    /// Every unit of the day, a parent before its children, children by kind and then in Vietnamese order.
    package let units: [Unit]
    private let positions: [Unit.ID: Int]
    /// For each unit, the position after the last one below it.
    private let ends: [Int]
    private let parents: [Int?]
    private let searchTexts: [String]
    private let positionsByCode: [String: Int]

    /// Makes the tree of `day` from dated units.
    ///
    /// A unit whose parent does not exist on that day becomes a root, so nothing is ever left out.
    package init(_ dated: [Unit], on day: Day) {
        let present = Dictionary(dated.filter { $0.exists(on: day) }.map { ($0.id, $0) }) { first, _ in first
        }
        let walk = TreeWalk(present)
        self.day = day
        units = walk.units
        ends = walk.ends
        parents = walk.parents
        positions = Dictionary(uniqueKeysWithValues: walk.units.enumerated().map { ($1.id, $0) })
        positionsByCode = Dictionary(walk.units.enumerated().map { ($1.code, $0) }) { first, _ in first }
        searchTexts = walk.units.map { SearchText.of($0) }
    }

    package func unit(_ id: Unit.ID) -> Unit? { positions[id].map { units[$0] } }

    /// The unit that has this code on this day.
    package func unit(code: String) -> Unit? { positionsByCode[code].map { units[$0] } }

    package var roots: [Unit] { units.indices.filter { parents[$0] == nil }.map { units[$0] } }

    package func parent(of id: Unit.ID) -> Unit? {
        positions[id].flatMap { parents[$0] }.map { units[$0] }
    }

    /// The units right below, by kind and then in Vietnamese order.
    package func children(of id: Unit.ID) -> [Unit] {
        guard let position = positions[id] else { return [] }
        var children: [Unit] = []
        var next = position + 1
        while next < ends[position] {
            children.append(units[next])
            next = ends[next]
        }
        return children
    }

    /// From the root down to the unit itself; empty when the unit does not exist on this day.
    package func path(of id: Unit.ID) -> [Unit] {
        var path: [Unit] = []
        var next = positions[id]
        while let position = next {
            path.append(units[position])
            next = parents[position]
        }
        return path.reversed()
    }

    /// Whether `descendant` is `ancestor` or lies below it; `false` when one of them does not exist on this
    /// day.
    package func contains(_ ancestor: Unit.ID, _ descendant: Unit.ID) -> Bool {
        guard let above = positions[ancestor], let below = positions[descendant] else { return false }
        return above <= below && below < ends[above]
    }

    /// The unit and everything below it; empty when it does not exist on this day.
    package func subtree(of id: Unit.ID) -> [Unit.ID] {
        guard let position = positions[id] else { return [] }
        return units[position..<ends[position]].map(\.id)
    }

    /// Units whose name has every typed word at the beginning of one of its words, or whose code is typed.
    ///
    /// Tones, marks and đ need not be typed: "do luong" finds "Xã Đô Lương". Whole words come before
    /// beginnings.
    package func search(_ typed: String, countMax: Int = 20) -> [Unit] {
        let words = SearchText.words(of: typed)
        guard !words.isEmpty, countMax > 0 else { return [] }
        var whole: [Unit] = []
        var beginnings: [Unit] = []
        for (unit, text) in zip(units, searchTexts) where words.allSatisfy({ text.contains(" " + $0) }) {
            if text.contains(" " + words.joined(separator: " ") + " ") {
                whole.append(unit)
            } else {
                beginnings.append(unit)
            }
        }
        return Array((whole + beginnings).prefix(countMax))
    }
}
