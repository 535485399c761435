/// What a schema and one validation may cost; each number has its reason beside it.
///
/// A schema is written by people from many agencies, so it is taken as hostile: none may stop the server.
public enum SchemaLimits {
    /// Bytes of one schema: the largest in public use have some hundred kilobytes.
    public static let schemaBytesMax = 4 << 20
    /// Subschemas of one schema with all that it refers to; each takes about a hundred bytes.
    public static let subschemasMax = 50_000
    /// References followed without a step deeper into the value.
    ///
    /// A schema that refers to itself at the same place would never end; no honest one needs a chain this long.
    public static let referencesInPlaceMax = 64
    /// Subschemas inside each other during a validation, which is what the stack has to hold.
    ///
    /// Three for each level that the reader lets through; they take less than 1 MB of stack.
    public static let depthMax = 500
    /// Subschemas tried for each value of a record.
    ///
    /// Alternatives inside alternatives multiply; a record of a thousand values may try a million subschemas
    /// (some 20 ms), and not more.
    public static let stepsPerValue = 1_000
    /// Subschemas that even the smallest record may try.
    public static let stepsMin = 50_000
    /// Back-tracking of one pattern on one text, in PCRE2's own count (at most some milliseconds).
    public static let patternMatchesMax: UInt32 = 250_000
    /// Memory for the back-tracking of one pattern.
    public static let patternStackBytesMax = 512 << 10
    /// Kilobytes that the interpreter takes where a pattern cannot be compiled to machine code.
    public static let patternHeapKilobytesMax: UInt32 = 4_096
    /// Characters of one pattern.
    public static let patternBytesMax = 16 << 10
    /// Groups inside each other in one pattern; PCRE2 itself stops at 250.
    public static let patternDepthMax = 200
    /// Issues that are reported for one record when the caller does not say another number.
    public static let issuesMax = 100
}
