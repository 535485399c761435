import AuditLog
import Cryptography
import Database
import Language
import Testing
import Timekeeping

@testable import Identity

@Test("an administrator without one-time codes gets nowhere but to setting them up")
func enrolmentOnly() async throws {
    try await withIdentity { bench in
        _ = try await bench.administrator()
        let (cookie, before) = try await bench.signedIn("quan.tri")
        #expect(before.reach == .enrolmentOnly)
        #expect(before.principal.grants.isEmpty)
        let app = try await bench.enrolment.begin(before)
        let paper = try await bench.enrolment.confirm(before, code: bench.code(of: app))
        #expect(Set(paper).count == RecoveryCodes.count)
        let after = try await bench.sessions.find(cookie)
        #expect(after.reach == .everything)
        #expect(after.principal.grants == [RoleGrant(.administrator, in: province)])
        #expect(try await bench.auditProblem() == nil)
    }
}

@Test("enrolment needs a secret that was shown last and a code of it, and happens once")
func enrolmentRefused() async throws {
    try await withIdentity { bench in
        try await bench.member("can.bo")
        let (_, signedIn) = try await bench.signedIn("can.bo")
        let early = await failure { _ = try await bench.enrolment.confirm(signedIn, code: "123456") }
        #expect(early == .enrolmentNotBegun)
        let replaced = try await bench.enrolment.begin(signedIn)
        let app = try await bench.enrolment.begin(signedIn)
        let old = await failure {
            _ = try await bench.enrolment.confirm(signedIn, code: bench.code(of: replaced))
        }
        #expect(old == .codeWrong)
        _ = try await bench.enrolment.confirm(signedIn, code: bench.code(of: app))
        let twice = await failure { _ = try await bench.enrolment.begin(signedIn) }
        #expect(twice == .timedCodesAlreadySet)
    }
}

@Test("setting up codes ends the account's other sessions")
func enrolmentEndsOthers() async throws {
    try await withIdentity { bench in
        try await bench.member("can.bo")
        let (other, _) = try await bench.signedIn("can.bo")
        let (cookie, signedIn) = try await bench.signedIn("can.bo")
        let app = try await bench.enrolment.begin(signedIn)
        _ = try await bench.enrolment.confirm(signedIn, code: bench.code(of: app))
        _ = try await bench.sessions.find(cookie)
        let ended = await failure { _ = try await bench.sessions.find(other) }
        #expect(ended == .sessionEnded)
    }
}

@Test("the secret lies sealed in the row and opens neither in another row nor with another key")
func sealedSecret() async throws {
    try await withIdentity { bench in
        let (app, _) = try await bench.enrolled()
        let sealed: [UInt8] = try await bench.database.read {
            try $0.value("SELECT timed_secret FROM account") ?? []
        }
        #expect(sealed.count > app.secret.count)
        let id: Account.ID? = try await bench.database.read { try $0.value("SELECT id FROM account") }
        let purpose = Array("timed codes \(try #require(id))".utf8)
        #expect(try bench.box.open(sealed, for: purpose) == app.secret)
        #expect(throws: CryptographyError.self) { try bench.box.open(sealed, for: purpose + [0]) }
        let otherKey = try SealedBox(key: [UInt8](repeating: 6, count: 32), randomBytes: SecureRandom.bytes)
        #expect(throws: CryptographyError.self) { try otherKey.open(sealed, for: purpose) }
    }
}

@Test("password and code sign in; the same code does not do so again, nor does the same ticket")
func secondStep() async throws {
    try await withIdentity { bench in
        let (app, _) = try await bench.enrolled()
        let (first, second) = (try await bench.ticket("quan.tri"), try await bench.ticket("quan.tri"))
        let code = bench.code(of: app)
        let new = try #require(try await bench.finish(first, code))
        #expect(new.reach == .everything)
        let replayed = await failure { _ = try await bench.finish(second, code) }
        #expect(replayed == .codeWrong)
        bench.clock.advance(TimedCodes.stepSeconds)
        let used = await failure { _ = try await bench.finish(first, bench.code(of: app)) }
        #expect(used == .ticketEnded)
        #expect(try await bench.finish(second, bench.code(of: app)) != nil)
        #expect(try await bench.auditProblem() == nil)
    }
}

@Test("of two requests at once with the same code one is signed in")
func raced() async throws {
    try await withIdentity { bench in
        let (app, _) = try await bench.enrolled()
        var tickets: [String] = []
        for _ in 0..<4 { tickets.append(try await bench.ticket("quan.tri")) }
        let code = bench.code(of: app)
        let opened = await withTaskGroup(of: Bool.self) { group in
            for ticket in tickets {
                group.addTask { ((try? await bench.finish(ticket, code)) ?? nil) != nil }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(opened == 1)
    }
}

@Test("a clock that is set back does not bring a used code back to life")
func clockSetBack() async throws {
    try await withIdentity { bench in
        let (app, _) = try await bench.enrolled()
        let code = bench.code(of: app)
        _ = try await bench.finish(try await bench.ticket("quan.tri"), code)
        bench.clock.advance(-TimedCodes.stepSeconds)
        let ticket = try await bench.ticket("quan.tri")
        for code in [code, bench.code(of: app)] {
            let refused = await failure { _ = try await bench.finish(ticket, code) }
            #expect(refused == .codeWrong)
        }
    }
}

@Test("a ticket ends after five minutes, and a forged one never was")
func ticketEnds() async throws {
    try await withIdentity { bench in
        let (app, _) = try await bench.enrolled()
        let ticket = try await bench.ticket("quan.tri")
        bench.clock.advance(SignIn.ticketSeconds)
        let forged = try #require(SecretToken.make(randomBytes: SecureRandom.bytes)).text
        for text in [ticket, forged, "", "x"] {
            let refused = await failure { _ = try await bench.finish(text, bench.code(of: app)) }
            #expect(refused == .ticketEnded)
        }
    }
}

@Test("guessed codes are counted and soon have to wait, though the ticket is good")
func guessedCodes() async throws {
    try await withIdentity { bench in
        let (app, _) = try await bench.enrolled()
        let ticket = try await bench.ticket("quan.tri")
        for _ in 1..<SignInPace.perName.attemptsFree {
            _ = await failure { _ = try await bench.finish(ticket, "000 000") }
        }
        let session = try await bench.finish(ticket, bench.code(of: app))
        #expect(session == nil, "it has to wait")
    }
}

@Test("a disabled account's ticket is worth nothing")
func disabledBetweenSteps() async throws {
    try await withIdentity { bench in
        let (app, _) = try await bench.enrolled()
        _ = try await bench.administrator("khac")
        let ticket = try await bench.ticket("quan.tri")
        let name = try #require(SignInName("quan.tri"))
        let row = try await bench.database.read { try $0.accountRow(name) }
        try await bench.disable(try #require(row).account)
        let refused = await failure { _ = try await bench.finish(ticket, bench.code(of: app)) }
        #expect(refused == .ticketEnded)
    }
}

@Test("each code on paper works once, and its use is in the log")
func recoveryCodes() async throws {
    try await withIdentity { bench in
        let (_, paper) = try await bench.enrolled()
        let code = try #require(paper.first)
        #expect(try await bench.finish(try await bench.ticket("quan.tri"), code) != nil)
        #expect(try await bench.audited().contains("account.recovery-code-used"))
        let ticket = try await bench.ticket("quan.tri")
        let again = await failure { _ = try await bench.finish(ticket, code) }
        #expect(again == .codeWrong)
        #expect(try await bench.finish(ticket, paper[1]) != nil)
        #expect(try await bench.auditProblem() == nil)
    }
}

@Test("an administrator takes lost codes away, and the owner sets up new ones before anything else")
func codesRemoved() async throws {
    try await withIdentity { bench in
        _ = try await bench.enrolled()
        let name = try #require(SignInName("quan.tri"))
        let row = try await bench.database.read { try $0.accountRow(name) }
        let account = try #require(row).account
        func remove(_ account: Account) async throws -> Account {
            try await bench.accounts.removeTimedCodes(
                of: account.id,
                expecting: account.version,
                by: TestPermit(),
                reaching: everywhere
            )
        }
        let without = try await remove(account)
        #expect(!without.hasTimedCodes)
        #expect(try await bench.number("SELECT count(*) FROM session") == 0)
        #expect(try await bench.signedIn("quan.tri").signedIn.reach == .enrolmentOnly)
        let twice = await failure { _ = try await remove(without) }
        #expect(twice == .wrongState)
        #expect(try await bench.auditProblem() == nil)
    }
}
