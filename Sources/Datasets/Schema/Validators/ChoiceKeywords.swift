import JSONReading

/// `enum` and `const`: one of several values, or exactly one.
///
/// **Means**: the value is equal to one in the list. Numbers are equal by what they are (1 and 1.0), objects whatever
/// the order of their members; texts byte by byte, so `hoà` and `hòa` differ.
///
/// **Write**: `"enum": ["draft", "submitted"]`, `"const": "approved"`.
///
/// **Mind**: `null` is taken only when it stands in the list, whatever `type` says.
enum ChoiceKeywords: KeywordGroup {
    static let keywords: [SchemaKeyword] = [.enum, .const]
    static let vocabulary = SchemaDialect.Vocabularies.validation

    static func compile(_ schema: SubschemaSource, into builder: inout SubschemaBuilder) throws(SchemaError) {
        let compiler = builder.compiler
        if let list = schema[.enum] {
            guard list.isArray else { throw schema.wrong(.enum, .list) }
            let values = Array(list.elements)
            if !values.isEmpty, values.allSatisfy(\.isString) {
                let words = Set(values.map { Array($0.utf8) }).sorted { $0.lexicographicallyPrecedes($1) }
                let table = NameTable(words, in: compiler.draft.memory)
                builder.emit(.word(table: compiler.draft.words.add(table)), .enum)
            } else {
                let first = Int32(compiler.draft.values.count)
                compiler.draft.values += values
                builder.emit(.choice(first: first, count: Int32(values.count)), .enum)
            }
        }
        if schema.dialect.draft > .four, let value = schema[.const] {
            builder.emit(.constant(value: compiler.draft.values.add(value)), .const)
        }
    }
}

extension Evaluation {
    @inline(__always)
    func word<Sink: IssueSink>(_ table: Int32, _ here: Step, _ sink: inout Sink) -> Bool {
        guard here.value.isString, program.words[Int(table)].number(of: here.value.utf8) >= 0 else {
            return fail(here, &sink)
        }
        return true
    }

    func choice<Sink: IssueSink>(_ first: Int32, _ count: Int32, _ here: Step, _ sink: inout Sink) -> Bool {
        for index in first..<first + count where here.value.isEqual(to: program.values[Int(index)]) {
            return true
        }
        return fail(here, &sink)
    }

    func constant<Sink: IssueSink>(_ number: Int32, _ here: Step, _ sink: inout Sink) -> Bool {
        here.value.isEqual(to: program.values[Int(number)]) || fail(here, &sink)
    }
}
