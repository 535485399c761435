import CCrypto

/// Secrets at rest: AES-256-GCM (NIST SP 800-38D) as nonce, ciphertext and tag in one piece.
package struct SealedBox: Sendable {
    package static let keyByteCount = 32
    static let nonceByteCount = 12
    static let tagByteCount = 16

    private let key: [UInt8]
    private let randomBytes: @Sendable (Int) -> [UInt8]

    /// A box that opens what was sealed with the same 32-byte `key`.
    ///
    /// Nonces are random: one key is good for 2^32 seals.
    package init(
        key: [UInt8],
        randomBytes: @escaping @Sendable (Int) -> [UInt8]
    ) throws(CryptographyError) {
        guard key.count == Self.keyByteCount else {
            throw .wrongLength(expected: Self.keyByteCount, found: key.count)
        }
        self.key = key
        self.randomBytes = randomBytes
    }

    /// Seals `secret` for one `purpose`, such as the id of the row that it belongs to; it opens only for the same one.
    package func seal(_ secret: [UInt8], for purpose: [UInt8]) throws(CryptographyError) -> [UInt8] {
        let nonce = randomBytes(Self.nonceByteCount)
        guard nonce.count == Self.nonceByteCount else {
            throw .wrongLength(expected: Self.nonceByteCount, found: nonce.count)
        }
        let context = EVP_CIPHER_CTX_new()
        defer { EVP_CIPHER_CTX_free(context) }
        var sealed = [UInt8](repeating: 0, count: secret.count)
        var tag = [UInt8](repeating: 0, count: Self.tagByteCount)
        var count: Int32 = 0
        guard EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), nil, key, nonce) == 1,
            EVP_EncryptUpdate(context, nil, &count, purpose, Int32(clamping: purpose.count)) == 1,
            EVP_EncryptUpdate(context, &sealed, &count, secret, Int32(clamping: secret.count)) == 1,
            EVP_EncryptFinal_ex(context, nil, &count) == 1,
            EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, Int32(tag.count), &tag) == 1
        else { throw .libraryFailed("AES-256-GCM") }
        return nonce + sealed + tag
    }

    /// Opens what ``seal(_:for:)`` made.
    ///
    /// - Throws: `notAuthentic` for anything else.
    package func open(_ box: [UInt8], for purpose: [UInt8]) throws(CryptographyError) -> [UInt8] {
        guard box.count >= Self.nonceByteCount + Self.tagByteCount else { throw .notAuthentic }
        let nonce = Array(box.prefix(Self.nonceByteCount))
        let sealed = Array(box.dropFirst(Self.nonceByteCount).dropLast(Self.tagByteCount))
        var tag = Array(box.suffix(Self.tagByteCount))
        let context = EVP_CIPHER_CTX_new()
        defer { EVP_CIPHER_CTX_free(context) }
        var secret = [UInt8](repeating: 0, count: sealed.count)
        var count: Int32 = 0
        guard EVP_DecryptInit_ex(context, EVP_aes_256_gcm(), nil, key, nonce) == 1,
            EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, Int32(tag.count), &tag) == 1,
            EVP_DecryptUpdate(context, nil, &count, purpose, Int32(clamping: purpose.count)) == 1,
            EVP_DecryptUpdate(context, &secret, &count, sealed, Int32(clamping: sealed.count)) == 1,
            EVP_DecryptFinal_ex(context, nil, &count) == 1
        else { throw .notAuthentic }
        return secret
    }
}
