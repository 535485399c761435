import Cryptography

/// The written form of a signing key, the one that the note tools of the Go project write and read:
/// `PRIVATE+KEY+name+hash+key`.
extension NoteSigner {
    private static let prefix = "PRIVATE+KEY+"
    /// What the standard calls the signature type of Ed25519, the first byte of the key's bytes.
    private static let ed25519: UInt8 = 1

    /// The written form of the key of `seed`; `nil` when name or seed are not fit for one.
    package static func keyText(name: String, seed: [UInt8]) -> String? {
        guard let key = try? Ed25519PrivateKey(seed: seed), let signer = NoteSigner(name: name, key: key)
        else {
            return nil
        }
        let hash = BaseCoding.hex.encode(signer.verifyKey.id)
        return "\(prefix)\(name)+\(hash)+\(BaseCoding.base64.encode([ed25519] + seed))"
    }

    /// Reads ``keyText(name:seed:)``; `nil` when it is not one, or its hash is not of its key.
    package init?(keyText text: String) {
        guard text.hasPrefix(Self.prefix) else { return nil }
        let parts = text.dropFirst(Self.prefix.count)
            .split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let bytes = BaseCoding.base64.decode(parts[2]), bytes.first == Self.ed25519,
            let key = try? Ed25519PrivateKey(seed: Array(bytes.dropFirst()))
        else { return nil }
        self.init(name: String(parts[0]), key: key)
        guard BaseCoding.hex.encode(verifyKey.id) == parts[1] else { return nil }
    }
}
