import Cryptography

/// A cursor on the wire: letters that need no escaping, and that nobody mistakes for something to take apart.
enum CursorText {
    static func write(_ cursor: String) -> String { BaseCoding.base64URL.encode(Array(cursor.utf8)) }

    static func read(_ text: String) -> String? {
        BaseCoding.base64URL.decode(text).flatMap { String(validating: $0, as: UTF8.self) }
    }
}
