import JSONReading
import Testing

@Test(
    "a number is given as an integer where it is one that fits, and as the nearest double",
    arguments: [
        ("1", 1, 1.0), ("-0", 0, 0), ("1.0", 1, 1), ("1e3", 1_000, 1_000), ("1.5", nil, 1.5),
        ("0.1", nil, 0.1),
        ("9223372036854775807", .max, 0x1p63), ("-9223372036854775808", .min, -0x1p63),
        ("9223372036854775808", nil, 0x1p63), ("922337203685477580.70e1", .max, 0x1p63), ("1e19", nil, 1e19),
        ("1e400", nil, .infinity), ("-1e400", nil, -.infinity), ("1e-400", nil, 0),
        ("123456789012345678901234567890", nil, 1.2345678901234568e29), ("5e-324", nil, 5e-324),
    ] as [(String, Int64?, Double)]
)
func numbers(text: String, integer: Int64?, double: Double) throws {
    let document = try JSONDocument(Array(text.utf8))
    #expect(document.root.integer == integer)
    #expect(document.root.double == double)
}

@Test("what is no number is given as none", arguments: ["null", "true", "\"1\"", "[1]", "{}"])
func noNumbers(text: String) throws {
    let document = try JSONDocument(Array(text.utf8))
    #expect(document.root.integer == nil)
    #expect(document.root.double == nil)
    #expect(document.root.decimal == nil)
}

@Test(
    "equal values are equal whatever their writing and order, and have equal hashes",
    arguments: [
        ("[1,1.0,{\"a\":1,\"b\":[2]}]", "[1.0,1e0,{\"b\":[2.00],\"a\":10e-1}]", true),
        ("\"đ\"", "\"\\u0111\"", true),
        ("[1,2]", "[2,1]", false), ("{\"a\":null}", "{\"b\":null}", false), ("true", "false", false),
        ("{}", "[]", false), ("0", "-0.0", true), ("null", "null", true), ("[[]]", "[[[]]]", false),
    ]
)
func equality(one: String, other: String, areEqual: Bool) throws {
    let (first, second) = (try JSONDocument(Array(one.utf8)), try JSONDocument(Array(other.utf8)))
    #expect(first.root.isEqual(to: second.root) == areEqual)
    var (hasher, otherHasher) = (Hasher(), Hasher())
    first.root.hash(into: &hasher)
    second.root.hash(into: &otherHasher)
    if areEqual { #expect(hasher.finalize() == otherHasher.finalize()) }
}
