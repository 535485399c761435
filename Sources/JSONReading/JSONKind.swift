/// The kinds of value that JSON has.
public enum JSONKind: Hashable, Sendable {
    case null, boolean, number, string, array, object
}

/// The low three bits of a value's tag, as the parser gives them.
@usableFromInline
enum KindBits {
    @usableFromInline static let mask: UInt64 = 7
    @usableFromInline static let number: UInt64 = 1
    @usableFromInline static let null: UInt64 = 2
    @usableFromInline static let boolean: UInt64 = 3
    @usableFromInline static let string: UInt64 = 5
    @usableFromInline static let array: UInt64 = 6
    @usableFromInline static let object: UInt64 = 7
    /// Set in the tag of `true`.
    @usableFromInline static let isTrue: UInt64 = 8
    /// A text's length or the number of members stands above these bits.
    @usableFromInline static let width: UInt64 = 8
}
