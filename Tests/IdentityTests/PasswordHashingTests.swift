import Cryptography
import Language
import Testing

@testable import Identity

/// Cheap, so that tests are quick; the vectors of scrypt are tested where it lies.
private let cheap = PasswordHash.Cost(logN: 4)

private func hashing(_ cost: PasswordHash.Cost = cheap, underWayMax: Int = 64) throws -> PasswordHashing {
    try PasswordHashing(cost: cost, underWayMax: underWayMax) { SecureRandom.bytes($0) }
}

private func password(_ text: String) throws -> Password { try #require(Password(toCompare: text)) }

@Test("a password is right against its own hash and wrong against another, and each hash has its own salt")
func hashes() async throws {
    let hashing = try hashing()
    let (right, wrong) = (try password("chim bay ve nui"), try password("chim bay ve nhui"))
    let stored = try await hashing.hash(right)
    #expect(try await hashing.verify(right, against: stored) == .right)
    #expect(try await hashing.verify(wrong, against: stored) == .wrong)
    #expect(try await hashing.hash(right) != stored)
}

@Test("no password is right for an account that does not exist")
func decoy() async throws {
    #expect(try await hashing().verify(password("chim bay ve nui"), against: nil) == .wrong)
}

@Test("a right password with a hash of a lower cost is to be hashed anew, a wrong one is not")
func rehash() async throws {
    let (right, wrong) = (try password("chim bay ve nui"), try password("chim bay ve nhui"))
    let stored = try await hashing().hash(right)
    let dearer = try hashing(.init(logN: 5))
    #expect(try await dearer.verify(right, against: stored) == .rightButWeak)
    #expect(try await dearer.verify(wrong, against: stored) == .wrong)
}

@Test("who comes when the limit is reached is told to come again, and room is given back")
func fullHouse() async throws {
    let full = try hashing(underWayMax: 0)
    await #expect { try await full.verify(password("x"), against: nil) } throws: { error in
        (error as? IdentityError)?.code == .tooManySignIns
    }
    let narrow = try hashing(underWayMax: 1)
    for _ in 0..<3 { #expect(try await narrow.verify(password("x"), against: nil) == .wrong) }
}

@Test("many who sign in together all get their own answer")
func together() async throws {
    let hashing = try hashing()
    let stored = try await hashing.hash(password("chim bay ve nui"))
    let verdicts = try await withThrowingTaskGroup(of: Bool.self) { group in
        for number in 0..<40 {
            let isRight = number.isMultiple(of: 3)
            let typed = try password(isRight ? "chim bay ve nui" : "chim bay \(number)")
            group.addTask { (try await hashing.verify(typed, against: stored) == .right) == isRight }
        }
        return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(verdicts == Array(repeating: true, count: 40))
}

@Test("a cost beyond what libcrypto is allowed stops the start, and not the first sign-in")
func costOutOfRange() {
    #expect(throws: CryptographyError.costOutOfRange) { try hashing(.init(logN: 40)) }
}
