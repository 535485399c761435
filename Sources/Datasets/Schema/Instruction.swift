/// One step of a compiled subschema: a keyword, or several that are looked at together.
///
/// A payload is a number itself or the place of something in ``SchemaTables``.
enum Instruction: BitwiseCopyable {
    // Any value.
    case type(kinds: UInt8, integer: Bool)
    case constant(value: Int32)
    case choice(first: Int32, count: Int32)
    /// `enum` of strings only.
    case word(table: Int32)
    // Numbers.
    /// `type: integer` with bounds that are whole.
    case integer(from: Int64, through: Int64)
    case bounds(Int32)
    case multiple(of: Int32)
    // Strings; lengths in characters, -1 for none.
    case length(min: Int32, max: Int32)
    case pattern(Int32)
    case format(Int32)
    // Arrays.
    case itemCount(min: Int32, max: Int32)
    case unique
    case items(first: Int32, count: Int32, rest: Int32)
    case contains(Int32, min: Int32, max: Int32)
    case unevaluatedItems(Int32)
    // Objects.
    case memberCount(min: Int32, max: Int32)
    case members(Int32)
    case names(Int32)
    case dependencies(Int32)
    case unevaluatedProperties(Int32)
    // Subschemas on the same value.
    case all(first: Int32, count: Int32)
    case any(first: Int32, count: Int32)
    case one(first: Int32, count: Int32)
    case not(Int32)
    case condition(if: Int32, then: Int32, else: Int32)
    case reference(Int32)
    case dynamicReference(Int32)
}
