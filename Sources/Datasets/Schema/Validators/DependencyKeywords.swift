import JSONReading

/// `dependentRequired` and `dependentSchemas`: what follows when a field is there.
///
/// **Means**: when the object has the field, it must have the others that are listed with it, or be valid as a whole
/// under the schema that is given with it.
///
/// **Write**: `"dependentRequired": {"approved_by": ["approved_at"]}`.
///
/// **Mind**: `dependencies` of older drafts, which was both in one, is understood too.
enum DependencyKeywords: KeywordGroup {
    static let keywords: [SchemaKeyword] = [.dependentRequired, .dependentSchemas, .dependencies]
    static let vocabulary: SchemaDialect.Vocabularies = [.applicator, .validation]

    static func compile(_ schema: SubschemaSource, into builder: inout SubschemaBuilder) throws(SchemaError) {
        let uses = schema.dialect.vocabularies
        for keyword in keywords {
            if keyword == .dependentRequired, !uses.contains(.validation) { continue }
            if keyword != .dependentRequired, !uses.contains(.applicator) { continue }
            if keyword != .dependencies, schema.dialect.draft < .of2019 { continue }
            var rules: [Dependency] = []
            for (name, value) in try schema.members(keyword) {
                var rule = Dependency(name: Array(name))
                let takesNames = keyword == .dependentRequired || (keyword == .dependencies && value.isArray)
                if takesNames {
                    let step = String(decoding: name, as: UTF8.self)
                    rule.required = try schema.strings(keyword, in: value, step: step)
                } else {
                    rule.subschema = try builder.number(of: value)
                }
                rules.append(rule)
            }
            if !rules.isEmpty {
                builder.emit(.dependencies(builder.compiler.draft.dependencies.add(rules)), keyword)
            }
        }
    }
}

/// What is asked when a member is there.
struct Dependency {
    let name: [UInt8]
    var required: [[UInt8]] = []
    /// For the whole object; -1 for none.
    var subschema: Int32 = -1
}

extension Evaluation {
    mutating func dependencies<Sink: IssueSink>(_ number: Int32, _ here: Step, _ sink: inout Sink) -> Bool {
        guard here.value.isObject else { return true }
        var isValid = true
        for rule in program.dependencies[Int(number)] where has(rule.name, here.value) {
            if rule.subschema >= 0 {
                isValid = evaluate(rule.subschema, here.value, here.frame, &sink) && isValid
            }
            for name in rule.required where !has(name, here.value) {
                isValid = false
                guard Sink.isCollecting else { return false }
                name.withUnsafeBufferPointer { missing in
                    rule.name.withUnsafeBufferPointer { present in
                        _ = fail(here, &sink, detail: .missing(missing, with: present))
                    }
                }
            }
            guard isValid || Sink.isCollecting else { return false }
        }
        return isValid
    }

    private func has(_ name: [UInt8], _ object: JSONValue) -> Bool {
        name.withUnsafeBufferPointer { object.member($0) != nil }
    }
}
