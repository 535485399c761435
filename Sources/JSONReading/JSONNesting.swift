/// How deep arrays and objects lie inside each other, told from the brackets alone.
package enum JSONNesting {
    /// Where a text first nests deeper than `depthMax`, in bytes; `nil` when it nowhere does.
    ///
    /// Asked before a parser that calls itself for each level sees the text, so that none can fill the stack.
    package static func offset(deeperThan depthMax: Int, in text: some Sequence<UInt8>) -> Int? {
        var (depth, isInString, isEscaped) = (0, false, false)
        for (offset, byte) in text.enumerated() {
            if isInString {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInString = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isInString = true
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                depth += 1
                if depth > depthMax { return offset }
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            default: break
            }
        }
        return nil
    }
}
