import Cryptography

/// 256 random bits that stand for somebody: a session, a link for one use.
///
/// Only its hash is stored, so that who reads the database cannot act for anybody.
package struct SecretToken: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    package static let bytesCount = 32

    private let bytes: [UInt8]

    /// `nil` when the generator gives another number of bytes than it was asked for.
    package static func make(randomBytes: (Int) -> [UInt8]) -> Self? {
        Self(bytes: randomBytes(bytesCount))
    }

    /// Reads what a cookie or a link holds; `nil` for what no token looks like.
    package init?(_ text: String) {
        guard text.utf8.count <= 2 * Self.bytesCount, let bytes = BaseCoding.base64URL.decode(text) else {
            return nil
        }
        self.init(bytes: bytes)
    }

    private init?(bytes: [UInt8]) {
        guard bytes.count == Self.bytesCount else { return nil }
        self.bytes = bytes
    }

    /// For the cookie or the link, and nowhere else.
    package var text: String { BaseCoding.base64URL.encode(bytes) }

    /// What is stored and looked up; a plain hash is enough for so many random bits.
    package var hash: [UInt8] { SHA256.hash(bytes) }

    package var description: String { "SecretToken(hidden)" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

extension SecretToken {
    /// What each form of this session carries, which another site cannot know (CSRF).
    package func formToken(serverKey: [UInt8]) -> String {
        BaseCoding.base64URL.encode(mac(serverKey))
    }

    /// Whether a form that came in is one of this session's.
    package func isFormToken(_ text: String, serverKey: [UInt8]) -> Bool {
        guard text.utf8.count <= 2 * Self.bytesCount, let given = BaseCoding.base64URL.decode(text) else {
            return false
        }
        return constantTimeEqual(given, mac(serverKey))
    }

    private func mac(_ serverKey: [UInt8]) -> [UInt8] {
        HMAC.sha256(key: serverKey, message: Array("sen form token ".utf8) + hash)
    }
}
