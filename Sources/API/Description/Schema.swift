import Foundation
import Language
import Timekeeping

/// What a value of a request or an answer may be: the same description is written into the OpenAPI document and held
/// against what callers send.
indirect enum Schema: Sendable {
    enum Format: String, Sendable {
        case uuid, date, uri
        case dateTime = "date-time"
    }

    /// Lengths are counted in characters (Unicode scalars, as JSON Schema does).
    case text(min: Int = 0, max: Int? = nil, format: Format? = nil, pattern: String? = nil)
    case choice([String])
    case integer(min: Int? = nil, max: Int? = nil)
    case number
    case flag
    case list(Schema, max: Int? = nil)
    case object([Field])
    /// A schema that stands under its own name among the components.
    case named(String, Schema)
    case nullable(Schema)
    /// A map from names to values of one kind.
    case map(Schema)
    case anything

    struct Field: Sendable {
        let name: String
        let schema: Schema
        var isRequired = true

        static func required(_ name: String, _ schema: Schema) -> Field { Field(name: name, schema: schema) }
        static func optional(_ name: String, _ schema: Schema) -> Field {
            Field(name: name, schema: schema, isRequired: false)
        }
    }

    static let uuid = Schema.text(format: .uuid)
    static let instant = Schema.text(format: .dateTime)
    static let day = Schema.text(format: .date)
    static let string = Schema.text()
}

// As the document writes it (JSON Schema 2020-12).
extension Schema {
    var json: JSON {
        switch self {
        case .text(let min, let max, let format, let pattern):
            var members: [(String, JSON)] = [("type", "string")]
            if min > 0 { members.append(("minLength", JSON(min))) }
            if let max { members.append(("maxLength", JSON(max))) }
            if let format { members.append(("format", .text(format.rawValue))) }
            if let pattern { members.append(("pattern", .text(pattern))) }
            return JSON(members)
        case .choice(let names): return ["type": "string", "enum": .list(names.map(JSON.text))]
        case .integer(let min, let max):
            var members: [(String, JSON)] = [("type", "integer")]
            if let min { members.append(("minimum", JSON(min))) }
            if let max { members.append(("maximum", JSON(max))) }
            return JSON(members)
        case .number: return ["type": "number"]
        case .flag: return ["type": "boolean"]
        case .list(let element, let max):
            let members: [(String, JSON)] = [("type", "array"), ("items", element.json)]
            return JSON(members + (max.map { [("maxItems", JSON($0))] } ?? []))
        case .object(let fields): return Self.json(fields)
        case .named(let name, _): return ["$ref": .text("#/components/schemas/\(name)")]
        case .nullable(let schema): return ["anyOf": [schema.json, ["type": "null"]]]
        case .map(let schema): return ["type": "object", "additionalProperties": schema.json]
        case .anything: return [:]
        }
    }

    private static func json(_ fields: [Field]) -> JSON {
        [
            "type": "object",
            "properties": JSON(fields.map { ($0.name, $0.schema.json) }),
            "required": .list(fields.filter(\.isRequired).map { .text($0.name) }),
            "additionalProperties": false,
        ]
    }

    /// The named schemas in and below this one.
    var named: [(name: String, schema: Schema)] {
        switch self {
        case .named(let name, let schema): [(name, schema)] + schema.named
        case .list(let inner, _), .nullable(let inner), .map(let inner): inner.named
        case .object(let fields): fields.flatMap(\.schema.named)
        default: []
        }
    }
}

// Against what callers send.
extension Schema {
    /// What is wrong with a value, and where.
    struct Fault: Error, Hashable, Sendable {
        enum Kind: Hashable, Sendable {
            case missing
            case unknown(nearest: String?)
            case wrongType
            case tooShort
            case tooLong(max: Int)
            case outOfRange
            case notOneOf([String])
            case notA(String)
        }
        /// Such as `evidence/0/url`; empty for the value itself.
        let field: String
        let kind: Kind
    }

    /// - Throws: ``Fault`` for the first thing that is wrong.
    func check(_ value: JSON, at place: String = "") throws(Fault) {
        switch (self, value) {
        case (.anything, _), (.nullable, .null), (.flag, .flag), (.number, .number), (.number, .integer):
            return
        case (.named(_, let schema), _), (.nullable(let schema), _): try schema.check(value, at: place)
        case (.text, .text(let text)): try check(text, at: place)
        case (.choice(let names), .text(let text)):
            guard names.contains(text) else { throw Fault(field: place, kind: .notOneOf(names)) }
        case (.integer(let min, let max), .integer(let number)):
            guard number >= Int64(min ?? .min), number <= Int64(max ?? .max) else {
                throw Fault(field: place, kind: .outOfRange)
            }
        case (.list(let element, let max), .list(let elements)):
            if let max, elements.count > max { throw Fault(field: place, kind: .tooLong(max: max)) }
            for (index, one) in elements.enumerated() {
                try element.check(one, at: Self.join(place, "\(index)"))
            }
        case (.object(let fields), .object(let members)): try Self.check(members, fields, at: place)
        case (.map(let schema), .object(let members)):
            for member in members { try schema.check(member.value, at: Self.join(place, member.name)) }
        default: throw Fault(field: place, kind: .wrongType)
        }
    }

    private static func join(_ place: String, _ name: String) -> String {
        place.isEmpty ? name : "\(place)/\(name)"
    }

    private static func check(_ members: [JSON.Member], _ fields: [Field], at place: String) throws(Fault) {
        let names = fields.map(\.name)
        for member in members {
            guard let field = fields.first(where: { $0.name == member.name }) else {
                let nearest = EditDistance.nearest(to: member.name, among: names)
                throw Fault(field: join(place, member.name), kind: .unknown(nearest: nearest))
            }
            try field.schema.check(member.value, at: join(place, member.name))
        }
        for field in fields where field.isRequired && !members.contains(where: { $0.name == field.name }) {
            throw Fault(field: join(place, field.name), kind: .missing)
        }
    }

    private func check(_ text: String, at place: String) throws(Fault) {
        guard case .text(let min, let max, let format, let pattern) = self else { return }
        // counted in UTF-8 first: walking a huge text would be the attack
        if let max, text.utf8.count > max * 4 || text.unicodeScalars.count > max {
            throw Fault(field: place, kind: .tooLong(max: max))
        }
        guard text.unicodeScalars.count >= min else { throw Fault(field: place, kind: .tooShort) }
        if let format, !format.fits(text) { throw Fault(field: place, kind: .notA(format.rawValue)) }
        if let pattern, text.range(of: pattern, options: .regularExpression) == nil {
            throw Fault(field: place, kind: .notA(pattern))
        }
    }
}

extension Schema.Format {
    func fits(_ text: String) -> Bool {
        switch self {
        case .uuid: text.utf8.count == 36 && UUID(uuidString: text) != nil
        case .date: Day(iso8601: text) != nil
        case .dateTime: Instant(strict: text) != nil
        case .uri: text.contains(":") && !text.contains(where: \.isWhitespace)
        }
    }
}

extension Instant {
    /// RFC 3339 with a year of four digits, so that no date lies beyond what an instant holds; a leap second counts as
    /// the second after it.
    init?(strict text: String) {
        let shape = /(\d{4}-\d\d-\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?([Zz]|[+-]\d\d:\d\d)/
        guard text.utf8.count <= Self.bytesMax, let match = text.wholeMatch(of: shape),
            let day = Day(iso8601: String(match.1)),
            let hour = Int(match.2), let minute = Int(match.3), let second = Int(match.4),
            hour < 24, minute < 60, second <= 60, let offset = Self.offsetSeconds(match.6)
        else { return nil }
        let micros = Int(((match.5 ?? "") + "000000").prefix(6)) ?? 0
        let start = CivilCalendar(timeZone: .gmt).instant(day)
        self = start + .seconds(hour * 3600 + minute * 60 + second - offset) + .microseconds(micros)
    }

    /// The longest form: nanoseconds and an offset.
    private static let bytesMax = 35

    private static func offsetSeconds(_ text: Substring) -> Int? {
        guard text.count == 6 else { return 0 }
        guard let hours = Int(text.dropFirst().prefix(2)), let minutes = Int(text.suffix(2)), hours < 24,
            minutes < 60
        else { return nil }
        return (text.first == "-" ? -1 : 1) * (hours * 3600 + minutes * 60)
    }
}
