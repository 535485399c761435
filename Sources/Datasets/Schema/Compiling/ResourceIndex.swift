import JSONReading
import Language

/// A schema with an address of its own: a document, or a part of one with an `$id`.
struct SchemaResource {
    let uri: URIReference
    let root: JSONValue
    let dialect: SchemaDialect
    /// Where it stands, as told to people.
    let place: SubschemaPlace
    var anchors: [String: JSONValue] = [:]
    var dynamicAnchors: [String: JSONValue] = [:]
}

/// Where a subschema stands.
struct SubschemaPlace {
    let resource: Int
    /// URI of the document; `nil` for the schema itself.
    let document: String?
    /// From the root of the document.
    let pointer: String
}

/// All resources of a schema and of what it refers to, and where each subschema stands.
struct ResourceIndex {
    private(set) var resources: [SchemaResource] = []
    private var byURI: [String: Int] = [:]
    private var places: [UInt: SubschemaPlace] = [:]
    /// Says what a `$schema` means.
    private let dialect: Dialects

    /// What a `$schema` means, which stands at a pointer in a document.
    typealias Dialects = (_ uri: String, _ pointer: String, _ document: String?) throws(SchemaError) ->
        SchemaDialect

    init(dialect: @escaping Dialects) { self.dialect = dialect }

    func place(of value: JSONValue) -> SubschemaPlace? { places[value.identity] }

    func resource(at uri: String) -> Int? { byURI[uri] }

    var subschemaCount: Int { places.count }

    /// Takes a whole document in, which was found at `uri`.
    mutating func add(
        document root: JSONValue,
        at uri: URIReference,
        named document: String?
    ) throws(SchemaError) {
        let place = SubschemaPlace(resource: resources.count, document: document, pointer: "")
        try addResource(root, at: uri, dialect: .standard, place)
        byURI[uri.withoutFragment] = place.resource
        try add(root, in: place.resource, document: document, at: "")
    }

    private mutating func addResource(
        _ root: JSONValue,
        at uri: URIReference,
        dialect inherited: SchemaDialect,
        _ place: SubschemaPlace
    ) throws(SchemaError) {
        var dialect = inherited
        if let named = root["$schema"]?.string {
            dialect = try self.dialect(named, place.pointer, place.document)
        }
        byURI[uri.withoutFragment] = resources.count
        resources.append(SchemaResource(uri: uri, root: root, dialect: dialect, place: place))
    }

    /// Takes `value`, which stands where a schema stands, and all subschemas in it.
    mutating func add(
        _ value: JSONValue,
        in resource: Int,
        document: String?,
        at pointer: String
    ) throws(SchemaError) {
        guard places[value.identity] == nil else { return }
        guard value.isObject || value.boolean != nil else {
            throw SchemaError(.notASchema, at: pointer, in: document, .schemaMustBeASchema)
        }
        guard places.count < SchemaLimits.subschemasMax else {
            let text = Text.schemaTooManySubschemas(SchemaLimits.subschemasMax)
            throw SchemaError(.tooLarge, at: pointer, in: document, text)
        }
        var resource = resource
        if let uri = try ownAddress(of: value, in: resource, document: document, at: pointer) {
            if value.identity != resources[resource].root.identity {
                guard byURI[uri.withoutFragment] == nil else {
                    let text = Text.schemaNameTwice(uri.withoutFragment)
                    throw SchemaError(.nameTwice, at: pointer + "/$id", in: document, text)
                }
                let place = SubschemaPlace(resource: resources.count, document: document, pointer: pointer)
                try addResource(value, at: uri, dialect: resources[resource].dialect, place)
                resource = place.resource
            } else {
                readdress(resource, uri)
            }
        }
        places[value.identity] = SubschemaPlace(resource: resource, document: document, pointer: pointer)
        try addAnchors(of: value, in: resource, document: document, at: pointer)
        let draft = resources[resource].dialect.draft
        for child in SubschemaPlaces.children(of: value, at: pointer, in: draft) {
            try add(child.value, in: resource, document: document, at: child.pointer)
        }
    }

    /// A document that says its own address is known by both.
    private mutating func readdress(_ number: Int, _ uri: URIReference) {
        let old = resources[number]
        resources[number] = SchemaResource(uri: uri, root: old.root, dialect: old.dialect, place: old.place)
        byURI[uri.withoutFragment] = number
    }

    private func ownAddress(
        of value: JSONValue,
        in resource: Int,
        document: String?,
        at pointer: String
    ) throws(SchemaError) -> URIReference? {
        let draft =
            value["$schema"]?.string.flatMap { SchemaDialect(uri: $0)?.draft }
            ?? resources[resource].dialect.draft
        let name = draft == .four ? "id" : "$id"
        if draft <= .seven, value["$ref"] != nil { return nil }
        guard let written = value[name] else { return nil }
        guard let text = written.string else {
            throw SchemaError(.wrongForm, at: "\(pointer)/\(name)", in: document, .schemaMustBe(.address))
        }
        let uri = URIReference(text).resolved(against: resources[resource].uri)
        guard uri.fragment?.isEmpty ?? true else {
            // Up to draft 7, a fragment alone names a place as $anchor does.
            if draft <= .seven, text.hasPrefix("#") { return nil }
            throw SchemaError(
                .wrongForm,
                at: "\(pointer)/\(name)",
                in: document,
                .schemaMustBe(.addressWithoutFragment)
            )
        }
        return uri
    }

    private mutating func addAnchors(
        of value: JSONValue,
        in resource: Int,
        document: String?,
        at pointer: String
    ) throws(SchemaError) {
        let draft = resources[resource].dialect.draft
        var named: [(SchemaKeyword, String, isDynamic: Bool)] = []
        if draft >= .of2019, let anchor = value["$anchor"] {
            named.append((.anchor, try name(anchor, .anchor, document, pointer), false))
        }
        if draft >= .of2020, let anchor = value["$dynamicAnchor"] {
            named.append((.dynamicAnchor, try name(anchor, .dynamicAnchor, document, pointer), true))
        }
        if draft == .of2019, value["$recursiveAnchor"]?.boolean == true {
            resources[resource].dynamicAnchors[""] = value
        }
        if draft <= .seven, let id = value[draft == .four ? "id" : "$id"]?.string, id.hasPrefix("#"),
            id != "#"
        {
            resources[resource].anchors[String(id.dropFirst())] = value
        }
        for (keyword, name, isDynamic) in named {
            let other = resources[resource].anchors.updateValue(value, forKey: name)
            guard other == nil || other?.identity == value.identity else {
                let text = Text.schemaNameTwice(name)
                throw SchemaError(.nameTwice, at: "\(pointer)/\(keyword.rawValue)", in: document, text)
            }
            if isDynamic { resources[resource].dynamicAnchors[name] = value }
        }
    }

    private func name(
        _ value: JSONValue,
        _ keyword: SchemaKeyword,
        _ document: String?,
        _ pointer: String
    ) throws(SchemaError) -> String {
        let first = value.utf8.first
        let isName =
            value.isString && first.map { $0.isLetter || $0 == UInt8(ascii: "_") } ?? false
            && value.utf8.allSatisfy { $0.isLetter || $0.isDigit || "-._".utf8.contains($0) }
        guard isName, let name = value.string else {
            throw SchemaError(
                .wrongForm,
                at: "\(pointer)/\(keyword.rawValue)",
                in: document,
                .schemaMustBe(.anchor)
            )
        }
        return name
    }
}
