package import Language
package import Timekeeping

/// A unit with its way up and the units below it, as of a day.
package struct UnitListModel: Sendable {
    package struct Row: Sendable {
        package var id: String
        package var code: String
        package var name: String
        package var kind: Text
        package var websites: Int
        package var openCases: Int
        package var state: Chip

        package init(
            id: String,
            code: String,
            name: String,
            kind: Text,
            websites: Int,
            openCases: Int,
            state: Chip
        ) {
            self.id = id
            self.code = code
            self.name = name
            self.kind = kind
            self.websites = websites
            self.openCases = openCases
            self.state = state
        }
    }

    package struct Succession: Sendable {
        package var unit: (name: String, id: String)
        package var on: Day
        package var decision: Text
        package init(unit: (name: String, id: String), on: Day, decision: Text) {
            self.unit = unit
            self.on = on
            self.decision = decision
        }
    }

    /// From the root down to this unit itself.
    package var path: [(name: String, id: String)]
    package var facts: [(name: Text, value: String)]
    package var asOf: Day
    package var rows: [Row]
    package var predecessors: [Succession]
    package var query: ListQuery
    package var page: ListPage

    package init(
        path: [(name: String, id: String)],
        facts: [(name: Text, value: String)],
        asOf: Day,
        rows: [Row],
        predecessors: [Succession],
        query: ListQuery,
        page: ListPage
    ) {
        self.path = path
        self.facts = facts
        self.asOf = asOf
        self.rows = rows
        self.predecessors = predecessors
        self.query = query
        self.page = page
    }
}
