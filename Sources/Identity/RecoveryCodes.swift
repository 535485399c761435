import Cryptography

/// The codes on paper for the day the phone is gone: each works once.
package struct RecoveryCodes: Hashable, Sendable, Codable {
    /// As many as fit on a card.
    package static let count = 10
    /// 80 random bits: a plain hash of them cannot be searched, and they are sixteen letters to type.
    static let bytesEach = 10
    /// Letters between two dashes, for the eye.
    private static let groupLength = 4

    /// Hashes of the codes that were not used yet.
    package private(set) var hashes: [[UInt8]]

    /// From the store.
    package init(hashes: [[UInt8]]) { self.hashes = hashes }

    /// New codes and what is stored of them; the texts are shown once.
    package static func make(randomBytes: (Int) -> [UInt8]) -> (texts: [String], stored: Self) {
        let codes = (0..<count).map { _ in randomBytes(bytesEach) }
        return (codes.map(text), Self(hashes: codes.map { SHA256.hash($0) }))
    }

    /// Whether `typed` is one of the codes that are left; if so it is used up.
    package mutating func use(_ typed: String) -> Bool {
        guard typed.utf8.count <= 64 else { return false }  // sixteen letters, and room for dashes and spaces
        let letters = typed.filter { $0 != "-" && $0 != " " }
        guard let bytes = BaseCoding.base32.decode(letters), bytes.count == Self.bytesEach else {
            return false
        }
        let hash = SHA256.hash(bytes)
        // each is compared, so that the time taken does not say where it stands
        let matches = hashes.map { constantTimeEqual($0, hash) }
        guard let found = matches.firstIndex(of: true) else { return false }
        hashes.remove(at: found)
        return true
    }

    private static func text(of bytes: [UInt8]) -> String {
        let letters = Array(BaseCoding.base32.encode(bytes))
        return stride(from: 0, to: letters.count, by: groupLength)
            .map { String(letters[$0..<min($0 + groupLength, letters.count)]) }
            .joined(separator: "-")
    }
}
