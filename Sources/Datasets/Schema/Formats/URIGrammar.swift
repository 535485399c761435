/// The grammar of addresses: RFC 3986, and RFC 3987 for those in any script.
enum URIGrammar {
    /// Whether `text` is an address, or a reference when `isReference`.
    static func isValid(_ text: UnsafeBufferPointer<UInt8>, isReference: Bool, isInternational: Bool) -> Bool
    {
        // One that is not UTF-8 text cannot come out of the reader.
        let grammar = Characters(isInternational: isInternational)
        var rest = text[...]
        if let mark = rest.firstIndex(of: UInt8(ascii: "#")) {
            guard grammar.allow(rest[(mark + 1)...], "/?:@") else { return false }
            rest = rest[..<mark]
        }
        if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
            guard grammar.allow(rest[(mark + 1)...], "/?:@", isQuery: true) else { return false }
            rest = rest[..<mark]
        }
        let firstSegment = rest.prefix { $0 != UInt8(ascii: "/") }
        if let colon = firstSegment.firstIndex(of: UInt8(ascii: ":")) {
            guard isScheme(rest[..<colon]) else { return false }
            rest = rest[(colon + 1)...]
        } else if !isReference {
            return false
        }
        if rest.starts(with: "//".utf8) {
            rest = rest.dropFirst(2)
            let authority = rest.prefix { $0 != UInt8(ascii: "/") }
            guard isAuthority(authority, grammar) else { return false }
            rest = rest[authority.endIndex...]
        }
        return grammar.allow(rest, "/:@")
    }

    private typealias Part = Slice<UnsafeBufferPointer<UInt8>>

    private static func isScheme(_ part: Part) -> Bool {
        guard let first = part.first, first.isLetter else { return false }
        return part.allSatisfy { $0.isLetter || $0.isDigit || "+-.".utf8.contains($0) }
    }

    private static func isAuthority(_ part: Part, _ grammar: Characters) -> Bool {
        var host = part
        if let at = part.firstIndex(of: UInt8(ascii: "@")) {
            guard grammar.allow(part[..<at], ":") else { return false }
            host = part[(at + 1)...]
        }
        if host.first == UInt8(ascii: "[") {
            guard let end = host.firstIndex(of: UInt8(ascii: "]")) else { return false }
            let address = UnsafeBufferPointer(rebasing: host[(host.startIndex + 1)..<end])
            return (IPv6Format.isValid(address) || isFutureAddress(address)) && isPort(host[(end + 1)...])
        }
        let colon = host.firstIndex(of: UInt8(ascii: ":")) ?? host.endIndex
        return grammar.allow(host[..<colon], "") && isPort(host[colon...])
    }

    private static func isPort(_ part: Part) -> Bool {
        part.isEmpty || (part.first == UInt8(ascii: ":") && part.dropFirst().allSatisfy(\.isDigit))
    }

    private static func isFutureAddress(_ address: UnsafeBufferPointer<UInt8>) -> Bool {
        var scanner = TextScanner(address)
        guard scanner.takeIgnoringCase("v"), scanner.takeWhile(\.isHexDigit) > 0, scanner.take(".") else {
            return false
        }
        let count = scanner.takeWhile {
            Characters.isUnreserved($0) || Characters.isDelimiter($0) || $0 == UInt8(ascii: ":")
        }
        return count > 0 && scanner.isAtEnd
    }

    /// Which characters a part may have.
    struct Characters {
        let isInternational: Bool

        static func isUnreserved(_ byte: UInt8) -> Bool {
            byte.isLetter || byte.isDigit || "-._~".utf8.contains(byte)
        }

        static func isDelimiter(_ byte: UInt8) -> Bool { "!$&'()*+,;=".utf8.contains(byte) }

        /// Unreserved characters, percent signs with two digits, delimiters and `others`.
        func allow(_ part: Slice<UnsafeBufferPointer<UInt8>>, _ others: StaticString, isQuery: Bool = false)
            -> Bool
        {
            let others = UnsafeBufferPointer(start: others.utf8Start, count: others.utf8CodeUnitCount)
            var at = part.startIndex
            while at < part.endIndex {
                let byte = part[at]
                if byte >= 0x80 {
                    guard isInternational, allowsBeyondASCII(part[at...], isQuery) else { return false }
                    repeat { at += 1 } while at < part.endIndex && part[at] & 0xC0 == 0x80
                    continue
                }
                if byte == UInt8(ascii: "%") {
                    guard at + 2 < part.endIndex, part[at + 1].isHexDigit, part[at + 2].isHexDigit else {
                        return false
                    }
                } else if !Self.isUnreserved(byte), !Self.isDelimiter(byte), !others.contains(byte) {
                    return false
                }
                at += 1
            }
            return true
        }

        private func allowsBeyondASCII(_ part: Slice<UnsafeBufferPointer<UInt8>>, _ isQuery: Bool) -> Bool {
            guard let scalar = String(decoding: part.prefix(4), as: UTF8.self).unicodeScalars.first else {
                return false
            }
            return Self.isInternational(scalar.value) || (isQuery && Self.isPrivate(scalar.value))
        }

        /// RFC 3987 `ucschar`.
        static func isInternational(_ value: UInt32) -> Bool {
            switch value {
            case 0xA0...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFEF: true
            case 0x10000...0xDFFFF: value & 0xFFFF <= 0xFFFD
            case 0xE1000...0xEFFFD: true
            default: false
            }
        }

        /// RFC 3987 `iprivate`, for queries only.
        static func isPrivate(_ value: UInt32) -> Bool {
            switch value {
            case 0xE000...0xF8FF, 0xF0000...0xFFFFD, 0x100000...0x10FFFD: true
            default: false
            }
        }
    }
}
