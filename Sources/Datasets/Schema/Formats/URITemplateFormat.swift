import Language

/// An address with places to fill in: `https://nghean.gov.vn/xa/{code}{?year}`.
///
/// RFC 6570, up to level 4: operators, lists, prefixes (`{name:3}`) and `*`.
enum URITemplateFormat: StringFormat {
    static let name = "uri-template"
    static let expectation = Text.formatURITemplate

    static func isValid(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var scanner = TextScanner(text)
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars where !scalar.isASCII {
            let value = scalar.value
            guard URIGrammar.Characters.isInternational(value) || URIGrammar.Characters.isPrivate(value)
            else { return false }
        }
        while let byte = scanner.takeAny() {
            switch byte {
            case UInt8(ascii: "{"): guard readExpression(&scanner) else { return false }
            case UInt8(ascii: "%"): guard readHexDigits(&scanner) else { return false }
            case 0...0x20, 0x7F: return false
            default: if #""<>\^`|}"#.utf8.contains(byte) { return false }
            }
        }
        return true
    }

    private static func readHexDigits(_ scanner: inout TextScanner) -> Bool {
        for _ in 0..<2 {
            guard let digit = scanner.takeAny(), digit.isHexDigit else { return false }
        }
        return true
    }

    private static func readExpression(_ scanner: inout TextScanner) -> Bool {
        if let byte = scanner.next, "+#./;?&=,!@|".utf8.contains(byte) { _ = scanner.takeAny() }
        repeat {
            guard readVariable(&scanner) else { return false }
        } while scanner.take(",")
        return scanner.take("}")
    }

    /// A name, with its prefix or star.
    private static func readVariable(_ scanner: inout TextScanner) -> Bool {
        repeat {
            var count = 0
            while let byte = scanner.next {
                if byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_") {
                    _ = scanner.takeAny()
                } else if scanner.take("%") {
                    guard readHexDigits(&scanner) else { return false }
                } else {
                    break
                }
                count += 1
            }
            guard count > 0 else { return false }
        } while scanner.take(".")
        if scanner.take(":") {
            let isPositive = scanner.next != UInt8(ascii: "0")
            return isPositive && (1...4).contains(scanner.takeWhile(\.isDigit))
        }
        _ = scanner.take("*")
        return true
    }
}
