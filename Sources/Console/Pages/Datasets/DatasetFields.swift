package import Datasets
import Language

/// The fields of a dataset in the order of its form, with what the declaration and the schema say of them.
package struct DatasetFields: Sendable {
    let dataset: Dataset
    let form: RecordForm

    package init(_ stored: StoredDataset) {
        dataset = stored.dataset
        form = RecordForm(schema: stored.schemaText, first: dataset.key.compactMap(\.names.first))
    }

    /// The declared field with this path.
    func declared(_ path: [String]) -> DatasetField? {
        FieldPath(path.joined(separator: "/")).flatMap { dataset.fields[$0] }
    }

    /// Every field that is declared or in the form, those with others in them before these.
    var lines: [DatasetModel.FieldLine] {
        var seen: Set<String> = []
        let shown = flat(form.root).map { field in
            seen.insert(field.path.joined(separator: "/"))
            return line(field.path, field)
        }
        let others = dataset.fields.keys.map(\.text).filter { !seen.contains($0) }.sorted()
        return shown + others.compactMap { FieldPath($0) }.map { line($0.names, nil) }
    }

    private func flat(_ field: RecordField) -> [RecordField] {
        let own = field.path.isEmpty || field.name.isEmpty ? [] : [field]
        switch field.kind {
        case .group(let fields): return own + fields.flatMap { flat($0) }
        case .list(let item): return own + flat(item)
        default: return own
        }
    }

    private func line(_ path: [String], _ field: RecordField?) -> DatasetModel.FieldLine {
        let declared = declared(path)
        var uses: [Text] = []
        if dataset.key.contains(where: { $0.names == path }) { uses.append(.DataPages.isKey) }
        if field?.isRequired == true { uses.append(.DataPages.isRequired) }
        if declared?.index != nil { uses.append(.DataPages.isIndexed) }
        if declared?.sum == true { uses.append(.DataPages.isSummed) }
        return DatasetModel.FieldLine(
            title: declared?.title.text ?? .plain(path.last ?? ""),
            description: declared?.description?.text,
            path: path.joined(separator: "/"),
            kind: field?.kind.text ?? .DataPages.anyKind,
            measure: declared?.unit,
            uses: uses
        )
    }
}

extension RecordField.Kind {
    /// What a person calls it; the words for JSON's types are the validator's.
    var text: Text {
        switch self {
        case .text: .schemaKind("string")
        case .integer: .schemaKind("integer")
        case .number: .schemaKind("number")
        case .boolean: .schemaKind("boolean")
        case .group: .schemaKind("object")
        case .list: .schemaKind("array")
        case .date: .DataPages.kindDate
        case .choice: .DataPages.kindChoice
        case .json: .DataPages.anyKind
        }
    }
}
