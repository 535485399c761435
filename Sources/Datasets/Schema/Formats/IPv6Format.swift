import Language

/// An IPv6 address: `2001:db8::1`.
///
/// RFC 4291, section 2.2: eight groups of hexadecimal digits, one run of zeros left out by `::`, the last two groups
/// also as an IPv4 address. Without brackets, zone and length of prefix.
enum IPv6Format: StringFormat {
    static let name = "ipv6"
    static let expectation = Text.formatIPv6

    static func isValid(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var scanner = TextScanner(text)
        var (groups, isShortened) = (0, false)
        if scanner.take(":") {
            guard scanner.take(":") else { return false }
            isShortened = true
        }
        while !scanner.isAtEnd {
            var address = scanner
            if groups <= 6, IPv4Format.read(&address), address.isAtEnd {
                return isWhole(groups + 2, isShortened)
            }
            guard (1...4).contains(scanner.takeWhile(\.isHexDigit)) else { return false }
            groups += 1
            if scanner.isAtEnd { break }
            guard groups <= 8, scanner.take(":"), !scanner.isAtEnd else { return false }
            if scanner.take(":") {
                if isShortened { return false }
                isShortened = true
            }
        }
        return isWhole(groups, isShortened)
    }

    private static func isWhole(_ groups: Int, _ isShortened: Bool) -> Bool {
        isShortened ? groups < 8 : groups == 8
    }
}
