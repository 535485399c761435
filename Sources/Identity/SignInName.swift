import Foundation

/// The name that a person types to sign in: the same account whichever case or keyboard it was typed with.
///
/// Letters and digits of ASCII, and `.`, `_`, `-` and `@` between them, so that two names that look alike are
/// alike.
package struct SignInName: Hashable, Sendable {
    /// Long enough for an e-mail address of an agency, short enough for an index and a line of a table.
    package static let bytesMax = 64

    /// In lower case.
    package let text: String

    /// `nil` when no account can have this name; the caller answers as for an unknown one.
    package init?(_ typed: String) {
        // before any work that grows with the length; white space around a pasted name is forgiven
        guard typed.utf8.count <= Self.bytesMax * 2 else { return nil }
        let name = typed.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
        let bytes = Array(name.utf8)
        guard let first = bytes.first, let last = bytes.last, bytes.count <= Self.bytesMax,
            Self.isLetterOrDigit(first), Self.isLetterOrDigit(last),
            bytes.allSatisfy({ Self.isLetterOrDigit($0) || Self.joiners.contains($0) })
        else { return nil }
        text = name
    }

    private static let joiners = Set("._-@".utf8)

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
    }
}
