import AuditLog
import Cryptography
import Database
import Language
import Testing
import Timekeeping

@testable import Identity

@Test("a forged cookie, one that is no token, and a stolen row's hash speak for nobody")
func forgedCookies() async throws {
    try await withIdentity { bench in
        try await bench.member("can.bo")
        let (cookie, _) = try await bench.signedIn("can.bo")
        let hash = try #require(SecretToken(cookie)).hash
        let forged = try #require(SecretToken.make(randomBytes: SecureRandom.bytes)).text
        for text in [forged, "", "' OR '1'='1", cookie + "A", BaseCoding.base64URL.encode(hash)] {
            let refused = await failure { _ = try await bench.sessions.find(text) }
            #expect(refused == .sessionEnded)
        }
    }
}

@Test("a session ends when nobody uses it, and after a working day although somebody does")
func sessionTimes() async throws {
    try await withIdentity { bench in
        try await bench.member("can.bo")
        let (idle, _) = try await bench.signedIn("can.bo")
        bench.clock.advance(SessionLife.idleSeconds)
        let left = await failure { _ = try await bench.sessions.find(idle) }
        #expect(left == .sessionEnded)
        let (busy, _) = try await bench.signedIn("can.bo")
        for _ in 1..<12 {
            bench.clock.advance(3600)
            _ = try await bench.sessions.find(busy)
        }
        bench.clock.advance(3600)
        let over = await failure { _ = try await bench.sessions.find(busy) }
        #expect(over == .sessionEnded)
        #expect(try await bench.number("SELECT count(*) FROM session") == 0)
    }
}

@Test("a clock that is set back ends no session and makes none longer")
func sessionClockBack() async throws {
    try await withIdentity { bench in
        try await bench.member("can.bo")
        let (cookie, _) = try await bench.signedIn("can.bo")
        for _ in 0..<11 {
            bench.clock.advance(3600)
            _ = try await bench.sessions.find(cookie)
        }
        bench.clock.advance(-24 * 3600)
        _ = try await bench.sessions.find(cookie)
        bench.clock.advance(3600)
        let over = await failure { _ = try await bench.sessions.find(cookie) }
        #expect(over == .sessionEnded)
    }
}

@Test("uses within one minute cost no write")
func writesAreRare() async throws {
    try await withIdentity { bench in
        try await bench.member("can.bo")
        let (cookie, _) = try await bench.signedIn("can.bo")
        let opened = bench.clock.now
        bench.clock.advance(SessionLife.storedEverySeconds - 1)
        _ = try await bench.sessions.find(cookie)
        #expect(try await bench.number("SELECT count(*) FROM session WHERE used_at = \(opened)") == 1)
        bench.clock.advance(1)
        _ = try await bench.sessions.find(cookie)
        #expect(
            try await bench.number("SELECT count(*) FROM session WHERE used_at = \(bench.clock.now)") == 1
        )
    }
}

@Test("signing out ends this session, everywhere ends all, and nobody ends another's")
func signOut() async throws {
    try await withIdentity { bench in
        try await bench.member("can.bo")
        try await bench.member("khac")
        let (first, signedIn) = try await bench.signedIn("can.bo")
        let (second, other) = try await bench.signedIn("can.bo")
        let (foreign, stranger) = try await bench.signedIn("khac")
        let refused = await failure { try await bench.sessions.signOut(signedIn.session, of: stranger) }
        #expect(refused == .sessionEnded)
        #expect(try await bench.sessions.list(of: signedIn.account.id).count == 2)
        try await bench.sessions.signOut(signedIn.session, of: signedIn)
        let gone = await failure { _ = try await bench.sessions.find(first) }
        #expect(gone == .sessionEnded)
        #expect(try await bench.sessions.list(of: signedIn.account.id).map(\.id) == [other.session])
        try await bench.sessions.signOutEverywhere(other)
        let allGone = await failure { _ = try await bench.sessions.find(second) }
        #expect(allGone == .sessionEnded)
        _ = try await bench.sessions.find(foreign)
        #expect(try await bench.audited().suffix(2) == ["account.signed-out", "account.signed-out"])
    }
}

@Test("a disabled account is out at once")
func disabledIsOut() async throws {
    try await withIdentity { bench in
        let account = try await bench.member("can.bo")
        let (cookie, _) = try await bench.signedIn("can.bo")
        try await bench.disable(account)
        let out = await failure { _ = try await bench.sessions.find(cookie) }
        #expect(out == .sessionEnded)
    }
}

@Test("changed grants count from the next request on")
func grantsAreFresh() async throws {
    try await withIdentity { bench in
        let account = try await bench.member("can.bo")
        let (cookie, _) = try await bench.signedIn("can.bo")
        _ = try await bench.accounts.changeGrants(
            of: account.id,
            to: [],
            expecting: account.version,
            by: TestPermit(),
            reaching: everywhere
        )
        #expect(try await bench.sessions.find(cookie).principal.grants.isEmpty)
    }
}

@Test("a form of another session, of another key or of nobody is refused")
func formTokens() async throws {
    try await withIdentity { bench in
        try await bench.member("can.bo")
        let (cookie, signedIn) = try await bench.signedIn("can.bo")
        let (other, stranger) = try await bench.signedIn("can.bo")
        let sessions = bench.sessions
        #expect(sessions.isFormToken(signedIn.formToken, of: cookie))
        #expect(!sessions.isFormToken(stranger.formToken, of: cookie))
        #expect(!sessions.isFormToken(signedIn.formToken, of: other))
        #expect(!sessions.isFormToken("", of: cookie) && !sessions.isFormToken(cookie, of: cookie))
        #expect(!sessions.isFormToken(signedIn.formToken, of: "x"))
        let otherKey = SessionStore(bench.records, formKey: [1])
        #expect(!otherKey.isFormToken(signedIn.formToken, of: cookie))
    }
}

@Test("the twenty-first session takes the place of the one unused for longest")
func sessionsHaveRoom() async throws {
    try await withIdentity { bench in
        let account = try await bench.member("can.bo")
        let (first, _) = try await bench.signedIn("can.bo")
        for _ in 0..<SessionStore.perAccountMax {
            bench.clock.advance(1)
            _ = try await bench.signedIn("can.bo")
        }
        #expect(try await bench.sessions.list(of: account.id).count == SessionStore.perAccountMax)
        let gone = await failure { _ = try await bench.sessions.find(first) }
        #expect(gone == .sessionEnded)
    }
}

@Test("signing out everywhere else leaves this browser and other people's alone, and notes it once")
func signOutOthers() async throws {
    try await withIdentity { bench in
        try await bench.member("can.bo")
        try await bench.member("nguoi.khac")
        let (other, _) = try await bench.signedIn("can.bo")
        let (foreign, _) = try await bench.signedIn("nguoi.khac")
        let (kept, signedIn) = try await bench.signedIn("can.bo")
        try await bench.sessions.signOutOthers(signedIn)
        let gone = await failure { _ = try await bench.sessions.find(other) }
        #expect(gone == .sessionEnded)
        _ = try await bench.sessions.find(kept)
        _ = try await bench.sessions.find(foreign)
        #expect(try await bench.audited().last == "account.signed-out")
    }
}

@Test("a wall that shows the board stays signed in for a month, and others that sign in do not end it")
func wallDisplay() async throws {
    try await withIdentity { bench in
        try await bench.member("man.hinh", [RoleGrant(.viewer, in: commune)])
        try await bench.member("can.bo")
        let (cookie, signedIn) = try await bench.signedIn("man.hinh")
        for _ in 0..<29 {
            bench.clock.advance(24 * 3600)
            #expect(try await bench.sessions.look(at: cookie).session == signedIn.session)
            _ = try await bench.signedIn("can.bo")
        }
        bench.clock.advance(24 * 3600)
        let over = await failure { _ = try await bench.sessions.look(at: cookie) }
        #expect(over == .sessionEnded)
    }
}

@Test("a look at a session keeps it open no longer, and sees when it has ended")
func lookIsNoUse() async throws {
    try await withIdentity { bench in
        try await bench.member("can.bo")
        let (cookie, signedIn) = try await bench.signedIn("can.bo")
        for _ in 0..<3 {
            bench.clock.advance(SessionLife.idleSeconds / 4)
            #expect(try await bench.sessions.look(at: cookie).session == signedIn.session)
        }
        bench.clock.advance(SessionLife.idleSeconds / 4)
        let over = await failure { _ = try await bench.sessions.look(at: cookie) }
        #expect(over == .sessionEnded)
        let forged = await failure { _ = try await bench.sessions.look(at: "' OR '1'='1") }
        #expect(forged == .sessionEnded)
    }
}
