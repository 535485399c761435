import JSONReading
import Testing

private func number(_ text: String) -> DecimalNumber {
    var text = text
    return text.withUTF8 { DecimalNumber($0) }
}

@Test(
    "numbers compare by what they are, not by how they are written",
    arguments: [
        ("1", "1.0", 0), ("1e2", "100", 0), ("-0", "0", 0), ("0e99", "0.00", 0), ("10e-1", "1", 0),
        ("1", "2", -1), ("-1", "-2", 1),
        ("-1", "1", -1), ("0.1", "0.10000000000000000001", -1), ("9007199254740993", "9007199254740992", 1),
        ("1e18", "1000000000000000000", 0),
        ("1e19", "9999999999999999999", 1), ("12345678901234567890", "12345678901234567891", -1),
        ("1e400", "1e399", 1), ("-1e400", "1", -1),
        ("1e-400", "0", 1), ("1e-9999", "1e-10000", 1), ("0.5", "5e-1", 0),
        ("123456789012345678.5", "123456789012345678", 1),
        ("999999999999999999", "1e18", -1), ("1e999999999", "1e999999998", 1), ("0", "-1e-999999999", 1),
        ("1E3", "1e+3", 0),
        ("972783798187987123879878123.18878137", "972783798187987123879878123.188781371", -1),
    ]
)
func comparing(one: String, other: String, order: Int) {
    #expect(number(one).compare(number(other)) == order)
    #expect(number(other).compare(number(one)) == -order)
    #expect((number(one) == number(other)) == (order == 0))
    if order == 0 { #expect(number(one).hashValue == number(other).hashValue) }
}

@Test(
    "a number without a fraction is an integer, however it is written",
    arguments: [
        ("1", true), ("1.0", true), ("1.50e1", true), ("1e300", true), ("1.5", false), ("1e-1", false),
        ("0.0", true), ("-0.0e-9", true),
        ("123456789012345678901234567890", true), ("123456789012345678901234567890.5", false),
        ("10e-1", true), ("1e-400", false),
    ]
)
func integers(text: String, isInteger: Bool) {
    #expect(number(text).isInteger == isInteger)
}

@Test(
    "multiples are exact",
    arguments: [
        ("0.3", "0.1", true), ("0.35", "0.01", true), ("19.99", "0.01", true), ("19.999", "0.01", false),
        ("4.35", "0.01", true),
        ("1e308", "0.5", true), ("1e308", "0.123456789", false), ("0", "7", true), ("7", "0", false),
        ("-9", "3", true),
        ("12391239123", "1e-8", true), ("0.0075", "0.0001", true), ("0.00751", "0.0001", false),
        ("1e999999999", "7", false), ("1e999999999", "8", true),
        ("123456789012345678901234567890", "10", true), ("123456789012345678901234567891", "10", false),
        ("246913578024691357802469135780", "123456789012345678901234567890", true), ("3", "1e1", false),
        ("1.5", "0.5", true), ("2e-400", "1e-400", true),
        ("1e-400", "2e-400", false),
        ("340282366920938463463374607431768211456", "18446744073709551616", true),
        ("340282366920938463463374607431768211457", "18446744073709551616", false),
    ]
)
func multiples(text: String, divisor: String, isMultiple: Bool) {
    #expect(number(text).isMultiple(of: number(divisor)) == isMultiple)
}

@Test("whatever the digits, the short and the long way agree", arguments: 0..<200)
func shortAndLong(seed: UInt64) {
    var random = SplitMix(state: seed)
    func some() -> String {
        let sign = random.below(2) == 0 ? "-" : ""
        let fraction = random.below(2) == 0 ? "" : ".\(random.below(10_000))"
        let exponent = random.below(3) == 0 ? "e\(Int(random.below(20)) - 10)" : ""
        return "\(sign)\(random.below(1_000_000))\(fraction)\(exponent)"
    }
    let (one, other) = (some(), some())
    let (a, b) = (number(one), number(other))
    // More zeros make the same number a long one.
    let zeros = String(repeating: "0", count: 30)
    func lengthened(_ text: String) -> DecimalNumber {
        let parts = text.split(separator: "e")
        let mantissa = parts[0].contains(".") ? parts[0] + zeros : parts[0] + "." + zeros
        return number(mantissa + (parts.count > 1 ? "e\(parts[1])" : ""))
    }
    #expect(a.compare(b) == lengthened(one).compare(lengthened(other)), "\(one) \(other)")
    #expect(a.isMultiple(of: b) == lengthened(one).isMultiple(of: lengthened(other)), "\(one) \(other)")
    #expect(a == lengthened(one))
    #expect(a.isInteger == lengthened(one).isInteger)
}
