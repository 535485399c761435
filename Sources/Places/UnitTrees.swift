import Synchronization
package import Timekeeping

/// The trees of all days, for whoever asks about many days at once.
///
/// A tree holds from one day of change to the next, so there are few; each is made when it is first asked for.
package final class UnitTrees: Sendable {
    package let history: UnitHistory
    /// The days on which a unit begins or ends, in order.
    private let changes: [Day]
    private let made = Mutex<[Day?: UnitTree]>([:])

    package init(_ history: UnitHistory) {
        self.history = history
        let days = history.units.values.flatMap { unit in [unit.validFrom] + (unit.validTo.map { [$0] } ?? [])
        }
        changes = Set(days).sorted()
    }

    /// The days on which units begin or end, behind `first` and up to `last`; `nil` for no bound.
    package func changes(after first: Day?, upTo last: Day?) -> [Day] {
        changes.filter { day in (first.map { day > $0 } ?? true) && (last.map { day <= $0 } ?? true) }
    }

    /// The units that exist on `day`; the tree's own ``UnitTree/day`` may be an earlier one since which nothing changed.
    package func tree(on day: Day) -> UnitTree {
        let behind = changes.partitioningIndex { $0 > day }
        let since = behind == 0 ? nil : changes[behind - 1]
        return made.withLock { made in
            if let tree = made[since] { return tree }
            let tree = history.tree(at: since ?? day)
            made[since] = tree
            return tree
        }
    }
}

extension [Day] {
    /// Where a sorted list passes from elements that are not to those that are.
    fileprivate func partitioningIndex(where isBehind: (Day) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
