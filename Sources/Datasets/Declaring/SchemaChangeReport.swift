import JSONReading
package import Language

/// What a changed declaration would do to the records that are there: made before anybody accepts it.
package struct SchemaChangeReport: Hashable, Sendable {
    /// What stops fitting at one place for one reason.
    package struct Break: Hashable, Sendable {
        /// JSON pointer (RFC 6901) into the record, with `*` for the number of an item of a list.
        package let pointer: String
        /// A stable code, such as `schema.minimum`.
        package let code: String
        /// What the new declaration expects there; holds no value of a record.
        package let text: Text
        package fileprivate(set) var records: Int
        /// The first keys, at most ``examplesMax``; none of personal data, since a key may name a person.
        package fileprivate(set) var examples: [RecordKey]
    }

    package static let examplesMax = 10
    /// Places that are told apart: a person does not read more, and lists could have any number of them.
    package static let breaksMax = 200

    /// How many records were looked at: all that are not withdrawn, and none when nothing can break.
    package let records: Int
    /// How many of them do not fit any more.
    package let brokenRecords: Int
    /// In the order of their places.
    package let breaks: [Break]
    /// Whether there are more places than ``breaksMax``; ``brokenRecords`` counts those records too.
    package let hasMore: Bool
    package let structure: [StructureChange]
    /// Whether the records' schema is another one.
    package let changesSchema: Bool
    /// Whether nothing at all differs.
    package let isUnchanged: Bool
}

/// Handed over with the failure `dataset.breaks-records`.
extension SchemaChangeReport: Error {}

/// A difference between two declarations that a reader of the data notices.
package enum StructureChange: Hashable, Sendable {
    case fieldAdded(FieldPath)
    case fieldRemoved(FieldPath)
    case indexChanged(FieldPath, from: DatasetField.Index?, to: DatasetField.Index?)
    /// The decimals that are summed; `nil` when the field is not.
    case sumChanged(FieldPath, from: Int?, to: Int?)

    /// The differences, in the order of the fields' names.
    static func all(from old: Dataset, to new: Dataset) -> [StructureChange] {
        let paths = Set(old.fields.keys).union(new.fields.keys).sorted { $0.text < $1.text }
        return paths.flatMap { path -> [StructureChange] in
            let (before, after) = (old.fields[path], new.fields[path])
            var changes: [StructureChange] = []
            if before == nil { changes.append(.fieldAdded(path)) }
            guard after != nil else { return [.fieldRemoved(path)] }
            if before?.index != after?.index {
                changes.append(.indexChanged(path, from: before?.index, to: after?.index))
            }
            if before?.summedDecimals != after?.summedDecimals {
                changes.append(.sumChanged(path, from: before?.summedDecimals, to: after?.summedDecimals))
            }
            return changes
        }
    }
}

extension DatasetField {
    fileprivate var summedDecimals: Int? { sum == true ? decimals ?? 0 : nil }
}

/// Looks at records one by one and counts what does not fit, in memory that does not grow with them.
struct BreakCollector {
    private struct Place: Hashable {
        let pointer: String
        let code: String
    }

    private let validator: SchemaValidator
    private let columns: [RecordColumn]
    private let showsKeys: Bool
    private let reader = JSONReader()
    private var found: [Place: SchemaChangeReport.Break] = [:]
    private(set) var records = 0
    private(set) var brokenRecords = 0
    private(set) var hasMore = false

    init(_ declaration: DatasetDeclaration, columns: [RecordColumn]) {
        validator = declaration.schema.makeValidator()
        self.columns = columns
        showsKeys = declaration.dataset.classification != .personal
    }

    var breaks: [SchemaChangeReport.Break] {
        found.values.sorted { ($0.pointer, $0.code) < ($1.pointer, $1.code) }
    }

    mutating func look(at content: String, of key: String) {
        records += 1
        let issues = issues(of: content)
        guard !issues.isEmpty else { return }
        brokenRecords += 1
        var seen: Set<Place> = []
        for issue in issues {
            let place = Place(pointer: Self.withoutNumbers(issue.pointer), code: issue.code)
            if seen.insert(place).inserted { note(place, issue.text, key) }
        }
    }

    private mutating func note(_ place: Place, _ text: Text, _ key: String) {
        guard found[place] != nil || found.count < SchemaChangeReport.breaksMax else {
            hasMore = true
            return
        }
        var entry =
            found[place]
            ?? .init(pointer: place.pointer, code: place.code, text: text, records: 0, examples: [])
        entry.records += 1
        if showsKeys, entry.examples.count < SchemaChangeReport.examplesMax {
            entry.examples.append(RecordKey(key))
        }
        found[place] = entry
    }

    private func issues(of content: String) -> [RecordProblem.Issue] {
        let bytes = Array(content.utf8)
        return bytes.withUnsafeBytes { raw in
            let record: JSONValue
            do throws(JSONProblem) { record = try reader.read(raw) } catch {
                return RecordProblem(.recordNotJSON, error.text).issues
            }
            var issues = validator.isValid(record) ? [] : RecordProblem(validator.issues(of: record)).issues
            for column in columns {
                do throws(RecordProblem) { _ = try column.value(of: record) } catch { issues += error.issues }
            }
            return issues
        }
    }

    /// Items of a list are one place, however long the list is.
    private static func withoutNumbers(_ pointer: String) -> String {
        pointer.split(separator: "/", omittingEmptySubsequences: false)
            .map { $0.isEmpty || !$0.utf8.allSatisfy { (0x30...0x39).contains($0) } ? String($0) : "*" }
            .joined(separator: "/")
    }
}
