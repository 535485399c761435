import Foundation
import JSONReading
import Language

/// What a record is found by: the values of its dataset's key fields with "/" between them.
///
/// In a value, "/", "%", quotes, backslashes and control characters are percent-encoded, so that a key can be taken
/// apart, and stands unescaped in JSON. Texts are compared in Unicode's form NFC: however a keyboard composes
/// "Đô Lương", it is the same key.
package struct RecordKey: Hashable, Sendable {
    /// Together with the dataset's id it fits into an entry of the audit log.
    package static let bytesMax = 400

    package let text: String

    /// Takes the text as it is: from a column, or from an address that is then looked for.
    package init(_ text: String) { self.text = text }

    /// The key of `record`.
    ///
    /// - Throws: `recordInvalid`, with the field that is missing.
    init(of record: JSONValue, fields: [FieldPath]) throws(RecordProblem) {
        var text = ""
        for (index, field) in fields.enumerated() {
            if index > 0 { text += "/" }
            guard let value = field.value(in: record), let part = Self.part(value), !part.isEmpty else {
                throw RecordProblem(.recordInvalid, at: field.pointer, .Record.keyMissing(field.text))
            }
            text += part
        }
        guard text.utf8.count <= Self.bytesMax else {
            let pointer = fields.first?.pointer ?? ""
            throw RecordProblem(.recordInvalid, at: pointer, .Record.keyTooLong(Self.bytesMax))
        }
        self.text = text
    }

    /// One value in its form within a key; `nil` for what cannot be one.
    private static func part(_ value: JSONValue) -> String? {
        if let integer = value.integer { return String(integer) }
        guard value.isString else { return nil }
        let bytes = value.utf8
        if bytes.allSatisfy({ isPlain($0) && $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
        let composed = String(decoding: bytes, as: UTF8.self).precomposedStringWithCanonicalMapping
        var part: [UInt8] = []
        for byte in composed.utf8 {
            if isPlain(byte) {
                part.append(byte)
            } else {
                part += [UInt8(ascii: "%"), hex(byte >> 4), hex(byte & 15)]
            }
        }
        return String(decoding: part, as: UTF8.self)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<0x20, 0x7F, UInt8(ascii: "/"), UInt8(ascii: "%"), UInt8(ascii: "\""), UInt8(ascii: "\\"):
            false
        default: true
        }
    }

    private static func hex(_ half: UInt8) -> UInt8 {
        half < 10 ? UInt8(ascii: "0") + half : UInt8(ascii: "A") + half - 10
    }
}
