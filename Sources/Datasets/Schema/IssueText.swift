import JSONReading
import Language

/// The sentence of something that does not fit: where, and what was expected.
///
/// Made from the schema as its author wrote it, so that one sentence says all that is asked of a number or a text.
struct IssueText {
    /// One step to the value, as a person counts.
    enum Step {
        case name(String)
        case item(Int)
    }

    private let misfit: Misfit
    private let schema: JSONValue
    private let program: SchemaProgram
    /// Values of a list that are named.
    private static let choicesMax = 12

    init(_ misfit: Misfit, schema: JSONValue, program: SchemaProgram) {
        self.misfit = misfit
        self.schema = schema
        self.program = program
    }

    func text(at path: [Step]) -> Text {
        let steps = path.map { step in
            switch step {
            case .name(let name): Text.plain(name)
            case .item(let number): Text.schemaItem(number)
            }
        }
        return .schemaIssue(what, at: steps)
    }

    private var what: Text {
        guard let keyword = misfit.keyword else { return .schemaNothingAllowed }
        switch keyword {
        case .type, .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum: return .schemaMustBe(kinds)
        case .minLength, .maxLength: return .schemaMustBe(lengthText ?? kinds)
        case .multipleOf: return .schemaMultiple(number(.multipleOf) ?? .plain(""))
        case .enum: return choices
        case .const: return .schemaConst(schema["const"].map(Excerpt.of) ?? "")
        case .pattern: return .schemaPattern(schema["pattern"]?.string ?? "", example: example)
        case .format: return format
        case .minItems, .maxItems: return .schemaItemCount(range(.minItems, .maxItems))
        case .uniqueItems: return repetition
        case .minProperties, .maxProperties: return .schemaMemberCount(range(.minProperties, .maxProperties))
        case .required, .dependentRequired, .dependencies: return missing
        case .additionalProperties, .unevaluatedProperties: return .schemaUnknownMember
        case .unevaluatedItems: return .schemaUnknownItem
        case .contains, .minContains: return .schemaContains(number(.minContains) ?? .plain("1"))
        case .maxContains: return .schemaContainsTooMany(number(.maxContains) ?? .plain(""))
        case .not: return .schemaNot
        case .oneOf where found > 1: return .schemaOneOfMany
        default: return .schemaNoAlternative
        }
    }

    private var found: Int { if case .found(let count) = misfit.detail { count } else { 0 } }

    private func number(_ keyword: SchemaKeyword) -> Text? {
        guard let value = schema[keyword.rawValue], value.isNumber else { return nil }
        return .schemaNumber(Excerpt.of(value))
    }

    private func range(_ min: SchemaKeyword, _ max: SchemaKeyword) -> Text {
        .schemaRange(from: number(min), to: number(max))
    }

    /// “a whole number from 0 to 100” or the kinds by their names.
    private var kinds: Text {
        let names = schema["type"].map {
            $0.isArray ? $0.elements.compactMap(\.string) : [$0.string].compactMap { $0 }
        }
        let bounds = Text.schemaBounds(
            from: number(.minimum),
            to: number(.maximum),
            above: number(.exclusiveMinimum),
            below: number(.exclusiveMaximum)
        )
        guard let names else { return .schemaKind("number").with(bounds) }
        let texts = names.map { name in
            let kind = Text.schemaKind(name)
            switch name {
            case "integer", "number": return kind.with(bounds)
            case "string": return kind.with(lengthBounds)
            default: return kind
            }
        }
        return .schemaOr(texts)
    }

    private var lengthBounds: Text? {
        let (min, max) = (number(.minLength), number(.maxLength))
        return min == nil && max == nil ? nil : .schemaLength(.schemaRange(from: min, to: max))
    }

    private var lengthText: Text? { lengthBounds.map { Text.schemaKind("string").with($0) } }

    private var choices: Text {
        let values = schema["enum"].map { Array($0.elements) } ?? []
        let shown = values.prefix(Self.choicesMax).map {
            $0.string.map { "“\(Excerpt.cut($0))”" } ?? Excerpt.of($0)
        }
        return .schemaEnum(shown, more: values.count - shown.count)
    }

    private var example: String? {
        schema["examples"]?[0].flatMap { $0.string }.map(Excerpt.cut)
    }

    private var format: Text {
        guard let name = schema["format"]?.string, let format = Formats.named(name) else {
            return .schemaNoAlternative
        }
        return .schemaMustBe(format.expectation)
    }

    private var repetition: Text {
        guard case .equal(let one, let other) = misfit.detail else { return .schemaNoAlternative }
        return .schemaRepeated(one + 1, other + 1)
    }

    private var missing: Text {
        guard case .missing(let name, let present) = misfit.detail else { return .schemaNoAlternative }
        return .schemaMissing(Excerpt.name(name), with: present.map(Excerpt.name))
    }
}

extension SchemaStop {
    /// What happened and what to do.
    var text: Text {
        switch self {
        case .endlessReference: .schemaEndlessReference
        case .tooDeep: .schemaTooDeep
        case .tooManySteps: .schemaTooManySteps
        case .patternTooSlow: .schemaPatternTooSlow
        }
    }
}

extension Text {
    /// What the value of a keyword must be.
    static func schemaMustBe(_ form: SchemaForm) -> Text {
        switch form {
        case .address: .schemaFormAddress
        case .addressWithoutFragment: .schemaFormAddressWithoutFragment
        case .anchor: .schemaFormAnchor
        case .string: .schemaFormString
        case .boolean: .schemaFormBoolean
        case .number: .schemaFormNumber
        case .positiveNumber: .schemaFormPositiveNumber
        case .count: .schemaFormCount
        case .type: .schemaFormType
        case .list: .schemaFormList
        case .stringList: .schemaFormStringList
        case .schemaList: .schemaFormSchemaList
        case .schemaMap: .schemaFormSchemaMap
        }
    }
}
