import Language

/// An IPv4 address: `203.162.4.191`.
///
/// RFC 2673, section 3.2: four decimal numbers up to 255 without leading zeros, and nothing else.
enum IPv4Format: StringFormat {
    static let name = "ipv4"
    static let expectation = Text.formatIPv4

    static func isValid(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var scanner = TextScanner(text)
        return read(&scanner) && scanner.isAtEnd
    }

    static func read(_ scanner: inout TextScanner) -> Bool {
        for part in 0..<4 {
            if part > 0, !scanner.take(".") { return false }
            let hasLeadingZero = scanner.next == UInt8(ascii: "0")
            var (number, count) = (0, 0)
            while let byte = scanner.next, byte.isDigit, count < 3 {
                number = number * 10 + Int(byte - 48)
                count += 1
                _ = scanner.takeAny()
            }
            guard count > 0, number <= 255, !hasLeadingZero || count == 1 else { return false }
        }
        return true
    }
}
