package import Language
package import Timekeeping

/// One page of the cases that a reader may see.
package struct CaseListModel: Sendable {
    package struct Row: Sendable {
        package var id: String
        package var number: String
        package var title: String
        package var unit: String
        package var severity: Chip
        package var state: Chip
        package var assignee: String?
        package var openedAt: Instant
        package var standing: DeadlineStanding
        /// How often the same cause came back.
        package var recurrences: Int

        package init(
            id: String,
            number: String,
            title: String,
            unit: String,
            severity: Chip,
            state: Chip,
            assignee: String?,
            openedAt: Instant,
            standing: DeadlineStanding,
            recurrences: Int
        ) {
            self.id = id
            self.number = number
            self.title = title
            self.unit = unit
            self.severity = severity
            self.state = state
            self.assignee = assignee
            self.openedAt = openedAt
            self.standing = standing
            self.recurrences = recurrences
        }
    }

    /// A view of the list with its count, such as “Quá hạn 3”; the first is the default.
    package struct View: Sendable {
        package var name: Text
        package var value: String
        package var count: Int
        package init(name: Text, value: String, count: Int) {
            self.name = name
            self.value = value
            self.count = count
        }
    }

    package var rows: [Row]
    package var views: [View]
    package var query: ListQuery
    package var page: ListPage
    package var filters: [ListFilter]
    package var mayOpen: Bool

    /// The query holds a filter named `state`, whose value names the current view.
    package init(
        rows: [Row],
        views: [View],
        query: ListQuery,
        page: ListPage,
        filters: [ListFilter],
        mayOpen: Bool
    ) {
        self.rows = rows
        self.views = views
        self.query = query
        self.page = page
        self.filters = filters
        self.mayOpen = mayOpen
    }
}
