import Language

/// An e-mail address: `van.thu@nghean.gov.vn`.
///
/// RFC 5321, section 4.1.2 `Mailbox`: up to 64 characters before the `@`, also in quotes; a host name or an address in
/// brackets behind it. Without a name and angle brackets.
enum EmailFormat: StringFormat {
    static let name = "email"
    static let expectation = Text.formatEmail

    static func isValid(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let domain = Mailbox.domain(of: text, isInternational: false) else { return false }
        return Mailbox.isLiteral(domain) || Mailbox.isPlainDomain(domain)
    }
}

/// The parts of a mailbox, which both formats of addresses share.
enum Mailbox {
    /// RFC 5321, section 4.5.3.1.1.
    private static let localBytesMax = 64
    /// Section 4.5.3.1.2.
    private static let domainBytesMax = 255

    /// What stands behind the `@` when what stands before it is a local part; `nil` when it is none.
    static func domain(of text: UnsafeBufferPointer<UInt8>, isInternational: Bool) -> UnsafeBufferPointer<
        UInt8
    >? {
        var scanner = TextScanner(text)
        let isLocal =
            scanner.next == UInt8(ascii: "\"")
            ? readQuoted(&scanner, isInternational) : readDotted(&scanner, isInternational)
        guard isLocal, scanner.at <= localBytesMax, scanner.take("@") else { return nil }
        let domain = UnsafeBufferPointer(rebasing: text[scanner.at...])
        return domain.isEmpty || domain.count > domainBytesMax ? nil : domain
    }

    private static func readDotted(_ scanner: inout TextScanner, _ isInternational: Bool) -> Bool {
        repeat {
            let count = scanner.takeWhile { byte in
                byte.isLetter || byte.isDigit || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
                    || (isInternational && byte >= 0x80)
            }
            guard count > 0 else { return false }
        } while scanner.take(".")
        return true
    }

    private static func readQuoted(_ scanner: inout TextScanner, _ isInternational: Bool) -> Bool {
        guard scanner.take("\"") else { return false }
        while let byte = scanner.takeAny() {
            switch byte {
            case UInt8(ascii: "\""): return true
            case UInt8(ascii: "\\"):
                guard let escaped = scanner.takeAny(), (32...126).contains(escaped) else { return false }
            case 32...126: break
            default: guard isInternational, byte >= 0x80 else { return false }
            }
        }
        return false
    }

    static func isPlainDomain(_ domain: UnsafeBufferPointer<UInt8>) -> Bool {
        domain.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy {
            HostnameFormat.isPlainLabel(UnsafeBufferPointer(rebasing: $0))
        }
    }

    /// An address in brackets: IPv4, IPv6 or another kind with its tag.
    static func isLiteral(_ domain: UnsafeBufferPointer<UInt8>) -> Bool {
        guard domain.first == UInt8(ascii: "["), domain.last == UInt8(ascii: "]"), domain.count > 2 else {
            return false
        }
        let inner = UnsafeBufferPointer(rebasing: domain[1..<domain.count - 1])
        if IPv4Format.isValid(inner) { return true }
        guard let colon = inner.firstIndex(of: UInt8(ascii: ":")) else { return false }
        let (tag, content) = (
            UnsafeBufferPointer(rebasing: inner[..<colon]),
            UnsafeBufferPointer(rebasing: inner[(colon + 1)...])
        )
        if String(decoding: tag, as: UTF8.self).lowercased() == "ipv6" { return IPv6Format.isValid(content) }
        let isContent = content.allSatisfy { (33...90).contains($0) || (94...126).contains($0) }
        return HostnameFormat.isPlainLabel(tag) && !content.isEmpty && isContent
    }
}
