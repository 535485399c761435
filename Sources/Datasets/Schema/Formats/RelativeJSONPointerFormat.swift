import Language

/// A relative JSON pointer: `1/name`, `0#`.
///
/// How many levels to go up, without leading zeros, then a JSON pointer or `#` for the name of the place.
enum RelativeJSONPointerFormat: StringFormat {
    static let name = "relative-json-pointer"
    static let expectation = Text.formatRelativeJSONPointer

    static func isValid(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var scanner = TextScanner(text)
        let hasLeadingZero = scanner.next == UInt8(ascii: "0")
        let digits = scanner.takeWhile(\.isDigit)
        guard digits > 0, !hasLeadingZero || digits == 1 else { return false }
        if scanner.take("#") { return scanner.isAtEnd }
        return JSONPointerFormat.isValid(UnsafeBufferPointer(rebasing: text[scanner.at...]))
    }
}
