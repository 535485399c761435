import JSONReading
import Language

/// Makes a program of a schema: finds what its references mean and lets each keyword's file write its instructions.
final class SchemaCompiler {
    private let registry: SchemaRegistry
    let options: SchemaOptions
    private let main: JSONDocument
    private var documents: [JSONDocument] = []
    private lazy var index = ResourceIndex { [unowned self] uri, pointer, document throws(SchemaError) in
        try self.dialect(uri, pointer, document)
    }
    var draft = SchemaDraft()
    /// Subschemas that have a number and no instructions yet.
    private var waiting: [(number: Int32, value: JSONValue)] = []
    private var numbers: [UInt: Int32] = [:]
    private var dynamicNames: [String] = []

    init(_ bytes: [UInt8], registry: SchemaRegistry, options: SchemaOptions) throws(SchemaError) {
        self.registry = registry
        self.options = options
        main = try Self.read(bytes, nil)
    }

    private static func read(_ bytes: [UInt8], _ name: String?) throws(SchemaError) -> JSONDocument {
        do throws(JSONProblem) {
            return try JSONDocument(bytes, limits: JSONLimits(bytesMax: SchemaLimits.schemaBytesMax))
        } catch {
            throw SchemaError(.notJSON, at: "", in: name, error.text)
        }
    }

    func compile() throws(SchemaError) -> SchemaProgram {
        try index.add(document: main.root, at: URIReference(options.baseURI), named: nil)
        let root = try number(of: main.root)
        // A list and not calls, since references may form a chain of any length.
        while let next = waiting.popLast() { try compile(next.value, as: next.number) }
        try fillDynamicAnchors()
        while let next = waiting.popLast() { try compile(next.value, as: next.number) }
        passReferences()
        return SchemaProgram(draft, root: root, documents: documents + [main])
    }

    /// The number of the subschema `value`, which gets its instructions later.
    func number(of value: JSONValue) throws(SchemaError) -> Int32 {
        if let known = numbers[value.identity] { return known }
        guard let place = index.place(of: value) else {
            throw SchemaError(.notASchema, at: "", Text.schemaMustBeASchema)
        }
        let number = draft.subschemas.add(SchemaProgram.Subschema())
        draft.origins.append(
            SchemaProgram.Origin(value: value, location: "\(place.document ?? "")#\(place.pointer)")
        )
        numbers[value.identity] = number
        waiting.append((number, value))
        return number
    }

    private func compile(_ value: JSONValue, as number: Int32) throws(SchemaError) {
        guard let place = index.place(of: value) else { return }
        var subschema = SchemaProgram.Subschema()
        subschema.resource = Int32(place.resource)
        if let verdict = value.boolean {
            subschema.kind = verdict ? .always : .never
        } else {
            let source = SubschemaSource(
                value: value,
                place: place,
                dialect: index.resources[place.resource].dialect,
                options: options
            )
            var builder = SubschemaBuilder(compiler: self)
            for group in KeywordGroups.used(by: source) { try group.compile(source, into: &builder) }
            subschema.first = Int32(draft.instructions.count)
            draft.instructions += builder.instructions.map(\.0)
            draft.keywords += builder.instructions.map(\.1)
            subschema.end = Int32(draft.instructions.count)
            subschema.tracksMembers = builder.tracksMembers
            subschema.kinds = builder.kinds
            if subschema.first == subschema.end { subschema.kind = .always }
        }
        draft.subschemas[Int(number)] = subschema
    }

    // MARK: References

    /// The subschema that `reference`, which stands at `place`, means.
    func target(
        of reference: String,
        at place: SubschemaPlace,
        _ keyword: SchemaKeyword
    ) throws(SchemaError) -> JSONValue {
        let uri = URIReference(reference).resolved(against: index.resources[place.resource].uri)
        let pointer = "\(place.pointer)/\(keyword.rawValue)"
        let unresolved = SchemaError(
            .unresolved,
            at: pointer,
            in: place.document,
            .schemaUnresolved(reference)
        )
        guard let number = try resource(at: uri.withoutFragment) else { throw unresolved }
        guard let fragment = JSONPointer.decodedFragment(uri.fragment ?? "") else { throw unresolved }
        if fragment.isEmpty { return index.resources[number].root }
        if !fragment.hasPrefix("/") {
            guard let found = index.resources[number].anchors[fragment] else { throw unresolved }
            return found
        }
        guard let found = try follow(fragment, from: number) else { throw unresolved }
        return found
    }

    private func follow(_ pointer: String, from number: Int) throws(SchemaError) -> JSONValue? {
        guard let steps = JSONPointer.steps(of: pointer) else { return nil }
        var (value, resource) = (index.resources[number].root, number)
        var place = index.resources[number].place.pointer
        for step in steps {
            guard let next = JSONPointer.step(step, from: value) else { return nil }
            value = next
            place = JSONPointer.appending(step, to: place)
            resource = index.place(of: value)?.resource ?? resource
        }
        // What stands under a keyword that nobody knows becomes a schema by being referred to.
        try index.add(value, in: resource, document: index.resources[number].place.document, at: place)
        return value
    }

    /// The resource at `uri`, taken in when it is a metaschema or in the registry.
    private func resource(at uri: String) throws(SchemaError) -> Int? {
        if let known = index.resource(at: uri) { return known }
        guard let bytes = registry.documents[uri] ?? Metaschemas.document(at: uri) else { return nil }
        let document = try Self.read(bytes, uri)
        documents.append(document)
        try index.add(document: document.root, at: URIReference(uri), named: uri)
        return index.resource(at: uri)
    }

    /// What a `$schema` means: a draft of the standard, or a metaschema that says which vocabularies it uses.
    private func dialect(
        _ uri: String,
        _ pointer: String,
        _ document: String?
    ) throws(SchemaError) -> SchemaDialect {
        if let known = SchemaDialect(uri: uri) { return known }
        let address = URIReference(uri).withoutFragment
        guard let bytes = registry.documents[address] else {
            throw SchemaError(
                .unknownDialect,
                at: "\(pointer)/$schema",
                in: document,
                .schemaUnknownDialect(uri)
            )
        }
        let metaschema = try Self.read(bytes, address)
        documents.append(metaschema)
        let base = metaschema.root["$schema"]?.string.flatMap(SchemaDialect.init(uri:)) ?? .standard
        guard let written = metaschema.root["$vocabulary"], written.isObject else { return base }
        var dialect = SchemaDialect(draft: base.draft, vocabularies: .core)
        for (name, isRequired) in written.members {
            let name = String(decoding: name, as: UTF8.self)
            if let vocabulary = SchemaDialect.Vocabularies(uri: name) {
                dialect.vocabularies.formUnion(vocabulary)
            } else if isRequired.boolean == true {
                let text = Text.schemaUnknownVocabulary(name)
                throw SchemaError(.unknownVocabulary, at: "\(pointer)/$schema", in: document, text)
            }
        }
        return dialect
    }

    // MARK: Dynamic references

    /// The number of the row that says, for each resource, what the dynamic anchor `name` means there.
    func dynamicRow(of name: String) -> Int32 {
        if let known = dynamicNames.firstIndex(of: name) { return Int32(known) }
        return dynamicNames.add(name)
    }

    /// Whether `value` is what a dynamic anchor of that name means in its resource.
    func isDynamicAnchor(_ name: String, _ value: JSONValue) -> Bool {
        guard let place = index.place(of: value) else { return false }
        return index.resources[place.resource].dynamicAnchors[name]?.identity == value.identity
    }

    private func fillDynamicAnchors() throws(SchemaError) {
        // Compiling what an anchor means may bring in further names and resources.
        var done = (names: 0, resources: 0)
        while done != (dynamicNames.count, index.resources.count) {
            done = (dynamicNames.count, index.resources.count)
            for name in dynamicNames {
                for resource in index.resources {
                    if let value = resource.dynamicAnchors[name] { _ = try number(of: value) }
                }
            }
            while let next = waiting.popLast() { try compile(next.value, as: next.number) }
        }
        draft.dynamicAnchors = dynamicNames.map { name in
            index.resources.map { resource in
                resource.dynamicAnchors[name].flatMap { numbers[$0.identity] } ?? -1
            }
        }
    }

    /// Lets members lead past subschemas that hold nothing but a reference.
    private func passReferences() {
        guard draft.dynamicReferences.isEmpty else { return }
        for plan in draft.objects { plan.passReferences { end(of: $0) } }
    }

    private func end(of number: Int32) -> Int32 {
        var number = number
        for _ in 0..<SchemaLimits.referencesInPlaceMax where number >= 0 {
            let subschema = draft.subschemas[Int(number)]
            guard subschema.end - subschema.first == 1,
                case .reference(let target) = draft.instructions[Int(subschema.first)]
            else { break }
            number = target
        }
        return number
    }
}
