import Datasets
package import Language
import Timekeeping

/// Says the values of a record as a person reads them, with the titles of its fields.
package struct RecordWords: Sendable {
    let fields: DatasetFields
    let format: Formatting
    /// The name of the unit with this code or id, if there is one.
    let unitName: @Sendable (String) -> String?

    package init(
        _ fields: DatasetFields,
        _ format: Formatting,
        unitName: @escaping @Sendable (String) -> String?
    ) {
        self.fields = fields
        self.format = format
        self.unitName = unitName
    }

    /// “Vị trí › Vĩ độ” for `/location/lat`; items of lists are counted from 1.
    package func label(of pointer: String) -> String {
        var (path, words): ([String], [String]) = ([], [])
        for step in Self.steps(pointer) {
            if let number = Int(step), !isField(path + [step]) {
                words.append(Text.DataPages.item(number + 1)(format.language))
            } else {
                path.append(step)
                words.append(title(of: path))
            }
        }
        return words.joined(separator: " › ")
    }

    package func title(of path: [String]) -> String {
        fields.declared(path)?.title(format.language) ?? path.last ?? ""
    }

    /// The value at `pointer` in words, with its unit of measure.
    package func value(_ value: RecordValue, at pointer: String) -> String {
        let path = Self.steps(pointer).filter { Int($0) == nil }
        let text = written(value, path)
        guard case .number = value, let measure = fields.declared(path)?.unit else { return text }
        return format.with(unit: measure, text)
    }

    private func written(_ value: RecordValue, _ path: [String]) -> String {
        let language = format.language
        switch value {
        case .null: return "–"
        case .boolean(let isTrue): return (isTrue ? Text.DataPages.yes : .DataPages.no)(language)
        case .number(let text): return WrittenNumber.text(of: text, language)
        case .array(let items) where items.isEmpty: return "–"
        case .array, .object, .raw: return value.json
        case .string(let text):
            if path == fields.dataset.unitField?.names, let name = unitName(text) {
                return "\(name) (\(text))"
            }
            if path == fields.dataset.period?.field.names, let period = Period(text) { return period.written }
            guard fields.isDate(path), let day = Day(iso8601: text) else { return text }
            return format.date(day)
        }
    }

    private func isField(_ path: [String]) -> Bool { fields.field(path) != nil }

    private static func steps(_ pointer: String) -> [String] {
        pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
            .map { String($0).replacing("~1", with: "/").replacing("~0", with: "~") }
    }
}

extension DatasetFields {
    /// The field of the form with this path.
    func field(_ path: [String]) -> RecordField? {
        var field = form.root
        for name in path {
            while case .list(let item) = field.kind { field = item }
            guard let next = field.fields.first(where: { $0.name == name }) else { return nil }
            field = next
        }
        return field
    }

    func isDate(_ path: [String]) -> Bool {
        var field = field(path)
        if case .list(let item) = field?.kind { field = item }
        return field?.kind == .date
    }

    /// What a list of records shows of each: the key, then the first fields that are declared.
    func columns(countMax: Int) -> [FieldPath] {
        let shown = form.root.fields.compactMap { field -> FieldPath? in
            if case .group = field.kind { return nil }
            if case .list = field.kind { return nil }
            return FieldPath(field.path.joined(separator: "/"))
        }
        let others = shown.filter { dataset.fields[$0] != nil && !dataset.key.contains($0) }
        return Array((dataset.key + others).prefix(max(countMax, dataset.key.count)))
    }
}
