import Places

@testable import API

extension Schema {
    /// A value that fits, with only what must be there; what names a unit names `unit`.
    func example(in unit: Places.Unit.ID) -> JSON {
        switch self {
        case .text:
            let candidates = [
                "a", Belongings.nobody, "account:\(Belongings.nobody)", "2026-11-24", "2026-11-24T08:00:00Z",
                "https://a.example/", unit.rawValue,
            ]
            return .text(candidates.first { (try? check(.text($0))) != nil } ?? "")
        case .choice(let names): return .text(names.first ?? "")
        case .integer(let min, _): return JSON(min ?? 1)
        case .number: return 1
        case .flag: return true
        case .list(let element, _): return .list([element.example(in: unit)])
        case .object(let fields):
            return JSON(
                fields.filter(\.isRequired).map { field in
                    (field.name, field.name == "unit" ? .text(unit.rawValue) : field.schema.example(in: unit))
                }
            )
        case .named(_, let schema), .nullable(let schema): return schema.example(in: unit)
        case .map, .anything: return JSON([])
        }
    }

    /// The example with `text` in one of its texts, for each place at which a text may stand, needed or not.
    func examples(with text: String, in unit: Places.Unit.ID) -> [(place: String, value: JSON)] {
        switch self {
        case .text: return [("", .text(text))]
        case .list(let element, _):
            return element.examples(with: text, in: unit).map { ("0/\($0.place)", .list([$0.value])) }
        case .object(let fields):
            guard case .object(let members) = example(in: unit) else { return [] }
            let base = members.map { ($0.name, $0.value) }
            return fields.flatMap { field in
                field.schema.examples(with: text, in: unit).map { inner in
                    let rest = base.filter { $0.0 != field.name }
                    return ("\(field.name)/\(inner.place)", JSON(rest + [(field.name, inner.value)]))
                }
            }
        case .named(_, let schema), .nullable(let schema): return schema.examples(with: text, in: unit)
        default: return []
        }
    }
}
