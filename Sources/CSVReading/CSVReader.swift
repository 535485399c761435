/// Reads RFC 4180 row by row from bytes, and refuses what the RFC does not allow instead of guessing.
///
/// UTF-8 with or without a byte order mark; rows end with CRLF or LF; lines without any character are
/// skipped. Spreadsheets set to Vietnamese write semicolons for commas: they separate the fields when the
/// first line has one and no comma.
package struct CSVReader: Sendable {
    private let bytes: ArraySlice<UInt8>
    private let limits: CSVLimits
    private let separator: UInt8
    private var position: Int
    private var line = 1
    private var rowsRead = 0

    private static let quote = UInt8(ascii: "\"")
    private static let carriageReturn = UInt8(ascii: "\r")
    private static let lineFeed = UInt8(ascii: "\n")

    /// - Throws: ``CSVProblem`` when the file is larger than the limit.
    package init(_ bytes: [UInt8], limits: CSVLimits = CSVLimits()) throws(CSVProblem) {
        guard bytes.count <= limits.bytesMax else {
            throw CSVProblem(.tooManyBytes(bytesMax: limits.bytesMax), line: 1)
        }
        self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        self.limits = limits
        position = self.bytes.startIndex
        let firstLine = self.bytes.prefix { $0 != Self.lineFeed }
        let hasComma = firstLine.contains(UInt8(ascii: ","))
        let hasSemicolon = firstLine.contains(UInt8(ascii: ";"))
        separator = hasSemicolon && !hasComma ? UInt8(ascii: ";") : UInt8(ascii: ",")
    }

    /// The next row, or `nil` after the last one.
    ///
    /// - Throws: ``CSVProblem``; the reader cannot go on after it, since it no longer knows where rows end.
    package mutating func next() throws(CSVProblem) -> CSVRow? {
        while let byte = current, byte == Self.lineFeed || byte == Self.carriageReturn {
            try endRow(fieldNumber: 1)
        }
        guard current != nil else { return nil }
        rowsRead += 1
        guard rowsRead <= limits.rowsMax else {
            throw CSVProblem(.tooManyRows(rowsMax: limits.rowsMax), line: line)
        }
        let firstLine = line
        var fields: [String] = []
        repeat {
            guard fields.count < limits.columnsMax else {
                throw CSVProblem(.tooManyColumns(columnsMax: limits.columnsMax), line: line)
            }
            fields.append(try field(number: fields.count + 1))
        } while skipSeparator()
        try endRow(fieldNumber: fields.count)
        return CSVRow(line: firstLine, fields: fields)
    }

    private var current: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

    private mutating func skipSeparator() -> Bool {
        guard current == separator else { return false }
        position += 1
        return true
    }

    /// Takes the end of a row: CRLF, LF or the end of the file.
    private mutating func endRow(fieldNumber: Int) throws(CSVProblem) {
        if current == Self.carriageReturn {
            position += 1
            guard current == Self.lineFeed else {
                throw CSVProblem(.loneCarriageReturn, line: line, column: fieldNumber)
            }
        }
        guard current != nil else { return }
        position += 1
        line += 1
    }

    private mutating func field(number: Int) throws(CSVProblem) -> String {
        let firstLine = line
        let content = current == Self.quote ? try quoted(number: number) : try plain(number: number)
        guard content.count <= limits.fieldBytesMax else {
            let kind = CSVProblem.Kind.fieldTooLong(bytesMax: limits.fieldBytesMax)
            throw CSVProblem(kind, line: firstLine, column: number)
        }
        guard let text = String(validating: content, as: UTF8.self) else {
            throw CSVProblem(.notUTF8, line: firstLine, column: number)
        }
        return text
    }

    private mutating func plain(number: Int) throws(CSVProblem) -> ArraySlice<UInt8> {
        let start = position
        while let byte = current, byte != separator, byte != Self.lineFeed, byte != Self.carriageReturn {
            guard byte != Self.quote else { throw CSVProblem(.quoteInside, line: line, column: number) }
            position += 1
        }
        return bytes[start..<position]
    }

    private mutating func quoted(number: Int) throws(CSVProblem) -> ArraySlice<UInt8> {
        let firstLine = line
        var content: ArraySlice<UInt8> = []
        position += 1
        while let byte = current {
            position += 1
            if byte == Self.quote {
                guard current == Self.quote else { return try closed(content, number: number) }
                position += 1
            } else if byte == Self.lineFeed {
                line += 1
            }
            content.append(byte)
        }
        throw CSVProblem(.quoteNotClosed, line: firstLine, column: number)
    }

    /// Makes sure that a field ends with its closing quote.
    private func closed(_ content: ArraySlice<UInt8>, number: Int) throws(CSVProblem) -> ArraySlice<UInt8> {
        let isAtEnd =
            current == nil || current == separator || current == Self.lineFeed
            || current == Self.carriageReturn
        guard isAtEnd else { throw CSVProblem(.textAfterQuote, line: line, column: number) }
        return content
    }
}

/// One row as it lies in the file.
package struct CSVRow: Hashable, Sendable {
    /// The line on which the row begins, counted from 1 as editors do.
    package let line: Int
    package let fields: [String]
}

/// What a file may hold at most; whoever reads files from people says how much fits its purpose.
package struct CSVLimits: Hashable, Sendable {
    /// Bytes of the whole file, which is in memory while it is read.
    package var bytesMax: Int
    /// Rows, the header among them.
    package var rowsMax: Int
    /// Fields of one row: a file of something else often is one endless row.
    package var columnsMax: Int
    /// Bytes of one field: a quote that is not closed would make the rest of the file one field.
    package var fieldBytesMax: Int

    package init(
        bytesMax: Int = 16 * 1024 * 1024,
        rowsMax: Int = 100_000,
        columnsMax: Int = 64,
        fieldBytesMax: Int = 16 * 1024
    ) {
        self.bytesMax = bytesMax
        self.rowsMax = rowsMax
        self.columnsMax = columnsMax
        self.fieldBytesMax = fieldBytesMax
    }
}
