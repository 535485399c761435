import Testing

@testable import Cryptography

/// Cheap enough for a test, and nothing else.
private let cheap = PasswordHash.Cost(logN: 4)

@Test("scrypt gives the values of RFC 7914")
func scryptVectors() throws {
    let first = try scrypt([], salt: [], cost: .init(logN: 4, blockSize: 1), byteCount: 64)
    #expect(
        first
            == hex(
                "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"
                    + "fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906"
            )
    )
    let second = try scrypt(
        Array("password".utf8),
        salt: Array("NaCl".utf8),
        cost: .init(logN: 10, blockSize: 8, parallelism: 16),
        byteCount: 64
    )
    #expect(
        second
            == hex(
                "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
                    + "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"
            )
    )
}

@Test("a password is known again by its stored text, and another one is not")
func storedText() throws {
    let made = try PasswordHash.make("mật khẩu đủ dài", salt: SecureRandom.bytes(16), cost: cheap)
    let read = try PasswordHash(made.description)
    #expect(read == made)
    #expect(read.verify("mật khẩu đủ dài"))
    #expect(!read.verify("mật khẩu đủ dàj"))
    #expect(!read.verify(""))
}

@Test("the stored text names the algorithm and its cost")
func textForm() throws {
    let made = try PasswordHash.make("x", salt: [UInt8](repeating: 0, count: 16), cost: cheap)
    #expect(made.description.hasPrefix("$scrypt$ln=4,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA$"))
}

@Test(
    "a text that is not a password hash is refused",
    arguments: [
        "", "$scrypt$", "$argon2id$ln=4,r=8,p=1$AAAA$AAAA", "$scrypt$ln=4,r=8$AAAA$AAAA",
        "$scrypt$ln=x,r=8,p=1$AAAA$AAAA", "$scrypt$ln=4,r=8,p=1$AAAA$AAAA",
        "$scrypt$ln=4,r=8,p=1$!$47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU",
        "$scrypt$ln=99999999999999999999,r=8,p=1$AAAA$47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU",
    ]
)
func notHashes(text: String) {
    #expect(throws: CryptographyError.notPasswordHash) { try PasswordHash(text) }
}

@Test(
    "a cost that would take the server's memory is refused before any work",
    arguments: [0, 21, 63, 64, -1]
)
func costLimits(logN: Int) {
    let text = "$scrypt$ln=\(logN),r=8,p=1$AAAA$47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU"
    #expect(throws: CryptographyError.costOutOfRange) { try PasswordHash(text) }
    #expect(throws: CryptographyError.costOutOfRange) {
        try PasswordHash.make("x", salt: [1], cost: .init(logN: logN))
    }
}

@Test("a password of more than a kilobyte is refused, not hashed")
func longPassword() throws {
    let long = String(repeating: "a", count: 1025)
    #expect(throws: CryptographyError.self) { try PasswordHash.make(long, salt: [1], cost: cheap) }
    #expect(try !PasswordHash.make("a", salt: [1], cost: cheap).verify(long))
}

@Test("a hash made at a lower cost asks to be made anew")
func weaker() throws {
    let made = try PasswordHash.make("x", salt: [1], cost: cheap)
    #expect(made.isWeaker(than: .standard))
    #expect(!made.isWeaker(than: cheap))
}
