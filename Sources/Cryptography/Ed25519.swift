import CCrypto

/// A key of libcrypto; it is never changed after it was made, so that threads may share it.
private final class KeyHandle: @unchecked Sendable {
    let pointer: OpaquePointer
    init(_ pointer: OpaquePointer) { self.pointer = pointer }
    deinit { EVP_PKEY_free(pointer) }
}

/// A key that signs (Ed25519, RFC 8032).
package struct Ed25519PrivateKey: Sendable {
    package static let seedByteCount = 32

    package let publicKey: Ed25519PublicKey
    private let handle: KeyHandle

    /// The key of a 32-byte seed, which RFC 8032 calls the private key.
    ///
    /// - Throws: `wrongLength` when the seed is not 32 bytes.
    package init(seed: [UInt8]) throws(CryptographyError) {
        guard seed.count == Self.seedByteCount else {
            throw .wrongLength(expected: Self.seedByteCount, found: seed.count)
        }
        guard let key = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed, seed.count) else {
            throw .invalidKey
        }
        handle = KeyHandle(key)
        var bytes = [UInt8](repeating: 0, count: Ed25519PublicKey.byteCount)
        var count = bytes.count
        guard EVP_PKEY_get_raw_public_key(key, &bytes, &count) == 1 else { throw .invalidKey }
        publicKey = try Ed25519PublicKey(bytes)
    }

    /// A new key from a source of random bytes.
    package static func generate(
        randomBytes: (Int) -> [UInt8]
    ) throws(CryptographyError) -> Ed25519PrivateKey {
        try Ed25519PrivateKey(seed: randomBytes(seedByteCount))
    }

    /// The 64 bytes of the signature of `message`.
    package func sign(_ message: [UInt8]) throws(CryptographyError) -> [UInt8] {
        let context = EVP_MD_CTX_new()
        defer { EVP_MD_CTX_free(context) }
        var signature = [UInt8](repeating: 0, count: Ed25519PublicKey.signatureByteCount)
        var count = signature.count
        guard EVP_DigestSignInit(context, nil, nil, nil, handle.pointer) == 1,
            EVP_DigestSign(context, &signature, &count, message, message.count) == 1
        else { throw .libraryFailed("Ed25519 signing") }
        return signature
    }
}

/// A key that checks signatures (Ed25519, RFC 8032).
package struct Ed25519PublicKey: Hashable, Sendable {
    package static let byteCount = 32
    package static let signatureByteCount = 64

    package let bytes: [UInt8]
    private let handle: KeyHandle

    /// - Throws: `wrongLength` when there are not 32 bytes.
    package init(_ bytes: [UInt8]) throws(CryptographyError) {
        guard bytes.count == Self.byteCount else {
            throw .wrongLength(expected: Self.byteCount, found: bytes.count)
        }
        guard let key = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nil, bytes, bytes.count) else {
            throw .invalidKey
        }
        self.bytes = bytes
        handle = KeyHandle(key)
    }

    /// Whether `signature` was made for exactly `message` by the owner of the private key.
    package func isValid(_ signature: [UInt8], for message: [UInt8]) -> Bool {
        guard signature.count == Self.signatureByteCount else { return false }
        let context = EVP_MD_CTX_new()
        defer {
            EVP_MD_CTX_free(context)
            ERR_clear_error()
        }
        return EVP_DigestVerifyInit(context, nil, nil, nil, handle.pointer) == 1
            && EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
    }

    package static func == (a: Self, b: Self) -> Bool { a.bytes == b.bytes }
    package func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}
