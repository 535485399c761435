package import Datasets
package import Language

/// One open dataset, as everybody sees it.
package struct OpenDatasetModel: Sendable {
    package struct Download: Sendable {
        package let name: Text
        package let path: String
    }

    /// A field whose sums are drawn.
    package struct Drawing: Sendable {
        package let title: String
        package let period: String
        package let map: ValueMap
        /// `nil` for a register, or with a single period.
        package let chart: BarChart?
    }

    package let dataset: Dataset
    package let owner: String
    package let publication: Publication
    package let freshness: Freshness
    package let fields: [DatasetModel.FieldLine]
    package let downloads: [Download]
    package let drawing: Drawing?
    package let preview: (columns: [Text], rows: [[String]])
    /// The address under which the dataset's files are asked for, for the example.
    package let address: String
    /// The shown records came from a demo.
    package let isSynthetic: Bool
}
