package import Datasets
package import Language
package import Timekeeping

/// One record with its versions and what may be done with it.
package struct RecordModel: Sendable {
    package struct Version: Sendable {
        package let number: Int
        package let state: RecordState
        package let at: Instant
        package let by: String
        package let through: String
        package let reason: String?
    }

    /// A value that two versions do not share.
    package struct Change: Sendable {
        package let label: String
        package let before: String
        package let after: String
    }

    package enum Act: Hashable, Sendable { case correct, approve, sendBack, withdraw }

    package let dataset: Dataset
    package let key: String
    package let unit: String
    package let state: RecordState
    /// Whose leader has to agree next.
    package let waitsFor: String?
    package let lines: [(label: String, value: String)]
    /// The newest first.
    package let versions: [Version]
    /// The two versions that are compared; `nil` while there is one alone.
    package let compared: (from: Int, to: Int)?
    package let changes: [Change]
    package let acts: Set<Act>
    package var error: Text?

    package var version: Int { versions.first?.number ?? 1 }
}
