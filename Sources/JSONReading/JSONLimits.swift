/// What a JSON text may hold at most; each number has its reason beside it.
public struct JSONLimits: Hashable, Sendable {
    /// Bytes of one text, since all of it is in memory while it is read (the parser takes up to 13 bytes for each).
    public var bytesMax: Int
    /// Arrays and objects inside each other.
    ///
    /// Everything that walks a value calls itself for each level; 128 is more than any form and less than any stack.
    public var depthMax: Int
    /// Values of one text, names of members counted too: 16 bytes of memory for two bytes of text.
    public var valuesMax: Int
    /// Characters of one number: arithmetic on decimals costs the square of them.
    public var numberBytesMax: Int

    /// The limits for one record, which nobody should need to change.
    public init(
        bytesMax: Int = 16 << 20,
        depthMax: Int = 128,
        valuesMax: Int = 4_000_000,
        numberBytesMax: Int = 1_000
    ) {
        self.bytesMax = bytesMax
        self.depthMax = depthMax
        self.valuesMax = valuesMax
        self.numberBytesMax = numberBytesMax
    }

    /// Digits of an exponent, so that sums of exponents cannot overflow; nobody measures 10^999999999.
    static let exponentDigitsMax = 9
}
