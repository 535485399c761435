import JSONReading

/// `$ref` and `$dynamicRef`: a schema that stands elsewhere.
///
/// **Means**: the value is valid under the schema that the address names: `#/$defs/count` in the same document, an
/// `$anchor`, the `$id` of another schema. `$dynamicRef` to a `$dynamicAnchor` means the outermost schema on the way
/// that has an anchor of that name, so that a general schema can be made stricter by one that uses it.
///
/// **Write**: `"$ref": "#/$defs/count"`.
///
/// **Mind**: nothing is fetched from the network. A schema that refers to itself at the same place is an error when a
/// record meets it. Other keywords may stand beside a reference.
enum ReferenceKeywords: KeywordGroup {
    static let keywords: [SchemaKeyword] = [.ref, .dynamicRef, .recursiveRef]
    static let vocabulary = SchemaDialect.Vocabularies.core

    static func compile(_ schema: SubschemaSource, into builder: inout SubschemaBuilder) throws(SchemaError) {
        let compiler = builder.compiler
        if let reference = try schema.string(.ref) {
            let target = try compiler.target(of: reference, at: schema.place, .ref)
            builder.emit(.reference(try builder.number(of: target)), .ref)
        }
        if schema.dialect.draft == .of2019, let reference = try schema.string(.recursiveRef) {
            try compileDynamic(reference, name: "", .recursiveRef, schema, into: &builder)
        }
        if schema.dialect.draft >= .of2020, let reference = try schema.string(.dynamicRef) {
            let fragment = JSONPointer.decodedFragment(URIReference(reference).fragment ?? "")
            try compileDynamic(reference, name: fragment ?? "", .dynamicRef, schema, into: &builder)
        }
    }

    /// Dynamic only when what it means at first is a dynamic anchor of the name, else a plain reference.
    private static func compileDynamic(
        _ reference: String,
        name: String,
        _ keyword: SchemaKeyword,
        _ schema: SubschemaSource,
        into builder: inout SubschemaBuilder
    ) throws(SchemaError) {
        let compiler = builder.compiler
        let target = try compiler.target(of: reference, at: schema.place, keyword)
        let number = try builder.number(of: target)
        guard compiler.isDynamicAnchor(name, target) else { return builder.emit(.reference(number), keyword) }
        let entry = DynamicReference(row: compiler.dynamicRow(of: name), initial: number)
        builder.emit(.dynamicReference(compiler.draft.dynamicReferences.add(entry)), keyword)
    }
}

/// A reference that is resolved on the way.
struct DynamicReference {
    /// The row of ``SchemaProgram/dynamicAnchors`` for its name.
    let row: Int32
    /// What it means when nothing on the way has that name.
    let initial: Int32
}

extension Evaluation {
    mutating func reference<Sink: IssueSink>(_ number: Int32, _ here: Step, _ sink: inout Sink) -> Bool {
        guard inPlace < SchemaLimits.referencesInPlaceMax else { return giveUp(.endlessReference) }
        inPlace &+= 1
        let isValid = evaluate(number, here.value, here.frame, &sink)
        inPlace &-= 1
        return isValid
    }

    mutating func dynamicReference<Sink: IssueSink>(_ number: Int32, _ here: Step, _ sink: inout Sink) -> Bool
    {
        let entry = program.dynamicReferences[Int(number)]
        let row = program.dynamicAnchors[Int(entry.row)]
        for resource in scope where row[Int(resource)] >= 0 {
            return reference(row[Int(resource)], here, &sink)
        }
        return reference(entry.initial, here, &sink)
    }
}
