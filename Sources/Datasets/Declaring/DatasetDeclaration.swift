import Foundation
import JSONReading
import Language

/// A dataset with the schema of its records: what a pack or a person hands in.
package struct DatasetDeclaration: Sendable {
    package let dataset: Dataset
    /// The schema in canonical form.
    package let schemaText: [UInt8]
    package let schema: Schema

    /// A schema that is larger is not one that a person can look after.
    package static let bytesMax = 2 << 20
    /// Columns beside the record: each makes every write dearer.
    package static let indexesMax = 16
    /// Sums are written for each unit above the record's.
    package static let sumsMax = 64

    private static let rules: Schema? = try? Schema(PackageResources.declaration_json)
    /// Formats are checked: whoever writes `"format": "date"` means it.
    static let options = SchemaOptions(formatAssertion: true)

    /// Reads a declaration from its JSON.
    ///
    /// - Throws: `declarationInvalid` with everything that does not fit, `schemaInvalid`.
    package init(_ bytes: [UInt8]) throws(DatasetError) {
        let document: JSONDocument
        do { document = try JSONDocument(bytes, limits: JSONLimits(bytesMax: Self.bytesMax)) } catch {
            throw DatasetError(
                .declarationInvalid,
                "not JSON",
                text: .Dataset.invalid(error.text),
                cause: error
            )
        }
        let issues = Self.rules?.makeValidator().issues(of: document.root) ?? []
        guard Self.rules != nil, issues.isEmpty else {
            throw DatasetError(
                .declarationInvalid,
                "\(issues.count) places do not fit",
                text: .Dataset.invalid(.Dataset.list(issues.map(\.text)))
            )
        }
        guard let schema = document.root["schema"] else {
            throw DatasetError(.declarationInvalid, "no schema")
        }
        do {
            dataset = try JSONDecoder().decode(Dataset.self, from: Data(bytes))
        } catch {
            throw DatasetError(.declarationInvalid, "not decodable", cause: error)
        }
        schemaText = CanonicalWriter().bytes(of: schema)
        self.schema = try Self.compiled(schemaText)
        try check(against: schema)
    }

    /// The schema of records that `bytes` hold.
    static func compiled(_ bytes: [UInt8]) throws(DatasetError) -> Schema {
        do { return try Schema(bytes, options: options) } catch {
            throw DatasetError(.schemaInvalid, error.code.rawValue, text: error.text, cause: error)
        }
    }

    /// What the form alone does not say.
    private func check(against schema: JSONValue) throws(DatasetError) {
        let named = dataset.key + [dataset.unitField, dataset.period?.field].compactMap { $0 }
        for path in named + Array(dataset.fields.keys) where Self.isUnknown(path, in: schema) {
            throw Self.invalid(.Dataset.fieldNotInSchema(path.text))
        }
        for path in named where dataset.fields[path] == nil {
            throw Self.invalid(.Dataset.fieldNotDescribed(path.text))
        }
        guard dataset.indexed.count <= Self.indexesMax else {
            throw Self.invalid(.Dataset.tooManyIndexes(Self.indexesMax))
        }
        guard dataset.summed.count <= Self.sumsMax else {
            throw Self.invalid(.Dataset.tooManySums(Self.sumsMax))
        }
        if dataset.suppressBelow != nil, dataset.classification != .personal {
            throw Self.invalid(.Dataset.suppressionOnlyPersonal)
        }
    }

    private static func invalid(_ text: Text) -> DatasetError {
        DatasetError(.declarationInvalid, "the declaration contradicts itself", text: .Dataset.invalid(text))
    }

    /// Whether no record that fits `schema` can have the field, as far as a closed list of properties tells.
    private static func isUnknown(_ path: FieldPath, in schema: JSONValue) -> Bool {
        guard let first = path.names.first, let properties = schema["properties"],
            schema["additionalProperties"]?.boolean == false, schema["patternProperties"] == nil
        else { return false }
        return properties[first] == nil
    }
}

extension DatasetDeclaration {
    /// The declaration in canonical form, the schema included.
    package var bytes: [UInt8] {
        var text = String(decoding: dataset.canonicalText.dropLast(), as: UTF8.self)
        text += #","schema":"# + String(decoding: schemaText, as: UTF8.self) + "}"
        guard let document = try? JSONDocument(Array(text.utf8)) else { return [] }
        return CanonicalWriter().bytes(of: document.root)
    }
}

extension Dataset {
    /// The declaration without the schema, with sorted names: equal datasets have equal texts.
    package var canonicalText: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map(Array.init) ?? []
    }
}
