import JSONReading
import Testing

@Suite("Numbers for exact sums")
struct ScaledNumberTests {
    private func scaled(_ digits: String, _ decimals: Int) throws -> Int64? {
        let document = try JSONDocument(Array(digits.utf8))
        return try #require(document.root.decimal).scaled(decimals: decimals)
    }

    @Test(
        "a number is scaled without rounding",
        arguments: [
            ("12.5", 2, 1250), ("12.50", 1, 125), ("-0.07", 2, -7), ("1e3", 0, 1000), ("0e99", 0, 0),
            ("0.000", 0, 0),
            ("9223372036854775807", 0, Int64.max), ("120.000000000000000000000", 1, 1200),
            ("1e-2", 2, 1), ("5e18", 0, 5_000_000_000_000_000_000),
        ] as [(String, Int, Int64)]
    )
    func exact(_ digits: String, _ decimals: Int, _ expected: Int64) throws {
        #expect(try scaled(digits, decimals) == expected)
    }

    @Test(
        "what has more decimals or does not fit is refused",
        arguments: [
            ("12.555", 2), ("0.1", 0), ("9223372036854775808", 0), ("1e19", 0), ("1e400", 0), ("1e-400", 6),
            ("9300000000000000000", 1), ("0.12345678901234567890123", 2),
        ]
    )
    func refused(_ digits: String, _ decimals: Int) throws {
        #expect(try scaled(digits, decimals) == nil)
    }
}
