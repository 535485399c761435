package import Language
import Timekeeping

/// A form made from a schema: what stands in its boxes, and the record that they make.
///
/// A box is named `f` and the JSON pointer of its value; the number of a list's items is named `n` and its pointer.
package struct RecordForm: Sendable {
    package let root: RecordField

    /// Items of one list in a form; more come by a file.
    package static let itemsMax = 100
    /// Boxes of one page, over all lists.
    static let boxesMax = 2_000

    /// The form of a schema; the fields named `first` stand at its beginning.
    package init(schema text: String, first: [String] = []) {
        root = RecordSchema.read(text, first: first)
    }

    /// What was typed, or what a record holds, by the names of the boxes.
    package typealias Entries = [String: String]

    // MARK: A record in boxes

    /// The boxes that show `value`.
    package func entries(of value: RecordValue?, _ language: Language) -> Entries {
        var entries: Entries = [:]
        Self.fill(root, value, at: "", language, &entries)
        return entries
    }

    private static func fill(
        _ field: RecordField,
        _ value: RecordValue?,
        at pointer: String,
        _ language: Language,
        _ entries: inout Entries
    ) {
        switch field.kind {
        case .group(let fields):
            for inner in fields {
                let at = pointer + "/" + RecordValue.escaped(inner.name)
                fill(inner, value?[inner.name], at: at, language, &entries)
            }
        case .list(let item):
            guard case .array(let items)? = value else {
                entries["n" + pointer] = "0"
                return
            }
            entries["n" + pointer] = String(min(items.count, itemsMax))
            for (index, each) in items.prefix(itemsMax).enumerated() {
                fill(item, each, at: "\(pointer)/\(index)", language, &entries)
            }
        default: entries["f" + pointer] = value.map { text(of: $0, in: field, language) } ?? ""
        }
    }

    /// How a value stands in its box.
    static func text(of value: RecordValue, in field: RecordField, _ language: Language) -> String {
        switch (field.kind, value) {
        case (.json, _), (.choice, _): value.json
        case (_, .null): ""
        case (.date, .string(let text)): Day(iso8601: text).map { WrittenDay.text(of: $0) } ?? text
        case (_, .string(let text)): text
        case (_, .number(let text)): WrittenNumber.text(of: text, language)
        default: value.json
        }
    }

    // MARK: Boxes as a record

    /// Whether a form can show `value` without losing a part: lists that are too long cannot be corrected in it.
    package func shows(_ value: RecordValue) -> Bool { Self.shows(root, value) }

    private static func shows(_ field: RecordField, _ value: RecordValue) -> Bool {
        switch (field.kind, value) {
        case (.group(let fields), .object(let members)):
            fields.allSatisfy { inner in
                members.first { $0.name == inner.name }.map { shows(inner, $0.value) } ?? true
            }
        case (.list(let item), .array(let items)):
            items.count <= itemsMax && items.allSatisfy { shows(item, $0) }
        case (.group, .null), (.list, .null), (.json, _), (.choice, _): true
        case (.group, _), (.list, _): false
        case (_, .array), (_, .object), (_, .raw): false
        default: true
        }
    }
}

/// What the boxes of a form make.
package struct RecordFormReading: Sendable {
    package let value: RecordValue
    /// What could not be read or is missing, by JSON pointers.
    package let problems: [String: Text]

    package var bytes: [UInt8] { Array(value.json.utf8) }
}

extension RecordForm {
    /// Reads the boxes; `base` is the record that is corrected, whose members without a box are kept.
    package func read(_ entries: Entries, base: RecordValue? = nil, _ language: Language) -> RecordFormReading
    {
        var reader = RecordFormReader(entries: entries, language: language)
        let value = reader.value(of: root, at: "", base: base)
        return RecordFormReading(value: value ?? .object([]), problems: reader.problems)
    }

    /// The names of all boxes that a posted form may have, lists with as many items as it says.
    package func read(_ entry: (String) -> String?) -> Entries {
        var entries: Entries = [:]
        var left = Self.boxesMax
        Self.collect(root, at: "", entry, &entries, &left)
        return entries
    }

    private static func collect(
        _ field: RecordField,
        at pointer: String,
        _ entry: (String) -> String?,
        _ entries: inout Entries,
        _ left: inout Int
    ) {
        guard left > 0 else { return }
        left -= 1
        switch field.kind {
        case .group(let fields):
            for inner in fields {
                collect(inner, at: pointer + "/" + RecordValue.escaped(inner.name), entry, &entries, &left)
            }
        case .list(let item):
            let count = min(max(Int(entry("n" + pointer) ?? "") ?? 0, 0), itemsMax)
            entries["n" + pointer] = String(count)
            for index in 0..<count { collect(item, at: "\(pointer)/\(index)", entry, &entries, &left) }
        default: entries["f" + pointer] = entry("f" + pointer) ?? ""
        }
    }

    /// What a button of a list asks for: `add:/items` or `remove:/items/2`.
    package func step(_ command: String, _ entries: Entries) -> Entries {
        let parts = command.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return entries }
        var entries = entries
        if parts[0] == "add", let count = entries["n" + parts[1]].flatMap({ Int($0) }) {
            entries["n" + parts[1]] = String(min(count + 1, Self.itemsMax))
        } else if parts[0] == "remove" {
            Self.remove(parts[1], from: &entries)
        }
        return entries
    }

    /// Takes an item out and moves the later ones up.
    private static func remove(_ pointer: String, from entries: inout Entries) {
        guard let slash = pointer.lastIndex(of: "/"),
            let index = Int(pointer[pointer.index(after: slash)...]),
            case let list = String(pointer[..<slash]),
            let count = entries["n" + list].flatMap({ Int($0) }), (0..<count).contains(index)
        else { return }
        var moved: Entries = [:]
        for (name, value) in entries {
            let prefix = String(name.prefix(1)) + list + "/"
            guard name.hasPrefix(prefix) else {
                moved[name] = value
                continue
            }
            let rest = name.dropFirst(prefix.count)
            guard let number = Int(rest.prefix { $0 != "/" }), number != index else { continue }
            let tail = rest.drop { $0 != "/" }
            moved[prefix + String(number > index ? number - 1 : number) + tail] = value
        }
        moved["n" + list] = String(count - 1)
        entries = moved
    }
}
