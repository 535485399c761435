import JSONReading
import Language

/// `properties`, `patternProperties`, `additionalProperties` and `required`: which fields an object has.
///
/// **Means**: a field named in `properties` is valid under the schema there; one whose name a pattern of
/// `patternProperties` finds something in, under the schema of each such pattern; every other one under
/// `additionalProperties`. All fields in `required` must be there.
///
/// **Write**: `"properties": {"org": {"type": "string"}}, "required": ["org"], "additionalProperties": false`.
///
/// **Mind**: `additionalProperties` sees only the `properties` and patterns beside it in the same schema, not those of
/// `allOf` or `$ref`; for these there is `unevaluatedProperties`. A field with the value `null` is there.
enum MemberKeywords: KeywordGroup {
    static let keywords: [SchemaKeyword] = [
        .properties, .patternProperties, .additionalProperties, .required,
    ]
    static let vocabulary: SchemaDialect.Vocabularies = [.applicator, .validation]

    static func compile(_ schema: SubschemaSource, into builder: inout SubschemaBuilder) throws(SchemaError) {
        let uses = schema.dialect.vocabularies
        var names: [[UInt8]] = []
        var children: [Int32] = []
        var patterns: [PatternMember] = []
        var additional: Int32 = -1
        if uses.contains(.applicator) {
            for (name, child) in try schema.members(.properties) {
                names.append(Array(name))
                children.append(try builder.number(of: child))
            }
            for (name, child) in try schema.members(.patternProperties) {
                let text = String(decoding: name, as: UTF8.self)
                let pattern = try PatternKeywords.pattern(text, of: schema, .patternProperties)
                let number = builder.compiler.draft.patterns.add(pattern)
                patterns.append(PatternMember(pattern: number, subschema: try builder.number(of: child)))
            }
            additional = try builder.number(of: schema[.additionalProperties])
        }
        var required: [[UInt8]] = []
        if uses.contains(.validation), let list = schema[.required],
            list.isArray || schema.dialect.draft > .four
        {
            required = try schema.strings(.required, in: list)
        }
        guard !names.isEmpty || !patterns.isEmpty || additional >= 0 || !required.isEmpty else { return }
        var places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        for name in required where places[name] == nil {
            places[name] = names.count
            names.append(name)
            children.append(-1)
        }
        let plan = ObjectPlan(
            names: names,
            children: children,
            required: required.compactMap { places[$0] },
            patterns: patterns,
            additional: additional,
            in: builder.compiler.draft.memory
        )
        let keyword: SchemaKeyword = schema.has(.properties) ? .properties : .required
        builder.emit(.members(builder.compiler.draft.objects.add(plan)), keyword)
    }
}

/// A pattern of names and the subschema of the members that it fits.
struct PatternMember: BitwiseCopyable {
    let pattern: Int32
    let subschema: Int32
}

/// What is asked of the members of an object, looked at in one walk.
struct ObjectPlan: BitwiseCopyable {
    let names: NameTable
    /// For each name its subschema, -1 when it is only required.
    let children: UnsafeMutableBufferPointer<Int32>
    /// A bit for each name that must be there.
    let required: UnsafeBufferPointer<UInt64>
    let requiresAny: Bool
    let patterns: UnsafeBufferPointer<PatternMember>
    /// For members that nothing else fits; -1 for none.
    let additional: Int32

    init(
        names: [[UInt8]],
        children: [Int32],
        required: [Int],
        patterns: [PatternMember],
        additional: Int32,
        in memory: FixedMemory
    ) {
        self.names = NameTable(names, in: memory)
        self.children = UnsafeMutableBufferPointer(mutating: memory.keep(children))
        var bits = [UInt64](repeating: 0, count: (names.count + 63) / 64)
        for place in required { bits[place / 64] |= 1 << UInt64(place % 64) }
        self.required = memory.keep(bits)
        requiresAny = !required.isEmpty
        self.patterns = memory.keep(patterns)
        self.additional = additional
    }

    /// Lets each name lead to what `end` says of its subschema.
    func passReferences(_ end: (Int32) -> Int32) {
        for index in children.indices { children[index] = end(children[index]) }
    }
}

extension Evaluation {
    mutating func members<Sink: IssueSink>(_ number: Int32, _ here: Step, _ sink: inout Sink) -> Bool {
        guard here.value.isObject else { return true }
        let plan = program.objects[Int(number)]
        let saved = inPlace
        inPlace = 0
        defer { inPlace = saved }
        guard plan.names.count <= 64 else { return manyMembers(plan, here, &sink) }
        var seen: UInt64 = 0
        let isValid = walk(plan, here, &sink) { seen |= 1 << UInt64($0) }
        guard isValid || Sink.isCollecting else { return false }
        guard plan.requiresAny, seen & plan.required[0] != plan.required[0] else { return isValid }
        return failMissing(plan, here, &sink) { seen >> UInt64($0) & 1 == 1 }
    }

    private mutating func manyMembers<Sink: IssueSink>(_ plan: ObjectPlan, _ here: Step, _ sink: inout Sink)
        -> Bool
    {
        let seen = looked.push(plan.names.count)
        defer { looked.pop(seen) }
        var marks: [Int] = []
        var isValid = walk(plan, here, &sink) { marks.append($0) }
        for mark in marks { looked.mark(mark, in: seen) }
        if isValid || Sink.isCollecting, !looked.holds(plan.required, in: seen) {
            let looked = looked
            isValid = failMissing(plan, here, &sink) { looked.isMarked($0, in: seen) }
        }
        return isValid
    }

    /// Looks at each member once; `see` hears the number of each name that the plan knows.
    @inline(__always)
    private mutating func walk<Sink: IssueSink>(
        _ plan: ObjectPlan,
        _ here: Step,
        _ sink: inout Sink,
        _ see: (Int) -> Void
    ) -> Bool {
        var isValid = true
        var (position, guess) = (0, 0)
        for (name, member) in here.value.members {
            let found = plan.names.number(of: name, guess: guess)
            var fits = true
            var child: Int32 = -1
            if found >= 0 {
                guess = found &+ 1
                see(found)
                child = plan.children[found]
            }
            if child >= 0 {
                sink.enter(.name(name))
                fits = evaluate(child, member, LookedAt.nothing, &sink)
                sink.leave()
            }
            if child < 0 || plan.patterns.count > 0 {
                fits = other(plan, name, member, isKnown: child >= 0, position, here, &sink) && fits
            } else if here.frame != LookedAt.nothing {
                looked.mark(position, in: here.frame)
            }
            if !fits {
                if !Sink.isCollecting { return false }
                isValid = false
            }
            position &+= 1
        }
        return isValid
    }

    /// A member that `properties` does not name, or that patterns may fit too.
    private mutating func other<Sink: IssueSink>(
        _ plan: ObjectPlan,
        _ name: UnsafeBufferPointer<UInt8>,
        _ member: JSONValue,
        isKnown: Bool,
        _ position: Int,
        _ here: Step,
        _ sink: inout Sink
    ) -> Bool {
        var (isKnown, isValid) = (isKnown, true)
        sink.enter(.name(name))
        defer { sink.leave() }
        for entry in plan.patterns {
            guard let matches = matching.matches(program.patterns[Int(entry.pattern)], name) else {
                return giveUp(.patternTooSlow)
            }
            guard matches else { continue }
            isKnown = true
            isValid = evaluate(entry.subschema, member, LookedAt.nothing, &sink) && isValid
        }
        if !isKnown, plan.additional >= 0 {
            isKnown = true
            if subschemas[Int(plan.additional)].kind == .never {
                let step = Step(
                    subschema: here.subschema,
                    instruction: here.instruction,
                    value: member,
                    frame: here.frame
                )
                isValid = fail(step, &sink, .additionalProperties)
            } else {
                isValid = evaluate(plan.additional, member, LookedAt.nothing, &sink)
            }
        }
        if isKnown, here.frame != LookedAt.nothing { looked.mark(position, in: here.frame) }
        return isValid
    }

    @inline(never)
    private func failMissing<Sink: IssueSink>(
        _ plan: ObjectPlan,
        _ here: Step,
        _ sink: inout Sink,
        _ isThere: (Int) -> Bool
    ) -> Bool {
        guard Sink.isCollecting else { return false }
        for place in 0..<plan.names.count where plan.required[place / 64] >> UInt64(place % 64) & 1 == 1 {
            if !isThere(place) {
                _ = fail(here, &sink, .required, detail: .missing(plan.names.name(place), with: nil))
            }
        }
        return false
    }
}
