import JSONReading

/// What happens with what does not fit.
protocol IssueSink {
    /// Whether to go on after the first failure.
    static var isCollecting: Bool { get }
    /// Whether nothing more is taken.
    var isFull: Bool { get }
    mutating func add(_ misfit: Misfit)
    /// The following failures are in a member or item of the value.
    mutating func enter(_ step: PathStep)
    mutating func leave()
}

/// One step from a value into it.
enum PathStep {
    case name(UnsafeBufferPointer<UInt8>)
    case index(Int)
}

/// Something that does not fit, while the record is in memory.
struct Misfit {
    enum Detail {
        case none
        /// A member that is missing, and the one that asks for it if any.
        case missing(UnsafeBufferPointer<UInt8>, with: UnsafeBufferPointer<UInt8>?)
        /// Two equal items.
        case equal(Int, Int)
        /// How many there are.
        case found(Int)
    }

    let subschema: Int32
    let keyword: SchemaKeyword?
    let value: JSONValue
    var detail = Detail.none
}

/// Nobody listens: the first failure decides.
struct NoIssues: IssueSink {
    static var isCollecting: Bool { false }
    var isFull: Bool { true }
    @inline(__always) mutating func add(_ misfit: Misfit) {}
    @inline(__always) mutating func enter(_ step: PathStep) {}
    @inline(__always) mutating func leave() {}
}
