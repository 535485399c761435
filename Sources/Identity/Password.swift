import Foundation
import Language

/// A password in the one form that is hashed: NFC, so that `ế` typed on a phone is `ế` typed on a desk.
///
/// Length counts, not the mixture of signs, as NIST SP 800-63B section 5.1.1.2 asks.
package struct Password: Sendable, CustomStringConvertible, CustomReflectable {
    /// Code points after NFC: what SP 800-63B calls a character.
    package static let charactersMin = 12
    /// Bytes of UTF-8 after NFC: a long sentence fits; hashing work stays bounded.
    package static let bytesMax = 128
    /// Bytes of UTF-8 as typed, looked at before any normalisation: no text grows more than threefold from
    /// NFC to NFD.
    private static let typedBytesMax = 3 * bytesMax

    /// What goes into the hash.
    package let bytes: [UInt8]

    /// A password that somebody gives to be compared with a stored hash; `nil` when it is too long to be
    /// anybody's.
    package init?(toCompare typed: String) {
        guard typed.utf8.count <= Self.typedBytesMax else { return nil }
        let bytes = Array(typed.precomposedStringWithCanonicalMapping.utf8)
        guard bytes.count <= Self.bytesMax else { return nil }
        self.bytes = bytes
    }

    /// A password that somebody chooses for the account `name`.
    package init(toSet typed: String, for name: SignInName) throws(IdentityError) {
        guard let password = Self(toCompare: typed) else {
            throw IdentityError(.passwordTooLong, "over \(Self.bytesMax) bytes after NFC")
        }
        let text = String(decoding: password.bytes, as: UTF8.self)
        guard text.unicodeScalars.count >= Self.charactersMin else {
            throw IdentityError(.passwordTooShort, "under \(Self.charactersMin) characters after NFC")
        }
        let lowered = text.lowercased()
        guard lowered != name.text else {
            throw IdentityError(.passwordIsSignInName, "equals the sign-in name")
        }
        guard !CommonPasswords.contains(lowered) else {
            throw IdentityError(.passwordCommon, "among the first that a guesser tries")
        }
        self = password
    }

    /// Never the password: values end up in logs.
    package var description: String { "Password(hidden)" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
