import JSONReading
package import Language
import Timekeeping

/// Records as rows of a spreadsheet: one column for each declared field, those of the key first.
///
/// What a cell cannot hold, such as a list, stands there as its JSON.
package struct RecordSheet: Sendable {
    private let fields: [(path: FieldPath, isDate: Bool)]
    /// The titles of the fields, with their units of measure.
    package let columns: [String]

    package init(_ stored: StoredDataset, _ language: Language) {
        let dataset = stored.dataset
        let others = dataset.fields.keys.filter { !dataset.key.contains($0) }.sorted { $0.text < $1.text }
        let paths = dataset.key + others
        let document = try? JSONDocument(Array(stored.schemaText.utf8))
        fields = paths.map { ($0, Self.isDate($0, in: document?.root)) }
        columns = paths.map { path in
            guard let field = dataset.fields[path] else { return path.text }
            return field.title(language) + (field.unit.map { " (\($0))" } ?? "")
        }
    }

    private static func isDate(_ path: FieldPath, in schema: JSONValue?) -> Bool {
        var schema = schema
        for name in path.names { schema = schema?["properties"]?[name] }
        return schema?["format"]?.string == "date"
    }

    /// One cell for each column; `content` is the text of a record.
    package func row(of content: String) throws -> [SheetCell] {
        let document = try JSONDocument(Array(content.utf8))
        let writer = CanonicalWriter()
        return fields.map { path, isDate in
            guard let value = path.value(in: document.root) else { return .blank }
            return Self.cell(value, isDate: isDate, writer)
        }
    }

    private static func cell(_ value: JSONValue, isDate: Bool, _ writer: CanonicalWriter) -> SheetCell {
        if let text = value.string {
            return isDate ? Day(iso8601: text).map { .date($0) } ?? .text(text) : .text(text)
        }
        if value.isNumber { return .number(String(decoding: value.utf8, as: UTF8.self)) }
        if let truth = value.boolean { return .boolean(truth) }
        if value.isArray || value.isObject {
            return .text(String(decoding: writer.bytes(of: value), as: UTF8.self))
        }
        return .blank
    }
}
