package import Datasets
package import Language
package import Timekeeping

/// One dataset: what it is, what its fields mean, how new it is.
package struct DatasetModel: Sendable {
    /// A line of the data dictionary.
    package struct FieldLine: Sendable {
        package let title: Text
        package let description: Text?
        package let path: String
        package let kind: Text
        package let measure: String?
        package let uses: [Text]
    }

    /// One unit's figures in the period.
    package struct UnitLine: Sendable {
        package let unit: String
        package let id: String
        package let standing: ReportStanding
        /// One for each summed field; `nil` where no record that counts has it.
        package let sums: [String?]
        package let isSuppressed: Bool
    }

    package struct Figures: Sendable {
        package let period: String
        package let columns: [(title: Text, measure: String?)]
        package let lines: [UnitLine]

        package var reported: Int {
            lines.count { $0.standing != .missing && $0.standing != .notDue }
        }
    }

    package let dataset: Dataset
    package let owner: String
    package let glance: DatasetGlance
    package let freshness: Freshness
    package let fields: [FieldLine]
    /// `nil` for a register, or before the first record.
    package let figures: Figures?
    /// Whether the reader has to state a purpose before any record is shown.
    package let isPurposeWanted: Bool
    package let mayAdd: Bool
    package let maySeeConnections: Bool
    /// `nil` when it cannot be told now.
    package let clock: CatalogueClock?
    package let mayReview: Bool
}

extension Freshness {
    func chip(_ frame: Frame) -> Chip? {
        switch self {
        case .unruled: nil
        case .upToDate: Chip(.ok, .DataPages.fresh)
        case .waiting(let period, let due):
            Chip(.none, .DataPages.waiting(period.written, frame.format.date(due)))
        case .late(let period, let due):
            Chip(.incident, .DataPages.lateSince(period.written, frame.format.date(due)))
        }
    }
}

extension ReportStanding {
    var chip: Chip {
        switch self {
        case .inTime: Chip(.ok, .DataPages.inTime)
        case .late(let days): Chip(.attention, .DataPages.late(days))
        case .awaiting: Chip(.neutral, .DataPages.awaiting)
        case .missing: Chip(.incident, .DataPages.missing)
        case .notDue: Chip(.none, .DataPages.notDue)
        }
    }
}

extension Period {
    /// `11/2026`, `24/11/2026`, `Q4/2026` or `2026`.
    package var written: String {
        switch type {
        case .day: WrittenDay.text(of: firstDay)
        case .month: "\(firstDay.month < 10 ? "0" : "")\(firstDay.month)/\(firstDay.year)"
        case .quarter: "Q\((firstDay.month + 2) / 3)/\(firstDay.year)"
        case .year: "\(firstDay.year)"
        }
    }
}
