import Cryptography
import Foundation
import Testing
import Timekeeping

@testable import Identity

/// The secret of RFC 6238, appendix B, for SHA-1.
private let rfcSecret = Array("12345678901234567890".utf8)

private func phone(lastStep: Int64? = nil) throws -> TimedCodes {
    try #require(TimedCodes(secret: rfcSecret, lastStep: lastStep))
}

private func time(_ seconds: Int64) -> Instant { Instant(secondsSince1970: seconds) }

@Test(
    "RFC 6238, appendix B: the codes of the standard",
    arguments: [
        (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"),
        (1_234_567_890, "89005924"), (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
    ] as [(Int64, String)]
)
func vectors(seconds: Int64, code: String) throws {
    let step = TimedCodes.step(at: time(seconds))
    #expect(try phone().code(of: step, digits: 8) == code)
    #expect(try phone().code(of: step) == code.suffix(6))
}

@Test("RFC 4226, appendix D: the codes of the first ten counters")
func counterVectors() throws {
    let codes = [
        "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489",
    ]
    let phone = try phone()
    #expect((0..<10).map { phone.code(of: $0) } == codes)
}

@Test("a code counts one step early and one step late, and not two")
func window() throws {
    let now: Int64 = 1_111_111_110
    let current = TimedCodes.step(at: time(now))
    for off in Int64(-3)...3 {
        var phone = try phone()
        let code = phone.code(of: current + off)
        #expect(phone.accept(code, at: time(now)) == (abs(off) <= 1), "\(off) steps off")
        #expect(phone.lastStep == (abs(off) <= 1 ? current + off : nil))
    }
}

@Test("a code is used once, and those before it are gone with it")
func replay() throws {
    let now = time(1_111_111_110)
    let current = TimedCodes.step(at: now)
    var phone = try phone()
    let (older, code, newer) = (
        phone.code(of: current - 1), phone.code(of: current), phone.code(of: current + 1)
    )
    #expect(phone.accept(code, at: now) == true)
    #expect(phone.accept(code, at: now) == false)
    #expect(phone.accept(older, at: now) == false)
    #expect(phone.accept(code, at: now + .seconds(30)) == false)
    #expect(phone.accept(newer, at: now) == true)
}

@Test("a code that was used stays used when the state is read back from the store")
func replayAfterRestart() throws {
    let now = time(1_111_111_110)
    var before = try phone()
    let code = before.code(of: TimedCodes.step(at: now))
    #expect(before.accept(code, at: now) == true)
    var after = try phone(lastStep: before.lastStep)
    #expect(after.accept(code, at: now) == false)
}

@Test("a clock set back accepts no code that is as old as it")
func clockGoesBack() throws {
    let now = time(1_111_111_110)
    var phone = try phone()
    #expect(phone.accept(phone.code(of: TimedCodes.step(at: now)), at: now) == true)
    let back = now - .seconds(3600)
    for off in Int64(-1)...1 {
        #expect(phone.accept(phone.code(of: TimedCodes.step(at: back) + off), at: back) == false)
    }
}

@Test("a space in the middle is forgiven, as apps show one")
func spaced() throws {
    var phone = try phone()
    #expect(phone.accept("287 082", at: time(59)) == true)
}

@Test(
    "what is no code of six digits is refused",
    arguments: ["", "28708", "2870820", "28708２", "-87082", "+87082", "abcdef", "94287082"]
)
func noCode(typed: String) throws {
    var phone = try phone()
    #expect(phone.accept(typed, at: time(59)) == false)
    #expect(phone.accept(String(repeating: typed, count: 100_000), at: time(59)) == false)
    #expect(phone.lastStep == nil)
}

@Test("times before 1970 and at both ends of the scale have a step and no trap")
func extremeTimes() throws {
    #expect(TimedCodes.step(at: time(-1)) == -1)
    #expect(TimedCodes.step(at: time(-30)) == -1)
    #expect(TimedCodes.step(at: time(0)) == 0)
    var phone = try phone()
    for end in [Int64.min, .max] {
        _ = phone.accept("000000", at: Instant(microsecondsSince1970: end))
    }
}

@Test("the link for the app names issuer and account, escaped, and the secret in base32")
func enrolmentLink() throws {
    let uri = try phone().enrolmentURI(for: .named("lan@xa.example"), issuer: "Sen Nghệ An: 1&2")
    #expect(
        uri == "otpauth://totp/Sen%20Ngh%E1%BB%87%20An%3A%201%262:lan%40xa.example"
            + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Sen%20Ngh%E1%BB%87%20An%3A%201%262"
            + "&algorithm=SHA1&digits=6&period=30"
    )
    #expect(
        URLComponents(string: uri)?.queryItems?.first { $0.name == "issuer" }?.value == "Sen Nghệ An: 1&2"
    )
}

@Test("a new secret has 160 bits, takes them from the generator it is given, and a shorter one is refused")
func newSecret() throws {
    let made = try #require(TimedCodes.make { [UInt8](repeating: 7, count: $0) })
    #expect(made.secret == [UInt8](repeating: 7, count: 20))
    #expect(made.lastStep == nil)
    #expect(TimedCodes(secret: Array(rfcSecret.dropLast())) == nil)
    #expect(TimedCodes.make { _ in [] } == nil)
}

@Test("a secret does not show itself in a log")
func secretIsHidden() throws {
    let phone = try phone()
    var dumped = ""
    dump(phone, to: &dumped)
    for text in ["\(phone)", String(reflecting: phone), dumped] {
        #expect(!text.contains(phone.secretText) && !text.contains("49, 50"))
    }
}
