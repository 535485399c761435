import AuditLog
import Database
import Language
import Testing
import Timekeeping

@testable import Identity

@Test("an invited account cannot sign in yet; its entry and its grants are there")
func invited() async throws {
    try await withIdentity { bench in
        let grants = [RoleGrant(.viewer, in: commune), RoleGrant(.officer, in: commune)]
        let (account, _) = try await bench.accounts.invite(
            draft("can.bo", grants + grants),
            by: TestPermit(),
            reaching: everywhere
        )
        #expect(account.state == .invited)
        #expect(Set(account.grants) == Set(grants) && account.grants.count == 2)
        #expect(try await bench.accounts.find(account.id) == account)
        #expect(try await bench.audited() == ["account.invited"])
    }
}

@Test("a sign-in name is given once")
func nameTaken() async throws {
    try await withIdentity { bench in
        try await bench.member("can.bo")
        #expect(await failure { try await bench.member("Can.Bo") } == .signInNameTaken)
    }
}

@Test("grants outside the permit are refused, when inviting and when changing")
func grantsOutside() async throws {
    try await withIdentity { bench in
        let outside = [RoleGrant(.leader, in: otherCommune)]
        let invited = await failure {
            _ = try await bench.accounts.invite(
                draft("a", outside),
                by: TestPermit(),
                reaching: reach(commune)
            )
        }
        #expect(invited == .grantOutOfReach)
        let elsewhere = await failure {
            _ = try await bench.accounts.invite(
                draft("a", in: otherCommune),
                by: TestPermit(),
                reaching: reach(commune)
            )
        }
        #expect(elsewhere == .grantOutOfReach)
        let account = try await bench.member("can.bo")
        let changed = await failure {
            _ = try await bench.accounts.changeGrants(
                of: account.id,
                to: outside,
                expecting: account.version,
                by: TestPermit(),
                reaching: reach(commune)
            )
        }
        #expect(changed == .grantOutOfReach)
        #expect(try await bench.accounts.find(account.id) == account)
    }
}

@Test("another unit's account answers as one that does not exist, one that reaches further is refused")
func accountsOutside() async throws {
    try await withIdentity { bench in
        let other = try await bench.member("khac", [], in: otherCommune)
        let high = try await bench.member("cao", [RoleGrant(.leader, in: province)])
        func reset(_ account: Account) async -> IdentityErrorCode? {
            await failure {
                _ = try await bench.reset(account, within: reach(commune))
            }
        }
        #expect(await reset(other) == .accountNotFound)
        #expect(await reset(high) == .accountReachesFurther)
    }
}

@Test("nobody writes over what they have not seen")
func staleVersion() async throws {
    try await withIdentity { bench in
        let seen = try await bench.member("can.bo")
        func change() async throws {
            _ = try await bench.accounts.changeGrants(
                of: seen.id,
                to: [],
                expecting: seen.version,
                by: TestPermit(),
                reaching: everywhere
            )
        }
        try await change()
        #expect(await failure(change) == .changedMeanwhile)
    }
}

@Test("the last administrator at the top is neither disabled nor stripped, the last but one is")
func lastAdministrator() async throws {
    try await withIdentity { bench in
        let first = try await bench.administrator()
        func disable(_ account: Account) async -> IdentityErrorCode? {
            await failure {
                try await bench.disable(account)
            }
        }
        // an administrator of a part, and one who has not come yet, do not count
        try await bench.member("xa", [RoleGrant(.administrator, in: commune)])
        _ = try await bench.accounts.invite(
            draft("moi", [RoleGrant(.administrator, in: province)]),
            by: TestPermit(),
            reaching: everywhere
        )
        #expect(await disable(first) == .lastAdministrator)
        let stripped = await failure {
            _ = try await bench.accounts.changeGrants(
                of: first.id,
                to: [RoleGrant(.viewer, in: province)],
                expecting: first.version,
                by: TestPermit(),
                reaching: everywhere
            )
        }
        #expect(stripped == .lastAdministrator)
        let second = try await bench.administrator("pho.quan.tri")
        #expect(await disable(first) == nil)
        #expect(await disable(second) == .lastAdministrator)
    }
}

@Test("a disabled account's link opens nothing, and it is not disabled twice")
func disabled() async throws {
    try await withIdentity { bench in
        let account = try await bench.member("can.bo")
        let link = try await bench.reset(account)
        let disabled = try await bench.disable(try await bench.now(account))
        let opened = await failure { _ = try await bench.links.find(link.text) }
        #expect(opened == .linkEnded)
        let again = await failure { try await bench.disable(disabled) }
        #expect(again == .wrongState)
        let reset = await failure { _ = try await bench.reset(disabled) }
        #expect(reset == .wrongState)
    }
}

@Test("an account that is enabled again needs a new password")
func enabled() async throws {
    try await withIdentity { bench in
        let account = try await bench.member("can.bo")
        let early = await failure { _ = try await bench.enable(account) }
        #expect(early == .wrongState)
        let link = try await bench.enable(try await bench.disable(account))
        #expect(try await bench.now(account).state == .invited)
        #expect(try await bench.links.setPassword(link.text, password: newPassword).state == .active)
        #expect(try await bench.auditProblem() == nil)
    }
}

@Test("an erased person is gone from rows and log, and the log still verifies")
func erased() async throws {
    try await withIdentity { bench in
        let account = try await bench.member("nguyen.van.mau")
        let disabled = try await bench.disable(account)
        try await bench.accounts.erase(
            account.id,
            expecting: disabled.version,
            by: TestPermit(),
            reaching: everywhere
        )
        let left = try await bench.accounts.find(account.id)
        #expect(left.signInName.text == "erased-\(account.id)")
        #expect(left.grants.isEmpty && left.state == .disabled)
        #expect(try await bench.number("SELECT count(*) FROM audit_entry WHERE content IS NOT NULL") == 0)
        #expect(try await bench.auditProblem() == nil)
    }
}

@Test("only a disabled account is erased")
func eraseActive() async throws {
    try await withIdentity { bench in
        let account = try await bench.member("can.bo")
        let refused = await failure {
            try await bench.accounts.erase(
                account.id,
                expecting: account.version,
                by: TestPermit(),
                reaching: everywhere
            )
        }
        #expect(refused == .wrongState)
    }
}

@Test("a list goes by sign-in name, page by page, within its units")
func list() async throws {
    try await withIdentity { bench in
        for name in ["c", "a", "b"] { try await bench.member(name) }
        try await bench.member("d", [], in: otherCommune)
        let here: SQL = "unit_id = \(commune)"
        let first = try await bench.accounts.list(where: here, limit: 2)
        #expect(first.map(\.signInName.text) == ["a", "b"])
        let rest = try await bench.accounts.list(where: here, after: first.last?.signInName)
        #expect(rest.map(\.signInName.text) == ["c"])
    }
}

@Test("a name that nobody has, and 33 grants, are refused")
func values() async throws {
    for text in ["", "  ", "a\nb", "a\u{202E}b", String(repeating: "x", count: 101)] {
        #expect(FullName(text) == nil)
    }
    #expect(FullName(" Ngô Thị A ")?.text == "Ngô Thị A")
    try await withIdentity { bench in
        let units = (0...Account.grantsMax).map { "u\($0)" }
        let many = units.map { RoleGrant(.viewer, in: $0) }
        let all = PermitReach(roots: [province], covers: { _ in true }, mayGrant: { _ in true })
        let refused = await failure {
            _ = try await bench.accounts.invite(draft("a", many), by: TestPermit(), reaching: all)
        }
        #expect(refused == .tooManyGrants)
    }
}

@Test(
    "the verifier finds each account whose row was changed behind the store",
    arguments: [
        "UPDATE account SET password_hash = '$scrypt$other'", "UPDATE account SET sign_in_name = 'x'",
        "DELETE FROM account_grant", "UPDATE account_grant SET role = 'leader'",
    ] as [String]
)
func auditFindsTampering(sql: String) async throws {
    try await withIdentity { bench in
        try await bench.member("can.bo")
        #expect(try await bench.auditProblem() == nil)
        _ = try await bench.database.write { try $0.execute("\(trusted: sql)") }
        #expect(try await bench.auditProblem() == .rowChanged)
    }
}
