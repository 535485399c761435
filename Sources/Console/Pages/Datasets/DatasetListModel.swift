package import Datasets
package import Language
package import Timekeeping

/// The catalogue of the shared database.
package struct DatasetListModel: Sendable {
    package struct Row: Sendable {
        package let id: String
        package let title: Text
        package let owner: String
        package let classification: Classification
        package let update: Text
        /// `nil` when it cannot be counted now.
        package let records: Int?
        package let changedAt: Instant?
        /// `nil` when it cannot be told now.
        package let clock: CatalogueClock?
    }

    package let rows: [Row]
    package let query: ListQuery
    package let filters: [ListFilter]
}

extension Classification {
    /// A word and a shape; the fewer may see it, the more it stands out.
    var chip: Chip {
        switch self {
        case .open: Chip(.ok, name)
        case .shared: Chip(.neutral, name)
        case .restricted: Chip(.attention, name)
        case .personal: Chip(.highlight, name)
        }
    }
}

extension Dataset.ID {
    var path: String { ConsolePath.dataset(rawValue) }
}

extension Title {
    var text: Text { .DataPages.given(vi: vi, en: en) }
}
