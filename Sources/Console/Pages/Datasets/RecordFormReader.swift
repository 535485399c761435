import JSONReading
import Language
import Timekeeping

/// Makes a record from what stands in the boxes of a form, and notes what cannot be read.
struct RecordFormReader {
    let entries: RecordForm.Entries
    let language: Language
    private(set) var problems: [String: Text] = [:]

    init(entries: RecordForm.Entries, language: Language) {
        (self.entries, self.language) = (entries, language)
    }

    /// `nil` when nothing was entered.
    mutating func value(of field: RecordField, at pointer: String, base: RecordValue?) -> RecordValue? {
        switch field.kind {
        case .group(let fields): return group(field, fields, at: pointer, base: base)
        case .list(let item): return list(field, item, at: pointer, base: base)
        default: return leaf(field, at: pointer, base: base)
        }
    }

    private mutating func group(
        _ field: RecordField,
        _ fields: [RecordField],
        at pointer: String,
        base: RecordValue?
    ) -> RecordValue? {
        let known = Set(fields.map(\.name))
        var members: [RecordValue.Member] = []
        if case .object(let old)? = base { members = old.filter { !known.contains($0.name) } }
        let others = members.count
        let noted = problems
        for inner in fields {
            let at = pointer + "/" + RecordValue.escaped(inner.name)
            let value = value(of: inner, at: at, base: base?[inner.name])
            if let value { members.append(RecordValue.Member(inner.name, value)) }
        }
        // A group that nobody filled in is left out, with what would be required in it; what was mistyped counts.
        let isTyped = fields.contains { isFilled($0, at: pointer + "/" + RecordValue.escaped($0.name)) }
        if !field.isRequired, !isTyped, others == 0, members.isEmpty {
            problems = noted
            return base == .null ? .null : nil
        }
        return .object(members)
    }

    private func isFilled(_ field: RecordField, at pointer: String) -> Bool {
        switch field.kind {
        case .group(let fields):
            fields.contains { isFilled($0, at: pointer + "/" + RecordValue.escaped($0.name)) }
        case .list: (Int(entries["n" + pointer] ?? "") ?? 0) > 0
        default: !(entries["f" + pointer] ?? "").isEmpty
        }
    }

    private mutating func list(
        _ field: RecordField,
        _ item: RecordField,
        at pointer: String,
        base: RecordValue?
    ) -> RecordValue? {
        let count = min(max(Int(entries["n" + pointer] ?? "") ?? 0, 0), RecordForm.itemsMax)
        if count == 0, !field.isRequired {
            if base == .null || base == .array([]) { return base }
            return nil
        }
        var old: [RecordValue] = []
        if case .array(let items)? = base { old = items }
        // An item keeps what its form does not show only while no item was taken out before it.
        let isSame = old.count == count
        return .array(
            (0..<count).map { index in
                value(of: item, at: "\(pointer)/\(index)", base: isSame ? old[index] : nil) ?? .null
            }
        )
    }

    private mutating func leaf(
        _ field: RecordField,
        at pointer: String,
        base: RecordValue?
    ) -> RecordValue? {
        let typed = entries["f" + pointer] ?? ""
        guard typed.contains(where: { !$0.isWhitespace }) else {
            if base == .null || base == .string("") { return base }
            if field.isRequired, field.allowsNull { return .null }
            if field.isRequired { problems[pointer] = .DataPages.fillIn }
            return nil
        }
        let (value, problem) = read(typed, field, base)
        if let problem { problems[pointer] = problem }
        return value
    }

    private func read(_ typed: String, _ field: RecordField, _ base: RecordValue?) -> (RecordValue?, Text?) {
        // A value that was not touched stays to the letter, whatever its box could say of it.
        if let base, RecordForm.text(of: base, in: field, language) == typed { return (base, nil) }
        switch field.kind {
        case .text: return (.string(Self.lineEnds(typed)), nil)
        case .boolean:
            return typed == "true" || typed == "false"
                ? (.boolean(typed == "true"), nil) : (nil, .DataPages.chooseOne)
        case .integer, .number:
            guard let json = WrittenNumber.json(of: typed, language) else {
                return (nil, .DataPages.noNumber)
            }
            return (.number(json), nil)
        case .date:
            guard let day = WrittenDay.day(of: typed) else { return (nil, .DataPages.noDay) }
            return (.string(day.iso8601), nil)
        case .choice(let choices):
            guard let choice = choices.first(where: { $0.json == typed }) else {
                return (nil, .DataPages.chooseOne)
            }
            return (choice, nil)
        case .json, .group, .list:
            do {
                let document = try JSONDocument(Array(typed.utf8))
                let text = String(decoding: CanonicalWriter().bytes(of: document.root), as: UTF8.self)
                return (.raw(text), nil)
            } catch { return (nil, error.text) }
        }
    }

    /// Browsers send each line end as CR LF.
    private static func lineEnds(_ text: String) -> String { text.replacing("\r\n", with: "\n") }
}
