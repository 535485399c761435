package import JSONReading

/// A record as a page takes it apart: JSON whose numbers stay as they are written.
package indirect enum RecordValue: Hashable, Sendable {
    case null
    case boolean(Bool)
    /// In JSON's form.
    case number(String)
    case string(String)
    case array([RecordValue])
    case object([Member])
    /// JSON text that is shown and kept as it is, since it nests deeper than a page does.
    case raw(String)

    package struct Member: Hashable, Sendable {
        package let name: String
        package let value: RecordValue

        package init(_ name: String, _ value: RecordValue) { (self.name, self.value) = (name, value) }
    }

    /// Levels that are taken apart: a page that nests deeper is not read by anybody.
    static let depthMax = 12

    package init(_ value: JSONValue) { self.init(value, depth: 0) }

    private init(_ value: JSONValue, depth: Int) {
        switch value.kind {
        case .null: self = .null
        case .string: self = .string(value.string ?? "")
        case .number: self = .number(String(decoding: value.utf8, as: UTF8.self))
        case .array where depth < Self.depthMax:
            self = .array(value.elements.map { RecordValue($0, depth: depth + 1) })
        case .object where depth < Self.depthMax:
            self = .object(
                value.members.map { name, value in
                    Member(String(decoding: name, as: UTF8.self), RecordValue(value, depth: depth + 1))
                }
            )
        case .array, .object:
            self = .raw(String(decoding: CanonicalWriter().bytes(of: value), as: UTF8.self))
        default: self = value.boolean.map { .boolean($0) } ?? .null
        }
    }

    /// Reads JSON; `nil` for what is none.
    package init?(json text: String) {
        guard let document = try? JSONDocument(Array(text.utf8)) else { return nil }
        self.init(document.root)
    }

    package subscript(name: String) -> RecordValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    package func value(at path: some Sequence<String>) -> RecordValue? {
        path.reduce(self as RecordValue?) { $0?[$1] }
    }

    // MARK: Writing

    package var json: String {
        var out = ""
        write(to: &out)
        return out
    }

    private func write(to out: inout String) {
        switch self {
        case .null: out += "null"
        case .boolean(let isTrue): out += isTrue ? "true" : "false"
        case .number(let text), .raw(let text): out += text
        case .string(let text): Self.write(text, to: &out)
        case .array(let items):
            out += "["
            for (index, item) in items.enumerated() {
                if index > 0 { out += "," }
                item.write(to: &out)
            }
            out += "]"
        case .object(let members):
            out += "{"
            for (index, member) in members.enumerated() {
                if index > 0 { out += "," }
                Self.write(member.name, to: &out)
                out += ":"
                member.value.write(to: &out)
            }
            out += "}"
        }
    }

    private static func write(_ text: String, to out: inout String) {
        out += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\u{0}"..<" ":
                let hex = String(scalar.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: out.unicodeScalars.append(scalar)
            }
        }
        out += "\""
    }

    // MARK: What changed

    /// The leaves by their JSON pointers (RFC 6901); an empty array or object is a leaf.
    package func leaves(at pointer: String = "") -> [(pointer: String, value: RecordValue)] {
        switch self {
        case .object(let members) where !members.isEmpty:
            members.flatMap { $0.value.leaves(at: pointer + "/" + Self.escaped($0.name)) }
        case .array(let items) where !items.isEmpty:
            items.enumerated().flatMap { $0.element.leaves(at: "\(pointer)/\($0.offset)") }
        default: [(pointer, self)]
        }
    }

    static func escaped(_ name: String) -> String {
        name.replacing("~", with: "~0").replacing("/", with: "~1")
    }

    /// What is different from an older version, in the order of the pointers.
    package func changes(since old: RecordValue) -> [RecordChange] {
        let (before, after) = (old.byPointer, byPointer)
        return Set(before.keys).union(after.keys).sorted().compactMap { pointer in
            guard before[pointer] != after[pointer] else { return nil }
            return RecordChange(pointer: pointer, before: before[pointer], after: after[pointer])
        }
    }

    private var byPointer: [String: RecordValue] {
        Dictionary(leaves().map { ($0.pointer, $0.value) }) { first, _ in first }
    }
}

/// One value that two versions of a record do not share.
package struct RecordChange: Hashable, Sendable {
    package let pointer: String
    /// `nil` when it was not there.
    package let before: RecordValue?
    package let after: RecordValue?
}
