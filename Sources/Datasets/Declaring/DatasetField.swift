package import Language

/// What a dataset says of one field besides its schema.
package struct DatasetField: Hashable, Sendable, Codable {
    /// How a field is kept beside the record, so that lists can be filtered and sorted by it.
    package enum Index: String, CaseIterable, Hashable, Sendable, Codable {
        case text, integer, real
    }

    package var title: Title
    package var description: Title?
    /// The unit of measure, such as "ha" or "người"; `nil` for what is not measured.
    package var unit: String?
    package var index: Index?
    /// Whether the figures of a unit are the sums of those below it.
    package var sum: Bool?
    /// Digits after the point that a summed field has at most; 0 when left out.
    package var decimals: Int?

    /// Whether only the record's own unit sees it, and who has a grant that names it.
    package var masked: Bool?

    package init(
        title: Title,
        description: Title? = nil,
        unit: String? = nil,
        index: Index? = nil,
        sum: Bool? = nil,
        decimals: Int? = nil,
        masked: Bool? = nil
    ) {
        self.title = title
        self.description = description
        self.unit = unit
        self.index = index
        self.sum = sum
        self.decimals = decimals
        self.masked = masked
    }
}

/// A name in both languages, as the author of a dataset gives it.
package struct Title: Hashable, Sendable, Codable {
    package var vi: String
    package var en: String

    package init(vi: String, en: String) {
        self.vi = vi
        self.en = en
    }

    package func callAsFunction(_ language: Language) -> String { language == .vietnamese ? vi : en }
}
