import JSONReading

/// One validation on its way through a program: what is left of its limits and what was looked at.
///
/// A value that calls itself for each subschema. Generic over what happens with failures, so that asking only whether
/// a record is valid stops at the first one and allocates nothing.
struct Evaluation {
    let program: SchemaProgram
    let subschemas: UnsafeBufferPointer<SchemaProgram.Subschema>
    let instructions: UnsafeBufferPointer<Instruction>
    private let usesDynamicScope: Bool
    /// Subschemas that may still be tried.
    private var steps = 0
    private var depth = 0
    /// References followed at the same place of the record.
    var inPlace = 0
    private(set) var stop: SchemaStop?
    var looked = LookedAt()
    var matching = PatternMatching()
    /// Resources that are entered, the outermost first.
    var scope: [Int32] = []

    init(_ program: SchemaProgram) {
        self.program = program
        subschemas = program.subschemas
        instructions = program.instructions
        usesDynamicScope = !program.dynamicReferences.isEmpty
    }

    /// Validates a whole record.
    mutating func run<Sink: IssueSink>(_ value: JSONValue, _ sink: inout Sink) -> Bool {
        let size = value.valueCount.multipliedReportingOverflow(by: SchemaLimits.stepsPerValue)
        steps = size.overflow ? .max : max(size.partialValue, SchemaLimits.stepsMin)
        (depth, inPlace, stop) = (0, 0, nil)
        scope.removeAll(keepingCapacity: true)
        let isValid = evaluate(program.root, value, LookedAt.nothing, &sink)
        return isValid && stop == nil
    }

    /// Gives up; everything that is asked afterwards is answered with false at once.
    @inline(never)
    mutating func giveUp(_ reason: SchemaStop) -> Bool {
        if stop == nil { stop = reason }
        steps = -1
        return false
    }

    /// Whether `value` is valid under the subschema `number`, whose members are noted in `frame`.
    mutating func evaluate<Sink: IssueSink>(
        _ number: Int32,
        _ value: JSONValue,
        _ frame: LookedAt.Frame,
        _ sink: inout Sink
    ) -> Bool {
        let subschema = subschemas[Int(number)]
        switch subschema.kind {
        case .always: return true
        case .never:
            sink.add(Misfit(subschema: number, keyword: nil, value: value))
            return false
        case .general: break
        }
        steps &-= 1
        guard steps >= 0 else { return giveUp(.tooManySteps) }
        guard depth < SchemaLimits.depthMax else { return giveUp(.tooDeep) }
        depth &+= 1
        defer { depth &-= 1 }
        if !usesDynamicScope, !subschema.tracksMembers {
            return perform(number, subschema, value, frame, &sink)
        }
        return evaluateWithNotes(number, subschema, value, frame, &sink)
    }

    /// With the resource noted for dynamic references, and the members for `unevaluated…`.
    private mutating func evaluateWithNotes<Sink: IssueSink>(
        _ number: Int32,
        _ subschema: SchemaProgram.Subschema,
        _ value: JSONValue,
        _ frame: LookedAt.Frame,
        _ sink: inout Sink
    ) -> Bool {
        let entersResource = usesDynamicScope && scope.last != subschema.resource
        if entersResource { scope.append(subschema.resource) }
        defer { if entersResource { scope.removeLast() } }
        guard subschema.tracksMembers, value.isObject || value.isArray else {
            return perform(number, subschema, value, frame, &sink)
        }
        // What cousins looked at does not count here, so it gets notes of its own.
        let own = looked.push(value.count)
        let isValid = perform(number, subschema, value, own, &sink)
        if isValid { looked.merge(own, into: frame) }
        looked.pop(own)
        return isValid
    }

    /// Whether `value` is valid under a subschema whose failures nobody hears of; members count only when it is.
    mutating func isValid(_ number: Int32, _ value: JSONValue, _ frame: LookedAt.Frame) -> Bool {
        var silence = NoIssues()
        guard frame != LookedAt.nothing else { return evaluate(number, value, frame, &silence) }
        let trial = looked.push(value.count)
        let isValid = evaluate(number, value, trial, &silence)
        if isValid { looked.merge(trial, into: frame) }
        looked.pop(trial)
        return isValid
    }

    private mutating func perform<Sink: IssueSink>(
        _ number: Int32,
        _ subschema: SchemaProgram.Subschema,
        _ value: JSONValue,
        _ frame: LookedAt.Frame,
        _ sink: inout Sink
    ) -> Bool {
        var isValid = true
        var at = Int(subschema.first)
        let end = Int(subschema.end)
        while at < end {
            let here = Step(subschema: number, instruction: at, value: value, frame: frame)
            if !follow(instructions[at], here, &sink) {
                isValid = false
                if !Sink.isCollecting || sink.isFull || stop != nil { return false }
            }
            at &+= 1
        }
        return isValid
    }
}

/// Where an instruction stands and what it looks at.
struct Step {
    let subschema: Int32
    let instruction: Int
    let value: JSONValue
    let frame: LookedAt.Frame
}

extension Evaluation {
    /// Carries one instruction out; each is in the file of its keyword.
    @inline(__always)
    private mutating func follow<Sink: IssueSink>(
        _ instruction: Instruction,
        _ here: Step,
        _ sink: inout Sink
    ) -> Bool {
        switch instruction {
        case .type(let kinds, let integer): type(kinds, integer, here, &sink)
        case .integer(let low, let high): integer(low, high, here, &sink)
        case .bounds(let number): bounds(number, here, &sink)
        case .multiple(let number): multiple(number, here, &sink)
        case .length(let min, let max): length(min, max, here, &sink)
        case .pattern(let number): pattern(number, here, &sink)
        case .format(let number): format(number, here, &sink)
        case .word(let table): word(table, here, &sink)
        case .constant(let number): constant(number, here, &sink)
        case .choice(let first, let count): choice(first, count, here, &sink)
        case .itemCount(let min, let max): itemCount(min, max, here, &sink)
        case .unique: unique(here, &sink)
        case .items(let first, let count, let rest): items(first, count, rest, here, &sink)
        case .contains(let number, let min, let max): contains(number, min, max, here, &sink)
        case .unevaluatedItems(let number): unevaluatedItems(number, here, &sink)
        case .memberCount(let min, let max): memberCount(min, max, here, &sink)
        case .members(let number): members(number, here, &sink)
        case .names(let number): names(number, here, &sink)
        case .dependencies(let number): dependencies(number, here, &sink)
        case .unevaluatedProperties(let number): unevaluatedProperties(number, here, &sink)
        case .all(let first, let count): all(first, count, here, &sink)
        case .any(let first, let count): any(first, count, here, &sink)
        case .one(let first, let count): one(first, count, here, &sink)
        case .not(let number): not(number, here, &sink)
        case .condition(let condition, let then, let other):
            self.condition(condition, then, other, here, &sink)
        case .reference(let number): reference(number, here, &sink)
        case .dynamicReference(let number): dynamicReference(number, here, &sink)
        }
    }

    /// Reports what does not fit; always false.
    @inline(__always)
    func fail<Sink: IssueSink>(
        _ here: Step,
        _ sink: inout Sink,
        _ keyword: SchemaKeyword? = nil,
        detail: Misfit.Detail = .none
    ) -> Bool {
        if Sink.isCollecting {
            let keyword = keyword ?? program.keywords[here.instruction]
            sink.add(Misfit(subschema: here.subschema, keyword: keyword, value: here.value, detail: detail))
        }
        return false
    }
}
