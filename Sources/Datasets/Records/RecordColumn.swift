import Database
import JSONReading
import Language

/// A column beside the record's text: what lists filter by, and what roll-ups are made from.
package struct RecordColumn: Hashable, Sendable, Codable {
    package enum Kind: String, Hashable, Sendable, Codable {
        case text, integer, real
        /// An integer: the value times ten to the power of ``RecordColumn/decimals``.
        case sum
    }

    package let field: FieldPath
    package let kind: Kind
    package let decimals: Int
    /// Counted from 1 within the dataset; given to another field only after the column is gone.
    package let number: Int

    package var name: String { "c\(number)" }

    /// What a summed value may be at most, after scaling: 10^15 in the unit's smallest part.
    ///
    /// A column can then take 9,000 records of the largest value; a province's whole budget is below 10^14 đồng.
    static let sumMax: Int64 = 1_000_000_000_000_000

    /// The columns that `dataset` needs, with the numbers of those in `old` kept.
    static func columns(of dataset: Dataset, keeping old: [RecordColumn] = []) -> [RecordColumn] {
        let wanted: [(FieldPath, Kind, Int)] =
            dataset.indexed.map { ($0.path, Kind(index: $0.index), 0) }
            + dataset.summed.map { ($0.path, .sum, $0.decimals) }
        var next = (old.map(\.number).max() ?? 0) + 1
        return wanted.map { field, kind, decimals in
            let kept = old.first { $0.field == field && $0.kind == kind && $0.decimals == decimals }
            if let kept { return kept }
            defer { next += 1 }
            return RecordColumn(field: field, kind: kind, decimals: decimals, number: next)
        }
    }

    var word: DialectWord {
        switch kind {
        case .text: .text
        case .integer, .sum: .integer
        case .real: .real
        }
    }

    var stagedKind: StagedTable.Kind {
        switch kind {
        case .text: .text
        case .integer, .sum: .integer
        case .real: .real
        }
    }

    /// The value of the column for `record`; `.null` when the field is missing or null.
    func value(of record: JSONValue) throws(RecordProblem) -> SQLValue {
        guard let value = field.value(in: record), value.kind != .null else { return .null }
        let found: SQLValue? =
            switch kind {
            case .text: value.string.map { .text($0) }
            case .integer: value.integer.map { .integer($0) }
            case .real: value.double.flatMap { $0.isFinite ? .real($0) : nil }
            case .sum:
                value.decimal?.scaled(decimals: decimals)
                    .flatMap { $0.magnitude <= Self.sumMax.magnitude ? .integer($0) : nil }
            }
        guard let found else {
            let text: Text =
                kind == .sum
                ? .Record.sumWrong(field.text, decimals: decimals) : .Record.indexWrong(field.text)
            throw RecordProblem(.recordInvalid, at: field.pointer, text)
        }
        return found
    }
}

extension RecordColumn.Kind {
    fileprivate init(index: DatasetField.Index) {
        switch index {
        case .text: self = .text
        case .integer: self = .integer
        case .real: self = .real
        }
    }
}

extension RecordColumn {
    /// The column's value for what a person wrote in a filter; `nil` when it is not of its kind.
    func value(written text: String) -> SQLValue? {
        if kind == .text { return .text(text) }
        guard let document = try? JSONDocument(Array(text.utf8)), document.root.isNumber else { return nil }
        switch kind {
        case .text: return nil
        case .integer: return document.root.integer.map { .integer($0) }
        case .real: return document.root.double.flatMap { $0.isFinite ? .real($0) : nil }
        case .sum: return document.root.decimal?.scaled(decimals: decimals).map { .integer($0) }
        }
    }
}
