import Language

/// A regular expression: `^[0-9]{2}$`.
///
/// ECMA-262, section 22.2, with the flag `u`, of which nothing is left out: an escape without a meaning (`\a`, `\Z`), a
/// lone brace or a group of an unknown kind is refused.
enum RegexFormat: StringFormat {
    static let name = "regex"
    static let expectation = Text.formatRegex

    static func isValid(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        (try? ECMAPattern(String(decoding: text, as: UTF8.self), strict: true)) != nil
    }
}
