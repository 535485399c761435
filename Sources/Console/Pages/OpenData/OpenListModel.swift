package import Language
package import Timekeeping

/// The public catalogue of open data.
package struct OpenListModel: Sendable {
    package struct Row: Sendable {
        package let id: String
        package let title: Text
        package let description: Text
        package let owner: String
        package let update: Text
        package let records: Int
        package let newest: String?
        package let changedAt: Instant
        package let freshness: Freshness
    }

    package let place: String
    package let rows: [Row]
    package let query: ListQuery
    package let filters: [ListFilter]
}
