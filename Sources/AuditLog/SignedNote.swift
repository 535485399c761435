package import Cryptography

/// A text with signatures below it: C2SP signed-note.
///
///     example.vn/sen
///     42
///     qINS1GRFhWHwdkUeqLEoP4yEMkTBBzxBkGwGQlVlVcs=
///
///     — example.vn/sen AAAAAf4d...
package struct SignedNote: Hashable, Sendable {
    /// Checkpoints have a few hundred bytes; the rest is room for witnesses.
    static let bytesMax = 65_536
    static let signaturesMax = 100

    struct Signature: Hashable, Sendable {
        var name: String
        /// The key id and the signature itself.
        var bytes: [UInt8]
    }

    /// Ends with a newline.
    package let text: String
    let signatures: [Signature]

    /// Reads the whole note; `nil` when it is not one.
    package init?(_ note: String) {
        let bytes = Array(note.utf8)
        guard bytes.count <= Self.bytesMax, bytes.last == 0x0a,
            bytes.allSatisfy({ $0 == 0x0a || $0 >= 0x20 && $0 != 0x7f }),
            let blank = bytes.indices.dropLast().last(where: { bytes[$0] == 0x0a && bytes[$0 + 1] == 0x0a })
        else { return nil }
        let lines = bytes[(blank + 2)...].dropLast().split(separator: 0x0a, omittingEmptySubsequences: false)
        let signatures = lines.prefix(Self.signaturesMax + 1).compactMap(Self.signature)
        guard !lines.isEmpty, signatures.count == lines.count, signatures.count <= Self.signaturesMax else {
            return nil
        }
        text = String(decoding: bytes[...blank], as: UTF8.self)
        self.signatures = signatures
    }

    /// `— name base64`.
    private static func signature(_ line: ArraySlice<UInt8>) -> Signature? {
        let parts = line.split(separator: 0x20, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].elementsEqual("—".utf8), !parts[1].isEmpty,
            let bytes = BaseCoding.base64.decode(String(decoding: parts[2], as: UTF8.self)), bytes.count > 4
        else { return nil }
        return Signature(name: String(decoding: parts[1], as: UTF8.self), bytes: bytes)
    }

    /// Whether the owner of `key` signed the text; signatures by others are passed over, as the standard says.
    package func isSigned(by key: NoteVerifyKey) -> Bool {
        signatures.contains { signature in
            signature.name == key.name && signature.bytes.starts(with: key.id)
                && key.key.isValid(Array(signature.bytes.dropFirst(4)), for: Array(text.utf8))
        }
    }
}

/// The public half: a name and an Ed25519 key, written `name+hash+key`.
package struct NoteVerifyKey: Hashable, Sendable, CustomStringConvertible {
    /// What the standard calls the signature type of Ed25519.
    private static let ed25519: UInt8 = 1

    package let name: String
    package let key: Ed25519PublicKey

    /// `nil` for a name that a note cannot carry: empty, or with a space or a plus in it.
    package init?(name: String, key: Ed25519PublicKey) {
        let isAllowed = name.unicodeScalars.allSatisfy {
            !$0.properties.isWhitespace && $0 != "+" && $0.value >= 0x20
        }
        guard !name.isEmpty, isAllowed else { return nil }
        self.name = name
        self.key = key
    }

    /// The first four bytes of SHA-256(name, newline, type, key).
    var id: [UInt8] {
        Array(SHA256.hash(Array(name.utf8) + [0x0a, Self.ed25519] + key.bytes).prefix(4))
    }

    package var description: String {
        "\(name)+\(BaseCoding.hex.encode(id))+\(BaseCoding.base64.encode([Self.ed25519] + key.bytes))"
    }

    /// Reads `name+hash+key`; `nil` when it is not one, or its hash is not of its key.
    package init?(_ text: String) {
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let bytes = BaseCoding.base64.decode(parts[2]), bytes.first == Self.ed25519,
            let key = try? Ed25519PublicKey(Array(bytes.dropFirst()))
        else { return nil }
        self.init(name: String(parts[0]), key: key)
        guard BaseCoding.hex.encode(id) == parts[1] else { return nil }
    }
}

/// The private half, which only the process that sequences holds.
package struct NoteSigner: Sendable {
    package let verifyKey: NoteVerifyKey
    private let key: Ed25519PrivateKey

    /// `nil` for a name that ``NoteVerifyKey`` does not allow.
    package init?(name: String, key: Ed25519PrivateKey) {
        guard let verifyKey = NoteVerifyKey(name: name, key: key.publicKey) else { return nil }
        self.verifyKey = verifyKey
        self.key = key
    }

    /// The note of `text`, which ends with a newline.
    package func sign(_ text: String) throws(CryptographyError) -> String {
        let signature = try key.sign(Array(text.utf8))
        return "\(text)\n— \(verifyKey.name) \(BaseCoding.base64.encode(verifyKey.id + signature))\n"
    }
}
