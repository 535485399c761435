package import Language

/// What is wrong with a file, and where.
package struct CSVProblem: Error, Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case empty, notUTF8
        case quoteInside, textAfterQuote, quoteNotClosed, loneCarriageReturn
        case tooManyBytes(bytesMax: Int), tooManyRows(rowsMax: Int)
        case tooManyColumns(columnsMax: Int), fieldTooLong(bytesMax: Int)
        case wrongFieldCount(expected: Int, found: Int)
        case missingColumn(String), unknownColumn(String, allowed: [String]), columnTwice(String)
    }

    package let kind: Kind
    /// Counted from 1.
    package let line: Int
    /// The field in its row, counted from 1; `nil` when the row as a whole is meant.
    package let column: Int?

    package init(_ kind: Kind, line: Int, column: Int? = nil) {
        self.kind = kind
        self.line = line
        self.column = column
    }

    /// What is wrong and what to do, with the place.
    package var text: Text { .csvProblem(what, line: line, column: column) }

    private var what: Text {
        switch kind {
        case .empty: .csvEmpty
        case .notUTF8: .csvNotUTF8
        case .quoteInside: .csvQuoteInside
        case .textAfterQuote: .csvTextAfterQuote
        case .quoteNotClosed: .csvQuoteNotClosed
        case .loneCarriageReturn: .csvLoneCarriageReturn
        case .tooManyBytes(let bytesMax): .csvTooManyBytes(bytesMax: bytesMax)
        case .tooManyRows(let rowsMax): .csvTooManyRows(rowsMax: rowsMax)
        case .tooManyColumns(let columnsMax): .csvTooManyColumns(columnsMax: columnsMax)
        case .fieldTooLong(let bytesMax): .csvFieldTooLong(bytesMax: bytesMax)
        case .wrongFieldCount(let expected, let found): .csvWrongFieldCount(expected: expected, found: found)
        case .missingColumn(let name): .csvMissingColumn(name)
        case .unknownColumn(let name, let allowed): .csvUnknownColumn(name, allowed: allowed)
        case .columnTwice(let name): .csvColumnTwice(name)
        }
    }
}
