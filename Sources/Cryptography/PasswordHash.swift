import CCrypto

/// A stored password: scrypt (RFC 7914) in the form `$scrypt$ln=16,r=8,p=1$salt$hash`.
///
/// Making and checking one takes a good part of a second and 64 MB at the default cost: do it off the cooperative
/// pool, and few at a time.
package struct PasswordHash: Hashable, Sendable, CustomStringConvertible {
    /// What one attempt costs the honest server and the thief alike.
    package struct Cost: Hashable, Sendable {
        /// log2 of scrypt's N.
        package var logN: Int
        package var blockSize: Int
        package var parallelism: Int

        package init(logN: Int, blockSize: Int = 8, parallelism: Int = 1) {
            self.logN = logN
            self.blockSize = blockSize
            self.parallelism = parallelism
        }

        /// N = 2^16: 64 MB and about 0.2 s of one core.
        package static let standard = Cost(logN: 16)

        /// More than 2^20 would let one stored row take over a gigabyte of memory.
        static let logNs = 1...20
        static let blockSizes = 1...16
        static let parallelisms = 1...16

        var isAllowed: Bool {
            Self.logNs.contains(logN) && Self.blockSizes.contains(blockSize)
                && Self.parallelisms.contains(parallelism)
        }

        /// RFC 7914 section 2: the block of 128 * r bytes N times, and as much again for the p parts.
        var memoryBytesMax: UInt64 { UInt64(128 * blockSize) * (UInt64(1 << logN) + UInt64(parallelism) + 2) }
    }

    /// Salts of 128 bits never meet by chance.
    package static let saltByteCount = 16
    static let hashByteCount = 32
    /// A longer password is refused before any work: nobody types a kilobyte.
    package static let passwordBytesMax = 1024

    package let cost: Cost
    let salt: [UInt8]
    let hash: [UInt8]

    /// Hashes `password` with a fresh random `salt`.
    ///
    /// - Throws: `costOutOfRange`, or `wrongLength` for a password beyond ``passwordBytesMax``.
    package static func make(
        _ password: String,
        salt: [UInt8],
        cost: Cost = .standard
    ) throws(CryptographyError) -> PasswordHash {
        let hash = try scrypt(Array(password.utf8), salt: salt, cost: cost, byteCount: hashByteCount)
        return PasswordHash(cost: cost, salt: salt, hash: hash)
    }

    private init(cost: Cost, salt: [UInt8], hash: [UInt8]) {
        self.cost = cost
        self.salt = salt
        self.hash = hash
    }

    /// Whether `password` is the one, in a time that does not depend on where it differs.
    package func verify(_ password: String) -> Bool {
        let bytes = Array(password.utf8)
        guard let found = try? scrypt(bytes, salt: salt, cost: cost, byteCount: hash.count) else {
            return false
        }
        return constantTimeEqual(found, hash)
    }

    /// Whether the password should be hashed anew at the next sign-in because the cost has gone up.
    package func isWeaker(than wanted: Cost) -> Bool { cost.memoryBytesMax < wanted.memoryBytesMax }

    package var description: String {
        "$scrypt$ln=\(cost.logN),r=\(cost.blockSize),p=\(cost.parallelism)"
            + "$\(BaseCoding.base64Unpadded.encode(salt))$\(BaseCoding.base64Unpadded.encode(hash))"
    }
}

extension PasswordHash {
    /// Reads the stored form.
    package init(_ text: String) throws(CryptographyError) {
        let fields = text.split(separator: "$", omittingEmptySubsequences: false)
        guard fields.count == 5, fields[0].isEmpty, fields[1] == "scrypt",
            let salt = BaseCoding.base64Unpadded.decode(fields[3]), !salt.isEmpty,
            let hash = BaseCoding.base64Unpadded.decode(fields[4]), hash.count == Self.hashByteCount
        else { throw .notPasswordHash }
        let parameters = fields[2].split(separator: ",", omittingEmptySubsequences: false)
        guard parameters.count == 3,
            let logN = Self.number(parameters[0], named: "ln"),
            let blockSize = Self.number(parameters[1], named: "r"),
            let parallelism = Self.number(parameters[2], named: "p")
        else { throw .notPasswordHash }
        let cost = Cost(logN: logN, blockSize: blockSize, parallelism: parallelism)
        guard cost.isAllowed else { throw .costOutOfRange }
        self.init(cost: cost, salt: salt, hash: hash)
    }

    private static func number(_ text: Substring, named name: String) -> Int? {
        guard text.hasPrefix(name + "=") else { return nil }
        return Int(text.dropFirst(name.count + 1))
    }
}

/// RFC 7914.
func scrypt(
    _ password: [UInt8],
    salt: [UInt8],
    cost: PasswordHash.Cost,
    byteCount: Int
) throws(CryptographyError) -> [UInt8] {
    guard cost.isAllowed else { throw .costOutOfRange }
    guard password.count <= PasswordHash.passwordBytesMax else {
        throw .wrongLength(expected: PasswordHash.passwordBytesMax, found: password.count)
    }
    var key = [UInt8](repeating: 0, count: byteCount)
    let status = password.withUnsafeBytes { bytes in
        // An empty password must not be NULL: OpenSSL then only checks the parameters.
        withUnsafePointer(to: CChar(0)) { empty in
            EVP_PBE_scrypt(
                bytes.baseAddress?.assumingMemoryBound(to: CChar.self) ?? empty,
                bytes.count,
                salt,
                salt.count,
                UInt64(1 << cost.logN),
                UInt64(cost.blockSize),
                UInt64(cost.parallelism),
                cost.memoryBytesMax + 1_048_576,
                &key,
                key.count
            )
        }
    }
    guard status == 1 else { throw .libraryFailed("scrypt") }
    return key
}
