import Foundation
import Language
import Yams

/// YAML as JSON, each value exactly as it is written.
///
/// A word without quotes is a number, `true`, `false` or `null` only in JSON's own forms; anything else is a text. So
/// `2026-11`, `0041`, `yes` and `1:30` stay texts, which YAML 1.1 would turn into other things.
///
/// YAML is hostile: a few lines of aliases grow to gigabytes, also while a parser looks for keys that stand twice. A
/// file with one is refused by its bytes, before the parser sees it. Nesting ends at the parser's own limit of 1,000, and
/// then at ours.
struct PackYAML {
    /// Bytes of one file, and of the JSON that is made of it: ten times the largest pack that ships.
    static let bytesMax = 4 << 20
    /// Lists and groups inside each other; a schema with repeated groups needs about twenty.
    static let depthMax = 64

    private var output: [UInt8] = []

    /// The JSON of the one document in `bytes`.
    static func json(_ bytes: [UInt8]) throws(PackError) -> [UInt8] {
        guard bytes.count <= bytesMax else { throw PackError(.tooLarge, "\(bytes.count) bytes") }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw refused(nil, .Pack.notUTF8) }
        if let line = lineOfAlias(in: bytes) { throw refused(line, .Pack.alias) }
        guard let root = try composed(text) else { throw refused(1, .Pack.empty) }
        var writer = PackYAML()
        try writer.write(root, depth: 0)
        return writer.output
    }

    private static func composed(_ text: String) throws(PackError) -> Node? {
        do { return try Yams.compose(yaml: text) } catch {
            guard let error = error as? YamlError else { throw refused(nil, .Pack.notYAML) }
            throw refused(YAMLComplaint.line(of: error), .Pack.syntax(YAMLComplaint.text(of: error)))
        }
    }

    private static func refused(_ line: Int?, _ what: Text) -> PackError {
        PackError(.notYAML, "line \(line ?? 0)", text: line.map { .Pack.atLine($0, what) } ?? what)
    }

    private mutating func write(_ node: Node, depth: Int) throws(PackError) {
        let line = node.mark?.line
        guard depth <= Self.depthMax else { throw Self.refused(line, .Pack.tooDeep(Self.depthMax)) }
        switch node {
        case .scalar(let scalar):
            try write(scalar)
        case .sequence(let sequence):
            try check(sequence.tag, line)
            output.append(UInt8(ascii: "["))
            for (index, element) in sequence.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                try write(element, depth: depth + 1)
            }
            output.append(UInt8(ascii: "]"))
        case .mapping(let mapping):
            try check(mapping.tag, line)
            try write(mapping, depth: depth)
        case .alias:
            throw Self.refused(line, .Pack.alias)
        }
        guard output.count <= Self.bytesMax else { throw PackError(.tooLarge, "as JSON") }
    }

    private mutating func write(_ mapping: Node.Mapping, depth: Int) throws(PackError) {
        output.append(UInt8(ascii: "{"))
        for (index, (key, value)) in mapping.enumerated() {
            guard let name = key.scalar?.string else {
                throw Self.refused(key.mark?.line, .Pack.keyNoText)
            }
            if index > 0 { output.append(UInt8(ascii: ",")) }
            writeQuoted(name)
            output.append(UInt8(ascii: ":"))
            try write(value, depth: depth + 1)
        }
        output.append(UInt8(ascii: "}"))
    }

    private mutating func write(_ scalar: Node.Scalar) throws(PackError) {
        try check(scalar.tag, scalar.mark?.line)
        let isPlain = scalar.style == .plain && scalar.tag.rawValue == Tag.Name.implicit.rawValue
        guard isPlain else { return writeQuoted(scalar.string) }
        switch scalar.string {
        case "", "~", "null": output += "null".utf8
        case "true", "false": output += scalar.string.utf8
        case let text where Self.isNumber(text): output += text.utf8
        case let text: writeQuoted(text)
        }
    }

    /// Tags could give a text another kind than the one it shows.
    private func check(_ tag: Tag, _ line: Int?) throws(PackError) {
        let known: [Tag.Name] = [.implicit, .nonSpecific, .str]
        guard known.contains(where: { $0.rawValue == tag.rawValue }) else {
            throw Self.refused(line, .Pack.tag)
        }
    }

    private mutating func writeQuoted(_ text: String) {
        output.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): output += [UInt8(ascii: "\\"), byte]
            case 0..<0x20:
                output += "\\u00".utf8
                output += [byte >> 4, byte & 15].map { $0 < 10 ? 0x30 + $0 : 0x57 + $0 }
            default: output.append(byte)
            }
        }
        output.append(UInt8(ascii: "\""))
    }

    /// Whether `text` is a number of JSON (RFC 8259, section 6).
    static func isNumber(_ text: String) -> Bool {
        var rest = Array(text.utf8)[...]
        func take(_ bytes: String) -> Bool {
            guard let first = rest.first, bytes.utf8.contains(first) else { return false }
            rest.removeFirst()
            return true
        }
        func digits() -> Int {
            let count = rest.prefix { (0x30...0x39).contains($0) }.count
            rest.removeFirst(count)
            return count
        }
        _ = take("-")
        let startsWithZero = rest.first == UInt8(ascii: "0")
        let whole = digits()
        guard whole > 0, !startsWithZero || whole == 1 else { return false }
        if take("."), digits() == 0 { return false }
        if take("eE") {
            _ = take("+-")
            if digits() == 0 { return false }
        }
        return rest.isEmpty
    }
}

// MARK: What the parser must not see

extension PackYAML {
    /// The line of the first alias or anchor, or of what looks like one.
    ///
    /// Two values never stand side by side in YAML, so an alias only follows white space or one of `[ { , :`. In
    /// quotes it is refused too: a rule that is simple cannot be led astray by quotes that two readers see
    /// differently.
    static func lineOfAlias(in bytes: [UInt8]) -> Int? {
        var (line, before, isSign) = (1, UInt8(ascii: " "), false)
        for byte in bytes {
            if isSign, byte > 0x20 { return line }
            if byte == 0x0A { line += 1 }
            isSign = (byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*")) && mayPrecedeValue(before)
            before = byte
        }
        return nil
    }

    /// The bytes above ASCII are there for the line breaks among them.
    private static func mayPrecedeValue(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, 0x7F..., UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","), UInt8(ascii: ":"):
            true
        default: false
        }
    }
}

/// What the parser says, for the engineer; never the text of the file.
enum YAMLComplaint {
    static func line(of error: YamlError) -> Int {
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
        case .duplicatedKeysInMapping(_, let context): context.mark.line
        default: 1
        }
    }

    static func text(of error: YamlError) -> String {
        switch error {
        case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _):
            problem
        case .duplicatedKeysInMapping(let duplicates, _):
            "duplicate key \(duplicates.prefix(3).map { TerminalText.harmless(String($0.prefix(40))) })"
        case .reader(let problem, _, _, _): problem
        default: "unreadable"
        }
    }
}
