import Cryptography
import Testing

/// RFC 8032 section 7.1: seed, public key, message, signature.
private let vectors: [(seed: String, publicKey: String, message: String, signature: String)] = [
    (
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
            + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
    ),
    (
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    ),
    (
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
            + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
    ),
]

@Test("Ed25519 makes and accepts the signatures of RFC 8032", arguments: vectors.indices)
func signatures(index: Int) throws {
    let vector = vectors[index]
    let key = try Ed25519PrivateKey(seed: hex(vector.seed))
    #expect(key.publicKey.bytes == hex(vector.publicKey))
    #expect(try key.sign(hex(vector.message)) == hex(vector.signature))
    #expect(key.publicKey.isValid(hex(vector.signature), for: hex(vector.message)))
}

@Test("a signature of another message, another key or another length is not valid")
func wrongSignatures() throws {
    let key = try Ed25519PrivateKey.generate { SecureRandom.bytes($0) }
    let other = try Ed25519PrivateKey.generate { SecureRandom.bytes($0) }
    var signature = try key.sign([1, 2, 3])
    #expect(key.publicKey.isValid(signature, for: [1, 2, 3]))
    #expect(!key.publicKey.isValid(signature, for: [1, 2]))
    #expect(!other.publicKey.isValid(signature, for: [1, 2, 3]))
    #expect(!key.publicKey.isValid(Array(signature.dropLast()), for: [1, 2, 3]))
    signature[10] ^= 1
    #expect(!key.publicKey.isValid(signature, for: [1, 2, 3]))
}

@Test("a key of a wrong length is refused with both lengths")
func wrongKeyLengths() {
    #expect(throws: CryptographyError.wrongLength(expected: 32, found: 31)) {
        try Ed25519PrivateKey(seed: [UInt8](repeating: 1, count: 31))
    }
    #expect(throws: CryptographyError.wrongLength(expected: 32, found: 0)) { try Ed25519PublicKey([]) }
}

@Test("public keys are equal when their bytes are")
func keyEquality() throws {
    let key = try Ed25519PrivateKey(seed: [UInt8](repeating: 7, count: 32))
    #expect(try Ed25519PublicKey(key.publicKey.bytes) == key.publicKey)
}
