import Cryptography
import Testing

@testable import Identity

private let serverKey = [UInt8](repeating: 9, count: 32)

private func token(_ byte: UInt8) throws -> SecretToken {
    try #require(SecretToken.make { [UInt8](repeating: byte, count: $0) })
}

@Test("a token comes back from its text, and what is stored is only its hash")
func roundTrip() throws {
    let (one, other) = (try token(7), try token(8))
    #expect(SecretToken(one.text) == one)
    #expect(one.hash == SHA256.hash([UInt8](repeating: 7, count: 32)))
    #expect(one.hash != other.hash && one.text != other.text)
}

@Test("what is no token is refused", arguments: ["", "AAAA", "=", "ă", String(repeating: "A", count: 44)])
func noToken(text: String) throws {
    #expect(SecretToken(text) == nil)
    #expect(SecretToken(try token(7).text + "A") == nil)
    #expect(SecretToken(String(try token(7).text.dropLast())) == nil)
    #expect(SecretToken(String(repeating: "A", count: 1 << 20)) == nil)
    #expect(SecretToken.make { _ in [] } == nil)
}

@Test("a form token fits its own session and server, and no other; a changed one fits none")
func formTokens() throws {
    let (mine, other) = (try token(7), try token(8))
    let form = mine.formToken(serverKey: serverKey)
    #expect(mine.isFormToken(form, serverKey: serverKey))
    #expect(!other.isFormToken(form, serverKey: serverKey))
    #expect(!mine.isFormToken(form, serverKey: [UInt8](repeating: 8, count: 32)))
    #expect(form != mine.text)
    let changed = (form.hasPrefix("A") ? "B" : "A") + form.dropFirst()
    for forged in ["", String(form.dropLast()), form + "A", changed, String(repeating: "A", count: 1 << 20)] {
        #expect(!mine.isFormToken(forged, serverKey: serverKey))
    }
}

@Test("a token does not show itself in a log")
func tokenIsHidden() throws {
    let token = try token(7)
    var dumped = ""
    dump(token, to: &dumped)
    for text in ["\(token)", String(reflecting: token), dumped] {
        #expect(!text.contains(token.text) && !text.contains("7, 7"))
    }
}

/// Ten different codes, from bytes that count up.
private func tenCodes() -> (texts: [String], stored: RecoveryCodes) {
    var next: UInt8 = 0
    return RecoveryCodes.make { count in
        next += 1
        return [UInt8](repeating: next, count: count)
    }
}

@Test("there are ten recovery codes, in groups of four letters, and each works once")
func recoveryCodes() {
    var (texts, stored) = tenCodes()
    #expect(Set(texts).count == 10)
    #expect(texts.allSatisfy { $0.wholeMatch(of: /([A-Z2-7]{4}-){3}[A-Z2-7]{4}/) != nil })
    for (used, text) in texts.enumerated() {
        #expect(stored.use(text) == true)
        #expect(stored.use(text) == false)
        #expect(stored.hashes.count == 9 - used)
    }
}

@Test("a recovery code may be typed in small letters and without dashes")
func recoveryCodeAsTyped() {
    var (texts, stored) = tenCodes()
    #expect(stored.use(texts[3].lowercased().replacing("-", with: " ")) == true)
    #expect(stored.use(texts[4].replacing("-", with: "")) == true)
}

@Test(
    "what is no recovery code is refused and uses up none",
    arguments: ["", "AAAA-AAAA-AAAA-AAAA", "á", "1"]
)
func noRecoveryCode(typed: String) {
    var (texts, stored) = tenCodes()
    #expect(stored.use(typed) == false)
    #expect(stored.use(String(repeating: typed, count: 100_000)) == false)
    #expect(stored.use(String(texts[0].dropLast())) == false)
    #expect(stored.use(texts[0] + "A") == false)
    #expect(stored.hashes.count == 10)
}

@Test("a recovery code that was used stays used when the rest is read back from the store")
func recoveryAfterRestart() {
    var (texts, before) = tenCodes()
    #expect(before.use(texts[0]) == true)
    var after = RecoveryCodes(hashes: before.hashes)
    #expect(after.use(texts[0]) == false)
    #expect(after.use(texts[1]) == true)
}
