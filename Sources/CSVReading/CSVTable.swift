/// A file with a header row, whose fields are asked for by the name of their column.
package struct CSVTable: Sendable {
    /// The columns in the order of the file.
    package let columns: [String]
    private let positions: [String: Int]
    private var reader: CSVReader

    /// Reads the header.
    ///
    /// Column names are compared without regard to case. A column that nobody asked for is refused, since it
    /// is most often an optional one that is misspelled.
    ///
    /// - Throws: ``CSVProblem`` that names the missing, unknown or repeated column.
    package init(
        _ bytes: [UInt8],
        required: [String],
        optional: [String] = [],
        limits: CSVLimits = CSVLimits()
    ) throws(CSVProblem) {
        var reader = try CSVReader(bytes, limits: limits)
        guard let header = try reader.next() else { throw CSVProblem(.empty, line: 1) }
        columns = header.fields.map { trimmed($0).lowercased() }
        var positions: [String: Int] = [:]
        for (index, name) in columns.enumerated() {
            guard required.contains(name) || optional.contains(name) else {
                let kind = CSVProblem.Kind.unknownColumn(name, allowed: required + optional)
                throw CSVProblem(kind, line: header.line, column: index + 1)
            }
            guard positions.updateValue(index, forKey: name) == nil else {
                throw CSVProblem(.columnTwice(name), line: header.line, column: index + 1)
            }
        }
        if let missing = required.first(where: { positions[$0] == nil }) {
            throw CSVProblem(.missingColumn(missing), line: header.line)
        }
        self.positions = positions
        self.reader = reader
    }

    /// The next record, or `nil` after the last one; a record with too few or too many fields is a failure of
    /// its own.
    ///
    /// - Throws: ``CSVProblem`` after which the file cannot be read on.
    package mutating func next() throws(CSVProblem) -> Result<CSVRecord, CSVProblem>? {
        guard let row = try reader.next() else { return nil }
        guard row.fields.count == columns.count else {
            let kind = CSVProblem.Kind.wrongFieldCount(expected: columns.count, found: row.fields.count)
            return .failure(CSVProblem(kind, line: row.line))
        }
        return .success(CSVRecord(line: row.line, fields: row.fields, positions: positions))
    }
}

/// One record of a ``CSVTable``.
package struct CSVRecord: Sendable {
    /// The line on which the record begins, counted from 1.
    package let line: Int
    fileprivate let fields: [String]
    fileprivate let positions: [String: Int]

    /// The text in `column` without spaces around it; `nil` when it is empty or the file has no such column.
    package subscript(column: String) -> String? {
        guard let position = positions[column], fields.indices.contains(position) else { return nil }
        let text = trimmed(fields[position])
        return text.isEmpty ? nil : text
    }
}

private func trimmed(_ text: String) -> String {
    let start = text.drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
}
