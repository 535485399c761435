import AuditLog
import Cryptography
import Database
import Language
import Testing
import Timekeeping

@testable import Identity

@Test("a right password opens a session that speaks for the account")
func passwordAlone() async throws {
    try await withIdentity { bench in
        let account = try await bench.member("can.bo")
        let (_, signedIn) = try await bench.signedIn(" CAN.BO ")
        #expect(signedIn.account == account)
        #expect(signedIn.principal.actor == .account(account.id.uuid))
        #expect(signedIn.principal.grants == account.grants)
        #expect(try await bench.audited().last == "account.signed-in")
        #expect(try await bench.auditProblem() == nil)
    }
}

@Test("an unknown name, a wrong password, an invited and a disabled account answer alike")
func refusedAlike() async throws {
    try await withIdentity { bench in
        try await bench.member("can.bo")
        try await bench.disable(try await bench.member("nghi.viec"))
        _ = try await bench.accounts.invite(draft("moi"), by: TestPermit(), reaching: everywhere)
        let wrong = String(repeating: "sai ", count: 99)
        for (name, password) in [
            ("khong.co", longPassword), ("nghi.viec", longPassword), ("moi", longPassword), ("", ""),
            ("' OR 1=1 --", longPassword), ("can.bo", "sai mật khẩu rồi"), ("can.bo", ""), ("can.bo", wrong),
        ] {
            let before = try await bench.number("SELECT count(*) FROM audit_entry")
            let code = await failure { _ = try await bench.begin(name, password) }
            #expect(code == .signInRefused, "\(name)")
            #expect(try await bench.number("SELECT count(*) FROM audit_entry") == before + 1)
        }
        #expect(try await bench.number("SELECT count(*) FROM session") == 0)
        #expect(try await bench.auditProblem() == nil)
    }
}

@Test("guessing is slowed down, also after a restart and with the right password, until the wait is over")
func throttled() async throws {
    try await withIdentity { bench in
        try await bench.member("can.bo")
        for _ in 0..<SignInPace.perName.attemptsFree {
            _ = await failure { _ = try await bench.begin("can.bo", "sai mật khẩu rồi") }
        }
        // the stores hold nothing themselves: each call above made new ones over the same database
        guard case .wait(let seconds) = try await bench.begin("can.bo") else { throw Unexpected() }
        #expect(seconds == 1)
        bench.clock.advance(-3600)
        guard case .wait = try await bench.begin("can.bo") else { throw Unexpected() }
        bench.clock.advance(seconds)
        _ = try await bench.signedIn("can.bo")
        #expect(try await bench.number("SELECT count(*) FROM sign_in_counter WHERE attempts >= 5") == 1)
    }
}

@Test("what is counted is kept without the name that was typed")
func countersHoldNoNames() async throws {
    try await withIdentity { bench in
        _ = await failure { _ = try await bench.begin("mat.khau.cua.toi") }
        #expect(try await bench.number("SELECT count(*) FROM sign_in_counter") == 2)
        let rows = try await bench.database.read { try $0.query("SELECT * FROM sign_in_counter") }
        #expect(!"\(rows)".contains("mat.khau"))
    }
}

@Test("a flood of invented names pushes out itself and not the counter of a name under attack")
func counterFlood() async throws {
    try await withIdentity { bench in
        for _ in 0..<4 { _ = await failure { _ = try await bench.begin("dich.danh", "sai mật khẩu rồi") } }
        let attacked = SignInThrottle.Key.name("dich.danh").hash
        _ = try await bench.database.write { transaction in
            for number in 0..<StoredThrottle.countersMax {
                try transaction.execute(
                    """
                    INSERT INTO sign_in_counter (key_hash, attempts, wait_left, memory_left, looked_at)
                    VALUES (\(SHA256.hash(Array("\(number)".utf8))), 1, 0, 1, 1)
                    """
                )
            }
        }
        _ = await failure { _ = try await bench.begin("khac", "sai mật khẩu rồi") }
        let left = try await bench.number("SELECT count(*) FROM sign_in_counter")
        #expect(left <= StoredThrottle.countersMax && left >= StoredThrottle.countersMax * 7 / 8)
        #expect(
            try await bench.number("SELECT attempts FROM sign_in_counter WHERE key_hash = \(attacked)") == 4
        )
    }
}

@Test("a password is hashed anew when the cost has gone up, and still fits")
func rehashed() async throws {
    try await withIdentity { bench in
        try await bench.member("can.bo")
        let dearer = try PasswordHashing(cost: .init(logN: 5), randomBytes: SecureRandom.bytes)
        let signIn = SignIn(bench.records, hashing: dearer, box: bench.box)
        _ = try await signIn.begin(name: "can.bo", password: longPassword, from: office)
        #expect(try await bench.audited().suffix(2) == ["account.password-rehashed", "account.signed-in"])
        _ = try await signIn.begin(name: "can.bo", password: longPassword, from: office)
        #expect(try await bench.audited().last == "account.signed-in")
        #expect(try await bench.auditProblem() == nil)
    }
}

@Test("a reset ends the sessions, and the old password with them")
func passwordReset() async throws {
    try await withIdentity { bench in
        let account = try await bench.member("can.bo")
        let (cookie, _) = try await bench.signedIn("can.bo")
        let link = try await bench.reset(account)
        _ = try await bench.sessions.find(cookie)
        _ = try await bench.links.setPassword(link.text, password: newPassword)
        let session = await failure { _ = try await bench.sessions.find(cookie) }
        #expect(session == .sessionEnded)
        let old = await failure { _ = try await bench.begin("can.bo") }
        #expect(old == .signInRefused)
        guard case .signedIn = try await bench.begin("can.bo", newPassword) else { throw Unexpected() }
    }
}
