import Cryptography
import Testing

private func box(key byte: UInt8 = 1) throws -> SealedBox {
    try SealedBox(key: [UInt8](repeating: byte, count: 32)) { SecureRandom.bytes($0) }
}

@Test("AES-256-GCM gives the value of the GCM specification's test case 14")
func gcmVector() throws {
    let zeroKey = try SealedBox(key: [UInt8](repeating: 0, count: 32)) { [UInt8](repeating: 0, count: $0) }
    let sealed = try zeroKey.seal([UInt8](repeating: 0, count: 16), for: [])
    #expect(
        Array(sealed.dropFirst(12)) == hex("cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919")
    )
}

@Test(
    "what was sealed opens again, also when it is empty",
    arguments: [[], [1], [UInt8](repeating: 9, count: 999)]
)
func sealAndOpen(secret: [UInt8]) throws {
    let sealed = try box().seal(secret, for: [5])
    #expect(try box().open(sealed, for: [5]) == secret)
}

@Test("the same secret sealed twice looks different")
func freshNonces() throws {
    #expect(try box().seal([1], for: []) != box().seal([1], for: []))
}

@Test("another key, another purpose, and every changed or missing byte are refused")
func refused() throws {
    let sealed = try box().seal([1, 2, 3], for: [5])
    #expect(throws: CryptographyError.notAuthentic) { try box(key: 2).open(sealed, for: [5]) }
    #expect(throws: CryptographyError.notAuthentic) { try box().open(sealed, for: [6]) }
    for position in sealed.indices {
        var changed = sealed
        changed[position] ^= 1
        #expect(throws: CryptographyError.notAuthentic) { try box().open(changed, for: [5]) }
        let cut = Array(sealed.prefix(position))
        #expect(throws: CryptographyError.notAuthentic) { try box().open(cut, for: [5]) }
    }
}

@Test("a key that is not 32 bytes is refused")
func keyLength() {
    #expect(throws: CryptographyError.wrongLength(expected: 32, found: 16)) {
        try SealedBox(key: [UInt8](repeating: 0, count: 16)) { SecureRandom.bytes($0) }
    }
}
