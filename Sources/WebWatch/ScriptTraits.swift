import HTMLParsing

/// What an inline script looks like, judged from its text.
package struct ScriptTraits: Hashable, Sendable {
    /// Written so that nobody reads it.
    package var isObfuscated = false
    /// Asks where the visitor comes from and sends the visitor away.
    package var redirectsByReferer = false
    /// Sends the visitor to a host outside, always.
    package var redirectHosts: Set<String> = []

    init() {}

    /// Bytes of a script looked at: a packed library may have a megabyte, an injection stands at its start or end.
    static let bytesMax = 64 << 10

    init(_ script: Bytes) {
        let text = script[0..<Self.bytesMax]
        isObfuscated = Self.looksObfuscated(text)
        let movesOn = Self.has(text, Self.moves)
        redirectsByReferer = movesOn && Self.has(text, ["referrer", "referer"]) && Self.asksForSearch(text)
    }

    private static let moves: [StaticString] = [
        "location.href", "location.replace", "location.assign", "window.location", "document.location",
        "top.location", "self.location", "location=",
    ]

    /// Names of search engines, or a condition on the user agent beside the referer.
    private static func asksForSearch(_ text: Bytes) -> Bool {
        has(
            text,
            [
                "google", "coccoc", "bing", "yahoo", "search", "useragent", ".test(", "indexof(", "match(",
                "includes(",
            ]
        )
    }

    /// Two marks of packing together: one alone stands in honest libraries.
    private static func looksObfuscated(_ text: Bytes) -> Bool {
        var marks = 0
        if has(text, ["eval(function(p,a,c,k,e", "eval(atob(", "eval(unescape(", "eval(decodeuricomponent("])
        {
            marks += 2
        }
        if has(text, ["function(_0x", "var _0x", "const _0x", "let _0x"]) { marks += 2 }
        if has(text, ["string.fromcharcode("]), commas(text) > 12 { marks += 1 }
        if has(text, ["eval(", "new function(", "settimeout(atob", "document.write(unescape("]) {
            marks += 1
        }
        if has(text, ["atob(", "unescape("]) { marks += 1 }
        if escapes(text) > 24 { marks += 1 }
        if longestWord(text) > 400 { marks += 1 }
        return marks >= 2
    }

    private static func has(_ text: Bytes, _ words: [StaticString]) -> Bool {
        words.contains { text.firstIndex(ofIgnoringCase: $0) != nil }
    }

    private static func commas(_ text: Bytes) -> Int {
        guard let call = text.firstIndex(ofIgnoringCase: "fromcharcode(") else { return 0 }
        return text[call..<call + 400].buffer.count { $0 == 0x2C }
    }

    /// `\x41`, `\u0041` and `%41`.
    private static func escapes(_ text: Bytes) -> Int {
        var (found, at) = (0, 0)
        while at + 1 < text.count {
            let byte = text[at]
            if byte == 0x5C, Bytes.lower(text[at + 1]) == 0x78 || text[at + 1] == 0x75 { found += 1 }
            if byte == 0x25, text[at + 1] &- 0x32 < 6 { found += 1 }
            at += 1
        }
        return found
    }

    private static func longestWord(_ text: Bytes) -> Int {
        var (longest, length) = (0, 0)
        for byte in text.buffer {
            let isWord = Bytes.lower(byte) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2B || byte == 0x2F
            length = isWord ? length + 1 : 0
            longest = max(longest, length)
        }
        return longest
    }

    /// A hash that digits, hexadecimal runs, random words and white space do not change.
    ///
    /// Tokens, clocks and counters in a script make no new script.
    static func hash(_ script: Bytes) -> UInt64 {
        var hash = StableHash()
        var at = 0
        while at < script.count {
            guard isWordByte(script[at]) else {
                if !Bytes.isSpace(script[at]) { hash.add(script[at]) }
                at += 1
                continue
            }
            let start = at
            var hasDigit = false
            while at < script.count, isWordByte(script[at]) {
                hasDigit = hasDigit || script[at] &- 0x30 < 10
                at += 1
            }
            if hasDigit, at - start >= tokenBytesMin { continue }
            add(script[start..<at], hasDigit, to: &hash)
        }
        return hash.value
    }

    /// A word of this length with a digit in it is a token.
    private static let tokenBytesMin = 16

    private static func isWordByte(_ byte: UInt8) -> Bool {
        Bytes.lower(byte) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F || byte == 0x2B || byte == 0x3D
    }

    /// Adds a word without its digits and, when it has any, without the hexadecimal letters beside them.
    private static func add(_ word: Bytes, _ hasDigit: Bool, to hash: inout StableHash) {
        for byte in word.buffer where !hasDigit || byte &- 0x30 >= 10 && Bytes.lower(byte) &- 0x61 >= 6 {
            hash.add(byte)
        }
    }
}
