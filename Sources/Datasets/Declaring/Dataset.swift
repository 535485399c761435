package import Places
package import Timekeeping

/// What one dataset is: whose it is, who may see it, how its records are found and counted.
///
/// The rules of a single record are its ``Schema``, which is kept apart and has versions of its own.
package struct Dataset: Hashable, Sendable {
    package var id: ID
    package var title: Title
    package var description: Title
    /// The unit that answers for the data.
    package var owner: Unit.ID
    package var classification: Classification
    /// The law or decision by which the data is collected, in the words of the owner.
    package var legalBasis: String
    /// The fields that together name a record; never empty.
    package var key: [FieldPath]
    /// The field with the code or the id of the unit that a record is about; `nil` when all are about the owner.
    package var unitField: FieldPath?
    /// `nil` for a register, whose records are about no span of time.
    package var period: PeriodRule?
    package var update: UpdateRule?
    /// How long records are kept after their last change; `nil` for ever.
    package var retentionYears: Int?
    /// Who has to agree before a record counts, the first one first; none when it counts at once.
    package var approvals: [ApprovalLevel]
    /// Aggregates over fewer records are not shown; only of personal data.
    package var suppressBelow: Int?
    /// By their paths.
    package var fields: [FieldPath: DatasetField]

    /// Fields that lists filter by, in a stable order.
    package var indexed: [(path: FieldPath, index: DatasetField.Index)] {
        fields.compactMap { path, field in field.index.map { (path, $0) } }
            .sorted { $0.0.text < $1.0.text }
    }

    /// Fields that are summed over units, in a stable order.
    package var summed: [(path: FieldPath, decimals: Int)] {
        fields.compactMap { path, field in field.sum == true ? (path, field.decimals ?? 0) : nil }
            .sorted { $0.0.text < $1.0.text }
    }
}

/// Which field names the period of a record, and how long periods are.
package struct PeriodRule: Hashable, Sendable, Codable {
    package var type: PeriodType
    package var field: FieldPath

    package init(type: PeriodType, field: FieldPath) {
        self.type = type
        self.field = field
    }
}

/// When data has to be there: the update calendar of the catalogue.
package struct UpdateRule: Hashable, Sendable, Codable {
    package var every: PeriodType
    /// Days after the end of the period until which its data is in time.
    package var dueDays: Int
    /// Days after the end of the period after which only corrections with a reason are taken; `nil` for never.
    package var lockDays: Int?

    package init(every: PeriodType, dueDays: Int, lockDays: Int? = nil) {
        self.every = every
        self.dueDays = dueDays
        self.lockDays = lockDays
    }

    enum CodingKeys: String, CodingKey {
        case every
        case dueDays = "due-days"
        case lockDays = "lock-days"
    }
}

/// Whose leader agrees to a record.
package enum ApprovalLevel: String, CaseIterable, Hashable, Sendable, Codable {
    /// The unit that reports.
    case unit
    /// The unit above it.
    case above
    /// The owner of the dataset.
    case owner
}

extension Dataset {
    /// The name of a dataset in addresses, files and the log: small letters, digits and single hyphens.
    package struct ID: RawRepresentable, Hashable, Sendable, Codable {
        package static let charactersMax = 60
        package let rawValue: String

        /// Takes the text as it is; the schema of declarations and ``init(checking:)`` look at its form.
        package init(rawValue: String) { self.rawValue = rawValue }

        package init?(checking text: String) {
            let parts = text.split(separator: "-", omittingEmptySubsequences: false)
            let isWellFormed = parts.allSatisfy { part in
                !part.isEmpty
                    && part.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
            }
            guard isWellFormed, text.utf8.count <= Self.charactersMax, text.utf8.first ?? 0 >= 0x61 else {
                return nil
            }
            rawValue = text
        }
    }
}

extension Dataset.ID: Comparable, CustomStringConvertible {
    package var description: String { rawValue }
    package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
