/// One value inside a parsed text: a view of two machine words that costs nothing to pass on.
///
/// It is good for as long as the memory it lies in: until the ``JSONReader`` reads again, or as long as its
/// ``JSONDocument`` lives. Keep values, never views.
public struct JSONValue: BitwiseCopyable {
    /// Tag and payload; the values of a text lie one behind the other in its order.
    @usableFromInline let words: UnsafePointer<UInt64>

    @inlinable
    init(words: UnsafePointer<UInt64>) { self.words = words }

    @inlinable var tag: UInt64 { words[0] }

    /// Whether the value is null, a boolean, a number, a string, an array or an object.
    @inlinable public var kind: JSONKind {
        switch tag & KindBits.mask {
        case KindBits.number: .number
        case KindBits.boolean: .boolean
        case KindBits.string: .string
        case KindBits.array: .array
        case KindBits.object: .object
        default: .null
        }
    }

    /// One bit for each kind, so that a set of kinds is asked for with one `&`: see ``kindBit(of:)``.
    @inlinable public var kindBit: UInt8 { 1 &<< UInt8(truncatingIfNeeded: tag & KindBits.mask) }

    /// The bit that ``kindBit`` has for values of `kind`.
    @inlinable
    public static func kindBit(of kind: JSONKind) -> UInt8 {
        switch kind {
        case .null: 1 << UInt8(KindBits.null)
        case .boolean: 1 << UInt8(KindBits.boolean)
        case .number: 1 << UInt8(KindBits.number)
        case .string: 1 << UInt8(KindBits.string)
        case .array: 1 << UInt8(KindBits.array)
        case .object: 1 << UInt8(KindBits.object)
        }
    }

    /// Whether this is a string.
    @inlinable public var isString: Bool { tag & KindBits.mask == KindBits.string }
    /// Whether this is a number.
    @inlinable public var isNumber: Bool { tag & KindBits.mask == KindBits.number }
    /// Whether this is an array.
    @inlinable public var isArray: Bool { tag & KindBits.mask == KindBits.array }
    /// Whether this is an object.
    @inlinable public var isObject: Bool { tag & KindBits.mask == KindBits.object }

    /// The boolean; `nil` for other kinds.
    @inlinable public var boolean: Bool? {
        tag & KindBits.mask == KindBits.boolean ? tag & KindBits.isTrue != 0 : nil
    }

    /// Bytes of a string or number, members of an array or object, else 0.
    @inlinable public var count: Int { Int(truncatingIfNeeded: tag >> KindBits.width) }

    /// The UTF-8 of a string, unescaped, or the digits of a number as they are written; no copy is made.
    ///
    /// Empty for other kinds.
    @inlinable public var utf8: UnsafeBufferPointer<UInt8> {
        let bits = tag & KindBits.mask
        guard bits == KindBits.string || bits == KindBits.number else {
            return UnsafeBufferPointer(start: nil, count: 0)
        }
        return UnsafeBufferPointer(start: textStart, count: count)
    }

    @inlinable var textStart: UnsafePointer<UInt8>? { UnsafePointer(bitPattern: UInt(words[1])) }

    /// A copy of a string; `nil` for other kinds.
    public var string: String? { isString ? String(decoding: utf8, as: UTF8.self) : nil }

    /// Whether this is the string `text`.
    public func equals(_ text: StaticString) -> Bool {
        guard isString, count == text.utf8CodeUnitCount else { return false }
        return utf8.elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: count))
    }

    /// How many values lie in this one, itself and the names of members counted too.
    @inlinable public var valueCount: Int {
        tag & KindBits.mask >= KindBits.array ? Int(truncatingIfNeeded: words[1] >> 4) : 1
    }

    /// The value that follows this one and all that lies in it.
    @inlinable var next: JSONValue { JSONValue(words: words + 2 * valueCount) }

    /// Something that stays the same for this value while its memory lives and that no other value there has.
    public var identity: UInt { UInt(bitPattern: words) }

    /// The member called `name`; `nil` when there is none or this is no object.
    public func member(_ name: UnsafeBufferPointer<UInt8>) -> JSONValue? {
        for member in members where member.name.hasSameBytes(as: name) { return member.value }
        return nil
    }

    /// The member called `name`; `nil` when there is none or this is no object.
    public subscript(name: String) -> JSONValue? {
        var name = name
        return name.withUTF8 { member($0) }
    }

    /// The element at `index`; `nil` when there is none or this is no array.
    public subscript(index: Int) -> JSONValue? {
        guard isArray, index >= 0, index < count else { return nil }
        var elements = elements.makeIterator()
        for _ in 0..<index { _ = elements.next() }
        return elements.next()
    }
}

extension UnsafeBufferPointer where Element == UInt8 {
    /// Whether both hold the same bytes.
    @inlinable
    public func hasSameBytes(as other: UnsafeBufferPointer<UInt8>) -> Bool {
        guard count == other.count else { return false }
        guard let start = baseAddress, let otherStart = other.baseAddress else { return count == 0 }
        return sameBytes(start, otherStart, count)
    }
}

/// Compares eight bytes at a time, which for names is quicker than a call.
@inlinable
func sameBytes(_ one: UnsafePointer<UInt8>, _ other: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    let (a, b) = (UnsafeRawPointer(one), UnsafeRawPointer(other))
    var at = 0
    while at &+ 8 <= count {
        if a.loadUnaligned(fromByteOffset: at, as: UInt64.self)
            != b.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        {
            return false
        }
        at &+= 8
    }
    while at < count {
        if one[at] != other[at] { return false }
        at &+= 1
    }
    return true
}
