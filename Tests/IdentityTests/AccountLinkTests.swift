import AuditLog
import Cryptography
import Database
import Language
import Testing
import Timekeeping

@testable import Identity

private func name(_ text: String = "quan.tri") throws -> SignInName { try #require(SignInName(text)) }
private func person() throws -> FullName { try #require(FullName("Trần Văn Mẫu")) }

@Test("the first start's link makes one administrator of the top unit, and then there is no further link")
func firstAdministrator() async throws {
    try await withIdentity { bench in
        let link = try #require(try await bench.links.makeFirstAdministratorLink(unit: province))
        let account = try await bench.links.makeFirstAdministrator(
            link.text,
            signInName: try name(),
            fullName: try person(),
            password: longPassword
        )
        #expect(account.state == .active)
        #expect(account.grants == [RoleGrant(.administrator, in: province)])
        #expect(try await bench.links.makeFirstAdministratorLink(unit: province) == nil)
        #expect(try await bench.audited() == ["account.first-administrator-made"])
        #expect(try await bench.auditProblem() == nil)
    }
}

@Test("the first start's link works once, for a day, and only until the next start makes another")
func firstLinkEnds() async throws {
    try await withIdentity { bench in
        func use(_ text: String) async -> IdentityErrorCode? {
            await failure {
                _ = try await bench.links.makeFirstAdministrator(
                    text,
                    signInName: try name(),
                    fullName: try person(),
                    password: longPassword
                )
            }
        }
        let replaced = try #require(try await bench.links.makeFirstAdministratorLink(unit: province))
        let late = try #require(try await bench.links.makeFirstAdministratorLink(unit: province))
        #expect(await use(replaced.text) == .linkEnded)
        bench.clock.advance(AccountLink.firstAdministratorSeconds)
        #expect(await use(late.text) == .linkEnded)
        let good = try #require(try await bench.links.makeFirstAdministratorLink(unit: province))
        #expect(await use(good.text) == nil)
        #expect(await use(good.text) == .linkEnded)
    }
}

@Test("a first link is worth nothing once another administrator can sign in")
func firstLinkAfterAdministrator() async throws {
    try await withIdentity { bench in
        let link = try #require(try await bench.links.makeFirstAdministratorLink(unit: province))
        _ = try await bench.administrator()
        #expect(await failure { _ = try await bench.links.find(link.text) } == .linkEnded)
    }
}

@Test("a forged link, one that is no token, and a stolen row all open nothing")
func forgedLinks() async throws {
    try await withIdentity { bench in
        let (_, link) = try await bench.accounts.invite(
            draft("can.bo"),
            by: TestPermit(),
            reaching: everywhere
        )
        let stored: [UInt8] = try await bench.database.read {
            try $0.value("SELECT token_hash FROM account_link") ?? []
        }
        #expect(stored == link.hash)
        let forged = try #require(SecretToken.make(randomBytes: SecureRandom.bytes))
        for text in [forged.text, "", "x", BaseCoding.base64URL.encode(stored), link.text + "A"] {
            #expect(await failure { _ = try await bench.links.find(text) } == .linkEnded)
            #expect(
                await failure { _ = try await bench.links.setPassword(text, password: longPassword) }
                    == .linkEnded
            )
        }
    }
}

@Test("an invitation is for a week, and a clock that was set back to before it does not stretch it")
func invitationTime() async throws {
    try await withIdentity { bench in
        let (_, link) = try await bench.accounts.invite(
            draft("can.bo"),
            by: TestPermit(),
            reaching: everywhere
        )
        bench.clock.advance(-Int64(Validity.clockSlackSeconds))
        #expect(try await bench.links.find(link.text).purpose == .invitation)
        bench.clock.advance(-1)
        #expect(await failure { _ = try await bench.links.find(link.text) } == .linkEnded)
        bench.clock.advance(Int64(Validity.clockSlackSeconds) + AccountLink.invitationSeconds)
        #expect(try await bench.links.find(link.text).purpose == .invitation)
        bench.clock.advance(1)
        #expect(await failure { _ = try await bench.links.find(link.text) } == .linkEnded)
    }
}

@Test("a password that is too weak is refused, and the link still works")
func weakPassword() async throws {
    try await withIdentity { bench in
        let (_, link) = try await bench.accounts.invite(
            draft("can.bo"),
            by: TestPermit(),
            reaching: everywhere
        )
        #expect(
            await failure { _ = try await bench.links.setPassword(link.text, password: "ngắn") }
                == .passwordTooShort
        )
        #expect(try await bench.links.setPassword(link.text, password: longPassword).state == .active)
    }
}

@Test("a link for one purpose does not serve another")
func otherPurpose() async throws {
    try await withIdentity { bench in
        let first = try #require(try await bench.links.makeFirstAdministratorLink(unit: province))
        #expect(
            await failure { _ = try await bench.links.setPassword(first.text, password: longPassword) }
                == .linkEnded
        )
        let (_, invitation) = try await bench.accounts.invite(
            draft("can.bo"),
            by: TestPermit(),
            reaching: everywhere
        )
        let refused = await failure {
            _ = try await bench.links.makeFirstAdministrator(
                invitation.text,
                signInName: try name(),
                fullName: try person(),
                password: longPassword
            )
        }
        #expect(refused == .linkEnded)
        #expect(try await bench.number("SELECT count(*) FROM account") == 1)
    }
}

@Test("of two people with the first link at once one becomes administrator")
func firstLinkRaced() async throws {
    try await withIdentity { bench in
        let link = try #require(try await bench.links.makeFirstAdministratorLink(unit: province)).text
        let (person, names) = (try person(), try ["a", "b", "c"].map { try name($0) })
        let made = await withTaskGroup(of: Bool.self) { group in
            for name in names {
                group.addTask {
                    let account = try? await bench.links.makeFirstAdministrator(
                        link,
                        signInName: name,
                        fullName: person,
                        password: longPassword
                    )
                    return account != nil
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(made == 1)
        #expect(try await bench.number("SELECT count(*) FROM account") == 1)
    }
}

@Test("a reset of who never came is their invitation again, and a second link ends the first")
func resetOfInvited() async throws {
    try await withIdentity { bench in
        let (account, first) = try await bench.accounts.invite(
            draft("can.bo"),
            by: TestPermit(),
            reaching: everywhere
        )
        let second = try await bench.reset(account)
        let old = await failure { _ = try await bench.links.find(first.text) }
        #expect(old == .linkEnded)
        let link = try await bench.links.find(second.text)
        #expect(link.purpose == .invitation)
        #expect(try await bench.links.account(of: link).signInName.text == "can.bo")
    }
}
