import Cryptography
import Testing

func hex(_ text: String) -> [UInt8] { BaseCoding.hex.decode(text) ?? [] }

@Test(
    "SHA-256 gives the digests of RFC 6234",
    arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            String(repeating: "a", count: 1_000_000),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        ),
    ]
)
func sha256(message: String, digest: String) {
    #expect(BaseCoding.hex.encode(SHA256.hash(Array(message.utf8))) == digest)
    #expect(BaseCoding.hex.encode(SHA256.hash(message.utf8)) == digest)
}

@Test("a message in pieces has the same hash, and a copy of the hasher goes its own way")
func incremental() {
    var hasher = SHA256Hasher()
    hasher.update(UInt8(ascii: "a"))
    var copy = hasher
    hasher.update(Array("bc".utf8))
    copy.update(Array("x".utf8))
    #expect(hasher.finish() == SHA256.hash(Array("abc".utf8)))
    #expect(copy.finish() == SHA256.hash(Array("ax".utf8)))
}

@Test(
    "HMAC-SHA-256 gives the values of RFC 4231",
    arguments: [
        (
            [UInt8](repeating: 0x0b, count: 20), "Hi There",
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        ),
        (
            Array("Jefe".utf8), "what do ya want for nothing?",
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
        (
            [UInt8](repeating: 0xaa, count: 131), "Test Using Larger Than Block-Size Key - Hash Key First",
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        ),
    ]
)
func hmacSHA256(key: [UInt8], message: String, tag: String) {
    #expect(HMAC.sha256(key: key, message: Array(message.utf8)) == hex(tag))
}

@Test(
    "HMAC-SHA-1 gives the values of RFC 2202, and of RFC 6238's first step",
    arguments: [
        (
            [UInt8](repeating: 0x0b, count: 20), Array("Hi There".utf8),
            "b617318655057264e28bc0b6fb378c8ef146be00"
        ),
        (
            Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
            "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"
        ),
        (
            Array("12345678901234567890".utf8), [0, 0, 0, 0, 0, 0, 0, 1],
            "75a48a19d4cbe100644e8ac1397eea747a2d33ab"
        ),
    ]
)
func hmacSHA1(key: [UInt8], message: [UInt8], tag: String) {
    #expect(HMAC.sha1(key: key, message: message) == hex(tag))
}

@Test("an empty key is a key like any other, not the key of the last call")
func emptyKey() {
    let first = HMAC.sha256(key: [], message: [1])
    _ = HMAC.sha256(key: [9, 9, 9], message: [1])
    #expect(HMAC.sha256(key: [], message: [1]) == first)
    #expect(first == HMAC.sha256(key: [UInt8](repeating: 0, count: 64), message: [1]))
}

@Test("equal bytes compare equal, anything else does not")
func constantTime() {
    #expect(constantTimeEqual([], []))
    #expect(constantTimeEqual([1, 2], [1, 2]))
    #expect(!constantTimeEqual([1, 2], [1, 3]))
    #expect(!constantTimeEqual([1, 2], [1, 2, 0]))
}

@Test("random bytes have the length asked for and do not repeat")
func randomness() {
    #expect(SecureRandom.bytes(0).isEmpty)
    #expect(SecureRandom.bytes(32).count == 32)
    #expect(SecureRandom.bytes(32) != SecureRandom.bytes(32))
}
