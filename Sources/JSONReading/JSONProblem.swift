package import Language

/// Why a text is no JSON that can be taken, and where.
public struct JSONProblem: Error, Hashable, Sendable {
    /// What is wrong.
    public enum Kind: Hashable, Sendable {
        case empty, cut, trailing, character, structure, number, string, literal, notUTF8, notANumber
        case duplicateName(String)
        case tooManyBytes(bytesMax: Int), tooDeep(depthMax: Int), tooManyValues(valuesMax: Int)
        case numberTooLong(bytesMax: Int), exponentTooLarge
        case noMemory
    }

    /// What is wrong.
    public let kind: Kind
    /// Bytes before the place.
    public let offset: Int
    /// Counted from 1.
    public let line: Int
    /// In characters (Unicode scalars), counted from 1.
    public let column: Int

    init(_ kind: Kind, at offset: Int, in bytes: UnsafeRawBufferPointer) {
        self.kind = kind
        let offset = min(max(offset, 0), bytes.count)
        let before = bytes[..<offset]
        let lineFeed = UInt8(ascii: "\n")
        let lineStart = before.lastIndex(of: lineFeed).map { $0 + 1 } ?? 0
        self.offset = offset
        line = before.count { $0 == lineFeed } + 1
        // Bytes that go on a character are not counted.
        column = before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1
    }

    /// What is wrong and what to do, with the place.
    package var text: Text { .jsonProblem(what, line: line, column: column) }

    /// What is wrong and what to do; for lines of NDJSON, which say their own place.
    package var what: Text {
        switch kind {
        case .empty: .jsonEmpty
        case .cut: .jsonCut
        case .trailing: .jsonTrailing
        case .character: .jsonCharacter
        case .structure: .jsonStructure
        case .number: .jsonNumber
        case .string: .jsonString
        case .literal: .jsonLiteral
        case .notUTF8: .jsonNotUTF8
        case .notANumber: .jsonNotANumber
        case .duplicateName(let name): .jsonDuplicateName(name)
        case .tooManyBytes(let bytesMax): .jsonTooManyBytes(bytesMax: bytesMax)
        case .tooDeep(let depthMax): .jsonTooDeep(depthMax: depthMax)
        case .tooManyValues(let valuesMax): .jsonTooManyValues(valuesMax: valuesMax)
        case .numberTooLong(let bytesMax): .jsonNumberTooLong(bytesMax: bytesMax)
        case .exponentTooLarge: .jsonExponentTooLarge
        case .noMemory: .jsonNoMemory
        }
    }
}
