package import Datasets
package import Language

/// The form of a new record, or of the correction of one.
package struct RecordFormModel: Sendable {
    package let fields: DatasetFields
    /// The form that is shown: the schema's, or JSON as a whole.
    package let form: RecordForm
    /// `nil` for a new record.
    package let key: String?
    /// The version that the form was opened with.
    package let version: Int?
    package var entries: RecordForm.Entries
    package var reason: String
    /// What does not fit, by JSON pointers.
    package var problems: [String: [Text]] = [:]
    /// The units for which the person may write.
    package let units: [(code: String, name: String)]

    /// How a period of the dataset is written, by the one of today.
    package var periodExample: String?

    package var dataset: Dataset { fields.dataset }

    /// What cannot be shown beside a box, since there is none for it.
    package var generalProblems: [Text] {
        let shown = form.pointers(entries)
        return problems.keys.sorted().filter { !shown.contains($0) }.flatMap { problems[$0] ?? [] }
    }
}

extension RecordForm {
    /// JSON as a whole, for a record that the boxes cannot show.
    package static let whole = RecordForm(schema: "{}")

    package var isWhole: Bool { root.kind == .json }

    /// The pointers of all boxes and lists.
    func pointers(_ entries: Entries) -> Set<String> {
        Set(entries.keys.filter { $0.hasPrefix("f") || $0.hasPrefix("n") }.map { String($0.dropFirst()) })
    }
}
