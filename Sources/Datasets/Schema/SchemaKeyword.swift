/// A keyword of JSON Schema, which is also the stable code of what it finds.
public enum SchemaKeyword: String, CaseIterable, Sendable {
    case id = "$id"
    case schema = "$schema"
    case anchor = "$anchor"
    case dynamicAnchor = "$dynamicAnchor"
    case ref = "$ref"
    case dynamicRef = "$dynamicRef"
    case vocabulary = "$vocabulary"
    case definitions = "$defs"
    case comment = "$comment"
    case type, `enum`, const
    case multipleOf, maximum, exclusiveMaximum, minimum, exclusiveMinimum
    case maxLength, minLength, pattern, format
    case maxItems, minItems, uniqueItems, maxContains, minContains
    case prefixItems, items, contains
    case maxProperties, minProperties, required, dependentRequired
    case properties, patternProperties, additionalProperties, propertyNames, dependentSchemas
    case allOf, anyOf, oneOf, not
    case `if`, then, `else`
    case unevaluatedItems, unevaluatedProperties
    case contentEncoding, contentMediaType, contentSchema
    case title, description, `default`, deprecated, readOnly, writeOnly, examples
    /// Of older drafts, still understood since the standard asks for it.
    case dependencies, additionalItems
    case oldDefinitions = "definitions"
    case recursiveRef = "$recursiveRef"
    case recursiveAnchor = "$recursiveAnchor"
}
