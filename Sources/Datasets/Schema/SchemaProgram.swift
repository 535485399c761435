import JSONReading

/// A compiled schema: flat arrays that nothing changes any more.
///
/// Subschemas and instructions hold only numbers, which point into the tables beside them, so that reading them
/// touches no reference count: many tasks validate with one program at once.
final class SchemaProgram: @unchecked Sendable {
    // Unchecked since it points into the schema's documents, which it keeps and which never change.

    /// One schema or subschema.
    struct Subschema: BitwiseCopyable {
        enum Kind: UInt8, BitwiseCopyable { case general, always, never }

        var kind = Kind.general
        /// Whether it has `unevaluated…` and so has to know which members were looked at.
        var tracksMembers = false
        /// The resource (a schema with an id) that it belongs to.
        var resource: Int32 = 0
        var first: Int32 = 0
        var end: Int32 = 0
        /// Kinds of value that may be valid by its `type`; all without one.
        var kinds: UInt8 = .max
    }

    /// Where a subschema stands, for what is told to people.
    struct Origin {
        let value: JSONValue
        /// `#` and a JSON pointer, after the URI of another document.
        let location: String
    }

    let root: Int32
    let subschemas: UnsafeBufferPointer<Subschema>
    let instructions: UnsafeBufferPointer<Instruction>
    let bounds: UnsafeBufferPointer<NumberBounds>
    let words: UnsafeBufferPointer<NameTable>
    let values: UnsafeBufferPointer<JSONValue>
    let patterns: UnsafeBufferPointer<PatternCode>
    let formats: [any StringFormat.Type]
    let objects: UnsafeBufferPointer<ObjectPlan>
    let lists: UnsafeBufferPointer<Int32>
    let divisors: [DecimalNumber]
    let longBounds: [LongBounds]
    let dependencies: [[Dependency]]
    let dynamicReferences: [DynamicReference]
    /// The keyword of each instruction.
    let keywords: [SchemaKeyword]
    let origins: [Origin]
    /// For each dynamic anchor a row: the subschema of that name in each resource, -1 for none.
    let dynamicAnchors: [[Int32]]

    private let memory: FixedMemory
    private let ownedPatterns: [Pattern]
    private let documents: [JSONDocument]

    init(_ draft: SchemaDraft, root: Int32, documents: [JSONDocument]) {
        let memory = draft.memory
        self.root = root
        self.memory = memory
        self.documents = documents
        subschemas = memory.keep(draft.subschemas)
        instructions = memory.keep(draft.instructions)
        bounds = memory.keep(draft.bounds)
        words = memory.keep(draft.words)
        values = memory.keep(draft.values)
        patterns = memory.keep(draft.patterns.map(\.code))
        ownedPatterns = draft.patterns
        formats = draft.formats
        objects = memory.keep(draft.objects)
        lists = memory.keep(draft.lists)
        divisors = draft.divisors
        longBounds = draft.longBounds
        dependencies = draft.dependencies
        dynamicReferences = draft.dynamicReferences
        keywords = draft.keywords
        origins = draft.origins
        dynamicAnchors = draft.dynamicAnchors
    }
}

/// What is compiled so far.
struct SchemaDraft {
    let memory = FixedMemory()
    var subschemas: [SchemaProgram.Subschema] = []
    var instructions: [Instruction] = []
    var keywords: [SchemaKeyword] = []
    var origins: [SchemaProgram.Origin] = []
    var bounds: [NumberBounds] = []
    var longBounds: [LongBounds] = []
    var divisors: [DecimalNumber] = []
    var words: [NameTable] = []
    /// Values of `enum` and `const`.
    var values: [JSONValue] = []
    var patterns: [Pattern] = []
    var formats: [any StringFormat.Type] = []
    var objects: [ObjectPlan] = []
    var dependencies: [[Dependency]] = []
    var dynamicReferences: [DynamicReference] = []
    /// Lists of subschemas.
    var lists: [Int32] = []
    var dynamicAnchors: [[Int32]] = []
}

extension Array {
    /// Appends and says at which place.
    mutating func add(_ element: Element) -> Int32 {
        append(element)
        return Int32(count - 1)
    }
}
