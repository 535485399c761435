import AuditLog
import Database
import Language
import Testing

@testable import Identity

private func change(
    _ bench: IdentityBench,
    _ signedIn: SignedIn,
    from old: String = longPassword,
    to new: String = newPassword
) async -> IdentityErrorCode? {
    let own = OwnAccount(bench.records, hashing: bench.hashing)
    return await failure { try await own.changePassword(signedIn, from: old, to: new, at: office) }
}

@Test("who knows the old password sets a new one, and other browsers are signed out")
func ownPassword() async throws {
    try await withIdentity { bench in
        try await bench.member("can.bo")
        let (cookie, signedIn) = try await bench.signedIn("can.bo")
        let (other, _) = try await bench.signedIn("can.bo")
        let changed = await change(bench, signedIn)
        #expect(changed == nil)
        _ = try await bench.sessions.find(cookie)
        let out = await failure { _ = try await bench.sessions.find(other) }
        #expect(out == .sessionEnded)
        guard case .signedIn = try await bench.begin("can.bo", newPassword) else { throw Unexpected() }
        #expect(try await bench.auditProblem() == nil)
    }
}

@Test("a wrong old password, a weak new one, and guessing at a screen left open are refused")
func ownPasswordRefused() async throws {
    try await withIdentity { bench in
        try await bench.member("can.bo")
        let (_, signedIn) = try await bench.signedIn("can.bo")
        let weak = await change(bench, signedIn, to: "ngắn")
        #expect(weak == .passwordTooShort)
        for _ in 0..<SignInPace.perName.attemptsFree {
            let wrong = await change(bench, signedIn, from: "không phải mật khẩu này")
            #expect(wrong == .signInRefused)
        }
        let slowed = await change(bench, signedIn)
        #expect(slowed == .tooManySignIns)
    }
}

@Test("the language is changed with an entry, and without one when it is the same")
func ownLanguage() async throws {
    try await withIdentity { bench in
        try await bench.member("can.bo")
        let (_, signedIn) = try await bench.signedIn("can.bo")
        let own = OwnAccount(bench.records, hashing: bench.hashing)
        #expect(try await own.setLanguage(signedIn, to: .english).language == .english)
        #expect(try await own.setLanguage(signedIn, to: .english).language == .english)
        #expect(try await bench.audited().count { $0 == "account.language-set" } == 1)
        #expect(try await bench.auditProblem() == nil)
    }
}
