import JSONReading
import Language

/// One subschema as its author wrote it, with the errors that a wrong form of a keyword is.
struct SubschemaSource {
    let value: JSONValue
    let place: SubschemaPlace
    let dialect: SchemaDialect
    let options: SchemaOptions

    subscript(keyword: SchemaKeyword) -> JSONValue? { value[keyword.rawValue] }

    func has(_ keyword: SchemaKeyword) -> Bool { self[keyword] != nil }

    /// An error at `keyword`, or deeper in its value.
    func error(
        _ code: SchemaError.Code,
        _ keyword: SchemaKeyword,
        _ text: Text,
        step: String? = nil
    ) -> SchemaError {
        var pointer = "\(place.pointer)/\(keyword.rawValue)"
        if let step { pointer = JSONPointer.appending(step, to: pointer) }
        return SchemaError(code, at: pointer, in: place.document, text)
    }

    func wrong(_ keyword: SchemaKeyword, _ wanted: SchemaForm, step: String? = nil) -> SchemaError {
        error(.wrongForm, keyword, .schemaMustBe(wanted), step: step)
    }

    func string(_ keyword: SchemaKeyword) throws(SchemaError) -> String? {
        guard let found = self[keyword] else { return nil }
        guard let string = found.string else { throw wrong(keyword, .string) }
        return string
    }

    func boolean(_ keyword: SchemaKeyword) throws(SchemaError) -> Bool? {
        guard let found = self[keyword] else { return nil }
        guard let boolean = found.boolean else { throw wrong(keyword, .boolean) }
        return boolean
    }

    func number(_ keyword: SchemaKeyword) throws(SchemaError) -> DecimalNumber? {
        guard let found = self[keyword] else { return nil }
        guard found.isNumber else { throw wrong(keyword, .number) }
        return DecimalNumber(found.utf8)
    }

    /// A whole number from 0 on; one beyond what can be counted is as good as the largest.
    func count(_ keyword: SchemaKeyword) throws(SchemaError) -> Int32? {
        guard let number = try number(keyword) else { return nil }
        let zero = DecimalNumber.short(ShortDecimal(0))
        guard number.isInteger, number.compare(zero) >= 0 else { throw wrong(keyword, .count) }
        guard case .short(let short) = number, let integer = short.integer else { return .max }
        return Int32(clamping: integer)
    }

    /// An array of different strings.
    func strings(_ keyword: SchemaKeyword, in found: JSONValue, step: String? = nil) throws(SchemaError)
        -> [[UInt8]]
    {
        guard found.isArray else { throw wrong(keyword, .stringList, step: step) }
        var strings: [[UInt8]] = []
        for element in found.elements {
            guard element.isString else { throw wrong(keyword, .stringList, step: step) }
            strings.append(Array(element.utf8))
        }
        guard Set(strings).count == strings.count else { throw wrong(keyword, .stringList, step: step) }
        return strings
    }

    /// The members of an object of schemas; none without the keyword.
    func members(_ keyword: SchemaKeyword) throws(SchemaError) -> [JSONMembers.Element] {
        guard let found = self[keyword] else { return [] }
        guard found.isObject else { throw wrong(keyword, .schemaMap) }
        return Array(found.members)
    }

    /// The elements of a list of schemas, which must not be empty; none without the keyword.
    func elements(_ keyword: SchemaKeyword) throws(SchemaError) -> [JSONValue] {
        guard let found = self[keyword] else { return [] }
        guard found.isArray, found.count > 0 else { throw wrong(keyword, .schemaList) }
        return Array(found.elements)
    }
}

/// Takes the instructions of one subschema.
struct SubschemaBuilder {
    let compiler: SchemaCompiler
    private(set) var instructions: [(Instruction, SchemaKeyword)] = []
    var tracksMembers = false
    var kinds: UInt8 = .max

    init(compiler: SchemaCompiler) { self.compiler = compiler }

    mutating func emit(_ instruction: Instruction, _ keyword: SchemaKeyword) {
        instructions.append((instruction, keyword))
    }

    /// The number of the subschema that `value` is; -1 for none.
    func number(of value: JSONValue?) throws(SchemaError) -> Int32 {
        guard let value else { return -1 }
        return try compiler.number(of: value)
    }

    /// Keeps `numbers` and says where.
    func list(_ numbers: [Int32]) -> (first: Int32, count: Int32) {
        let first = Int32(compiler.draft.lists.count)
        compiler.draft.lists += numbers
        return (first, Int32(numbers.count))
    }
}

/// Forms that the value of a keyword may have, for what is said when it has another.
enum SchemaForm: Sendable, CaseIterable {
    case address, addressWithoutFragment, anchor, string, boolean, number, positiveNumber, count, type, list
    case stringList, schemaList, schemaMap
}
