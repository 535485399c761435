package import Language
package import Timekeeping

/// A unit with its way up and the units below it, as of a day.
package struct UnitListModel: Sendable {
    package struct Row: Sendable {
        package var id: String
        package var code: String
        package var name: String
        package var kind: Text
        package var openCases: Int
        /// The worst of the open cases; `nil` when there is none.
        package var worst: Chip?

        package init(
            id: String,
            code: String,
            name: String,
            kind: Text,
            openCases: Int,
            worst: Chip?
        ) {
            self.id = id
            self.code = code
            self.name = name
            self.kind = kind
            self.openCases = openCases
            self.worst = worst
        }
    }

    package struct Succession: Sendable {
        package var unit: (name: String, id: String)
        package var on: Day
        /// The document that ordered it; `nil` when it is not known.
        package var decision: String?
        /// Only a part of the one went to the other.
        package var isPart: Bool

        package init(unit: (name: String, id: String), on: Day, decision: String?, isPart: Bool) {
            self.unit = unit
            self.on = on
            self.decision = decision
            self.isPart = isPart
        }
    }

    /// From the root down to this unit itself.
    package var path: [(name: String, id: String)]
    package var facts: [(name: Text, value: String)]
    package var asOf: Day
    /// The day as it was typed, and what was wrong with it.
    package var at = ""
    var mistake: FormMistake?
    package var rows: [Row]
    /// The rows are what was searched, not what lies below the unit.
    package var isSearch = false
    package var predecessors: [Succession]
    package var successors: [Succession]
    package var query: ListQuery

    package init(
        path: [(name: String, id: String)],
        facts: [(name: Text, value: String)],
        asOf: Day,
        rows: [Row],
        predecessors: [Succession],
        successors: [Succession],
        query: ListQuery
    ) {
        self.path = path
        self.facts = facts
        self.asOf = asOf
        self.rows = rows
        self.predecessors = predecessors
        self.successors = successors
        self.query = query
    }
}
