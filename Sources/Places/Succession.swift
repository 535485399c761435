package import Timekeeping

/// What became of one unit: all or a part of it went into another unit on a day.
///
/// A merger of three units is three successions to the same unit; a division is several from the same one.
package struct Succession: Hashable, Sendable {
    package let from: Unit.ID
    package let to: Unit.ID
    /// The first day on which the new unit has it.
    package let day: Day
    /// The document that ordered it, such as "1678/NQ-UBTVQH15"; `nil` when it is not known.
    package let decision: String?
    package let share: Share

    package init(from: Unit.ID, to: Unit.ID, day: Day, decision: String?, share: Share) {
        self.from = from
        self.to = to
        self.day = day
        self.decision = decision
        self.share = share
    }

    /// How much of the old unit went over.
    package enum Share: Hashable, Sendable {
        case whole
        /// The weight that numbers of the old unit are carried over with, between 0 and 1.
        case part(weight: Double)

        /// 1 for the whole; whoever makes the weights says of what they are shares (people, area,
        /// households).
        package var weight: Double {
            switch self {
            case .whole: 1
            case .part(let weight): weight
            }
        }
    }
}

/// A unit together with how much of the unit that was asked about it received or gave.
package struct Lineage: Hashable, Sendable {
    package let unit: Unit
    package let weight: Double
}
