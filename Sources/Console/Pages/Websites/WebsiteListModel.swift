package import Timekeeping

/// One page of the register of websites.
package struct WebsiteListModel: Sendable {
    package struct Row: Sendable {
        package var id: String
        package var name: String
        package var address: String
        package var unit: String
        package var state: Chip
        package var openFindings: Int
        package var responseTime: Duration?
        /// Response times of the last day, oldest first; `nil` where a check failed.
        package var recent: [Double?]
        package var checkedAt: Instant?

        package init(
            id: String,
            name: String,
            address: String,
            unit: String,
            state: Chip,
            openFindings: Int,
            responseTime: Duration?,
            recent: [Double?],
            checkedAt: Instant?
        ) {
            self.id = id
            self.name = name
            self.address = address
            self.unit = unit
            self.state = state
            self.openFindings = openFindings
            self.responseTime = responseTime
            self.recent = recent
            self.checkedAt = checkedAt
        }
    }

    package var rows: [Row]
    package var query: ListQuery
    package var page: ListPage
    package var filters: [ListFilter]
    package var mayAdd: Bool

    /// The address of the same websites as a CSV file.
    package var export: String {
        ConsolePath.query(
            ConsolePath.exportWebsites,
            [("q", query.search)] + query.filters.map { ($0.name, $0.value) }
        )
    }

    package init(rows: [Row], query: ListQuery, page: ListPage, filters: [ListFilter], mayAdd: Bool) {
        self.rows = rows
        self.query = query
        self.page = page
        self.filters = filters
        self.mayAdd = mayAdd
    }
}
