import CCrypto

/// Keyed hashes (RFC 2104).
///
/// SHA-1 is for one-time codes alone: RFC 6238 apps know nothing else.
package enum HMAC {
    package static func sha1(key: [UInt8], message: [UInt8]) -> [UInt8] {
        authenticate(with: EVP_sha1(), key: key, message: message)
    }

    package static func sha256(key: [UInt8], message: [UInt8]) -> [UInt8] {
        authenticate(with: EVP_sha256(), key: key, message: message)
    }

    private static func authenticate(with hash: OpaquePointer?, key: [UInt8], message: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: Int(EVP_MAX_MD_SIZE)) { buffer, count in
            var length: UInt32 = 0
            // An empty key must not be NULL: OpenSSL reads that as "the key of last time".
            let keyOrByte = key.isEmpty ? [0] : key
            CCrypto.HMAC(
                hash,
                keyOrByte,
                Int32(clamping: key.count),
                message,
                message.count,
                buffer.baseAddress,
                &length
            )
            count = Int(length)
        }
    }
}
