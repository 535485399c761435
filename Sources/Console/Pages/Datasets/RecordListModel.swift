package import Datasets
package import Language
package import Timekeeping

/// One page of a dataset's records.
package struct RecordListModel: Sendable {
    package struct Row: Sendable {
        package let key: String
        /// One for each column.
        package let cells: [String]
        package let state: RecordState
        package let changedAt: Instant
    }

    package let dataset: Dataset
    package let columns: [Text]
    package let rows: [Row]
    package let query: ListQuery
    package let filters: [ListFilter]
    package let next: String?
    package let mayAdd: Bool
}

extension RecordState {
    var chip: Chip {
        switch self {
        case .submitted: Chip(.neutral, name)
        case .returned: Chip(.attention, name)
        case .accepted: Chip(.ok, name)
        case .withdrawn: Chip(.none, name)
        }
    }
}
