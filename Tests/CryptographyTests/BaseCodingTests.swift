import Cryptography
import Testing

@Test(
    "base64 and base32 write the texts of RFC 4648",
    arguments: [
        ("", "", ""), ("f", "Zg==", "MY"), ("fo", "Zm8=", "MZXQ"), ("foo", "Zm9v", "MZXW6"),
        ("foob", "Zm9vYg==", "MZXW6YQ"), ("fooba", "Zm9vYmE=", "MZXW6YTB"),
        ("foobar", "Zm9vYmFy", "MZXW6YTBOI"),
    ]
)
func rfc4648(plain: String, base64: String, base32: String) {
    let bytes = Array(plain.utf8)
    #expect(BaseCoding.base64.encode(bytes) == base64)
    #expect(BaseCoding.base32.encode(bytes) == base32)
    #expect(BaseCoding.base64.decode(base64) == bytes)
    #expect(BaseCoding.base32.decode(base32.lowercased()) == bytes)
}

@Test("every length comes back from every coding")
func roundTrips() {
    let codings: [BaseCoding] = [.hex, .base32, .base64, .base64Unpadded, .base64URL]
    for length in 0..<70 {
        let bytes = SecureRandom.bytes(length)
        for coding in codings { #expect(coding.decode(coding.encode(bytes)) == bytes) }
    }
}

@Test("base64url has letters that need no escape in a link")
func urlLetters() {
    #expect(BaseCoding.base64URL.encode([0xfb, 0xff]) == "-_8")
    #expect(BaseCoding.base64.encode([0xfb, 0xff]) == "+/8=")
}

@Test("hexadecimal is written in lower case and read in both")
func hexCases() {
    #expect(BaseCoding.hex.encode([0xab, 0x01]) == "ab01")
    #expect(BaseCoding.hex.decode("AB01") == [0xab, 0x01])
}

@Test(
    "a text that no bytes have is refused",
    arguments: ["Z", "Zg", "Zg=", "Zh==", "Zg===", "====", "Zm9v\n", "Zm 9v", "Zmé=", "Z=g=", "Zm9vY==="]
)
func refusedBase64(text: String) { #expect(BaseCoding.base64.decode(text) == nil) }

@Test("half a byte, a foreign letter and bits left over are refused in the other codings")
func refusedOthers() {
    #expect(BaseCoding.hex.decode("abc") == nil)
    #expect(BaseCoding.hex.decode("0g") == nil)
    #expect(BaseCoding.base32.decode("M") == nil)
    #expect(BaseCoding.base32.decode("MZ") == nil)
    #expect(BaseCoding.base32.decode("M1") == nil)
    #expect(BaseCoding.base64URL.decode("Zg==") == nil)
}
