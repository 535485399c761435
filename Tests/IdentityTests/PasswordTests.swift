import Language
import Testing

@testable import Identity

private let lan = SignInName.named("lan.nguyen")

private func refusal(of typed: String, for name: SignInName = lan) -> IdentityErrorCode? {
    do {
        _ = try Password(toSet: typed, for: name)
        return nil
    } catch { return error.code }
}

@Test("a password of twelve characters is long enough, of eleven it is not")
func shortest() {
    #expect(refusal(of: "mưa rơi ngõ x") == nil)
    #expect(refusal(of: "mưa rơi ngõx") == nil)
    #expect(refusal(of: "mưa rơi ngõ") == .passwordTooShort)
    #expect(refusal(of: "") == .passwordTooShort)
}

@Test("characters are counted after NFC, so that a keyboard which writes tones apart gains nothing")
func countsAfterNormalisation() {
    #expect("e\u{302}\u{301}".unicodeScalars.count == 3)
    #expect(refusal(of: "mưa rơi e\u{302}\u{301}") == .passwordTooShort)
}

@Test("a password of 128 bytes fits, of 129 it does not, and a megabyte is refused unread")
func longest() {
    let longest = String(repeating: "chim bay ve nui ", count: 8)
    #expect(longest.utf8.count == 128)
    #expect(refusal(of: longest) == nil)
    #expect(refusal(of: longest + "x") == .passwordTooLong)
    #expect(refusal(of: String(repeating: "x", count: 1 << 20)) == .passwordTooLong)
    #expect(Password(toCompare: longest)?.bytes == Array(longest.utf8))
    #expect(Password(toCompare: longest + "x") == nil)
}

@Test("the same password typed with tones composed and apart has the same bytes")
func normalises() throws {
    let composed = try Password(toSet: "tiếng Việt giàu đẹp", for: lan)
    let apart = "tie\u{302}\u{301}ng Vie\u{323}\u{302}t gia\u{300}u đe\u{323}p"
    #expect(Array(apart.utf8) != composed.bytes)
    #expect(Password(toCompare: apart)?.bytes == composed.bytes)
}

@Test("the sign-in name is no password, in whichever case")
func notTheName() {
    let longName = SignInName.named("nguyen.thi.lan@xa.example")
    #expect(refusal(of: "Nguyen.Thi.Lan@xa.example", for: longName) == .passwordIsSignInName)
    #expect(refusal(of: "Nguyen.Thi.Lan@xa.example va me", for: longName) == nil)
}

@Test(
    "what a guesser tries first is refused",
    arguments: [
        "123456789012", "098765432109", "aaaaaaaaaaaa", "121212121212", "abcdefghijklm", "qwertyuiopas",
        "1q2w3e4r5t6y", "1qaz2wsx3edc", "password1234", "Password@2025", "P@ssw0rd2025!", "passwordpassword",
        "matkhau12345", "Mật khẩu 2025!", "Admin@123456", "vietnam@2025!", "NgheAn@202512", "iloveyou1234",
        "administrator", "quantrivien123", "anhyeuem1234", "qwertyqwerty", "Abc@12345678",
    ]
)
func common(typed: String) {
    #expect(refusal(of: typed) == .passwordCommon)
}

@Test(
    "a stem among other words is no reason to refuse",
    arguments: ["vietnam toi yeu", "con meo den 12 tuoi", "admin nha hang xom", "9174 6025 3388"]
)
func uncommon(typed: String) {
    #expect(refusal(of: typed) == nil)
}

@Test("a password does not show itself in a log")
func hidden() throws {
    let secret = "chim bay ve nui"
    let password = try Password(toSet: secret, for: lan)
    var dumped = ""
    dump(password, to: &dumped)
    for text in ["\(password)", String(reflecting: password), dumped] {
        #expect(!text.contains(secret) && !text.contains("99, 104"))
    }
}

@Test("every refusal has a sentence in both languages and a code of this room")
func sentences() {
    for code in IdentityErrorCode.allCases {
        #expect(code.rawValue.hasPrefix("identity."))
        #expect(!code.text.vi.isEmpty && !code.text.en.isEmpty && code.text.vi != code.text.en)
        #expect(!code.rawValue.hasPrefix("identity.password-") || code.category == .invalid)
    }
}
