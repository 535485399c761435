import Access
import AuditLog
import Cryptography
import Database
import Foundation
import Identity
import Language
import Places
import TestDatabases
import Testing
import Timekeeping

private let province = Unit.ID(rawValue: "40")
private let thanhVinh = Unit.ID(rawValue: "16681")
private let truongVinh = Unit.ID(rawValue: "16690")
private let now = Instant(secondsSince1970: 1_795_000_000)

private struct Bench {
    let access: Access
    let accounts: AccountAdministration
    let keys: KeyAdministration
    let links: AccountLinks
    let sessions: SessionStore
    let signIn: SignIn

    /// A permit as a request gets it: from what the session of `account` is granted.
    func permit<A: Action>(_ account: Account, on unit: Places.Unit.ID) throws -> Permit<A> {
        let principal = Principal(actor: .account(account.id.uuid), grants: account.grants)
        return try access.permit(principal, to: A.self, on: unit)
    }

    /// The first administrator, of the whole province.
    func first() async throws -> Account {
        let link = try #require(try await links.makeFirstAdministratorLink(unit: province.rawValue))
        return try await links.makeFirstAdministrator(
            link.text,
            signInName: try #require(SignInName("quan.tri")),
            fullName: try #require(FullName("Trần Văn Mẫu")),
            password: "bốn từ rời nhau dễ nhớ"
        )
    }

    /// Invited by `by`, and in.
    func member(
        _ name: String,
        _ role: Role,
        in unit: Places.Unit.ID,
        by administrator: Account,
        on top: Places.Unit.ID = province
    ) async throws -> Account {
        let draft = AccountDraft(
            signInName: try #require(SignInName(name)),
            fullName: try #require(FullName("Nguyễn Thị Mẫu")),
            unit: unit.rawValue,
            grants: [RoleGrant(role, in: unit.rawValue)]
        )
        let (_, link) = try await accounts.invite(draft, by: permit(administrator, on: top))
        return try await links.setPassword(link.text, password: "bốn từ rời nhau dễ nhớ")
    }
}

private func withAccounts<T>(_ body: (Bench) async throws -> T) async throws -> T {
    let clock = WallClock { now }
    return try await onEachDatabase(AuditLog.migrations + IdentityMigrations.all, clock: clock) {
        (each) async throws in
        let records = IdentityRecords(
            database: each.database,
            audit: AuditLog(randomBytes: SecureRandom.bytes),
            clock: clock,
            ids: IDMaker { UUID() },
            randomBytes: SecureRandom.bytes
        )
        let day = try #require(Day(iso8601: "2026-11-24"))
        let units = try ReferenceProvince.load().history.tree(at: day)
        let hashing = try PasswordHashing(cost: .init(logN: 4), randomBytes: SecureRandom.bytes)
        let box = try SealedBox(key: [UInt8](repeating: 5, count: 32), randomBytes: SecureRandom.bytes)
        return try await body(
            Bench(
                access: Access(tree: { units }),
                accounts: AccountAdministration(AccountStore(records), tree: { units }),
                keys: KeyAdministration(APIKeyStore(records), tree: { units }),
                links: AccountLinks(records, hashing: hashing),
                sessions: SessionStore(records, formKey: [1, 2, 3]),
                signIn: SignIn(records, hashing: hashing, box: box)
            )
        )
    }
}

private func failure(_ body: () async throws -> Void) async -> (any FailureCode)? {
    do { try await body() } catch {
        return (error as? IdentityError)?.code ?? (error as? AccessError)?.code
    }
    return nil
}

private func isRefused(
    _ code: IdentityErrorCode,
    _ body: () async throws -> Void
) async -> Bool {
    await failure(body) as? IdentityErrorCode == code
}

@Test("the first administrator invites somebody, who signs in and gets a permit of their own role")
func fromFirstStartToPermit() async throws {
    try await withAccounts { bench in
        let first = try await bench.first()
        _ = try await bench.member("can.bo", .officer, in: thanhVinh, by: first)
        let step = try await bench.signIn.begin(
            name: "can.bo",
            password: "bốn từ rời nhau dễ nhớ",
            from: ClientAddress("203.0.113.7")
        )
        guard case .signedIn(let new) = step else {
            Issue.record("not signed in")
            return
        }
        let principal = try await bench.sessions.find(new.token.text).principal
        #expect(throws: AccessError.self) {
            try bench.access.permit(principal, to: ManageAccounts.self, on: thanhVinh)
        }
        #expect(bench.access.scope(of: principal, to: ManageAccounts.self) == .units([]))
    }
}

@Test("an administrator of a commune gives nothing above or beside it")
func communeAdministrator() async throws {
    try await withAccounts { bench in
        let first = try await bench.first()
        let local = try await bench.member("xa", .administrator, in: thanhVinh, by: first)
        for unit in [province, truongVinh] {
            let permit = await failure {
                let _: Permit<ManageAccounts> = try bench.permit(local, on: unit)
            }
            #expect(permit as? AccessErrorCode == .outOfSight)
            let invited = await isRefused(.grantOutOfReach) {
                _ = try await bench.member("x", .viewer, in: unit, by: local, on: thanhVinh)
            }
            #expect(invited)
        }
        let below = try await bench.member("can.bo", .viewer, in: thanhVinh, by: local, on: thanhVinh)
        let raised = await isRefused(.grantOutOfReach) {
            _ = try await bench.accounts.changeGrants(
                of: below.id,
                to: [RoleGrant(.administrator, in: province.rawValue)],
                expecting: below.version,
                by: bench.permit(local, on: thanhVinh)
            )
        }
        #expect(raised)
    }
}

@Test(
    "an administrator of a commune does not take over an account that reaches further, by a reset or otherwise"
)
func takeOver() async throws {
    try await withAccounts { bench in
        let first = try await bench.first()
        let local = try await bench.member("xa", .administrator, in: thanhVinh, by: first)
        let officer = try await bench.member("can.bo", .officer, in: thanhVinh, by: first)
        let leader = try await bench.accounts.changeGrants(
            of: officer.id,
            to: officer.grants + [RoleGrant(.leader, in: province.rawValue)],
            expecting: officer.version,
            by: bench.permit(first, on: province)
        )
        let reset = await isRefused(.accountReachesFurther) {
            _ = try await bench.accounts.reset(
                leader.id,
                expecting: leader.version,
                by: bench.permit(local, on: thanhVinh)
            )
        }
        let disabled = await isRefused(.accountReachesFurther) {
            _ = try await bench.accounts.disable(
                leader.id,
                expecting: leader.version,
                by: bench.permit(local, on: thanhVinh)
            )
        }
        #expect(reset && disabled)
        let unseen = await isRefused(.accountNotFound) {
            _ = try await bench.accounts.disable(
                first.id,
                expecting: first.version,
                by: bench.permit(local, on: thanhVinh)
            )
        }
        #expect(unseen)
    }
}

@Test("the last administrator of the province cannot lock themselves out")
func lastOne() async throws {
    try await withAccounts { bench in
        let first = try await bench.first()
        let out = await isRefused(.lastAdministrator) {
            _ = try await bench.accounts.disable(
                first.id,
                expecting: first.version,
                by: bench.permit(first, on: province)
            )
        }
        #expect(out)
        let second = try await bench.member("hai", .administrator, in: province, by: first)
        let disabled = try await bench.accounts.disable(
            first.id,
            expecting: first.version,
            by: bench.permit(second, on: province)
        )
        #expect(disabled.state == .disabled)
    }
}

@Test("lists and single accounts stay within the scope")
func scoped() async throws {
    try await withAccounts { bench in
        let first = try await bench.first()
        let here = try await bench.member("day", .viewer, in: thanhVinh, by: first)
        let there = try await bench.member("kia", .viewer, in: truongVinh, by: first)
        let scope = UnitScope.units([thanhVinh])
        #expect(try await bench.accounts.list(within: scope).map(\.id) == [here.id])
        #expect(try await bench.accounts.list(within: .everything).count == 3)
        #expect(try await bench.accounts.find(here.id, within: scope) == here)
        let unseen = await isRefused(.accountNotFound) {
            _ = try await bench.accounts.find(there.id, within: scope)
        }
        #expect(unseen)
    }
}

@Test("keys are made, listed and revoked within the permit alone")
func keysScoped() async throws {
    try await withAccounts { bench in
        let first = try await bench.first()
        let local = try await bench.member("xa", .administrator, in: thanhVinh, by: first)
        let draft = try APIKeyDraft(
            name: "Cổng dữ liệu",
            grant: RoleGrant(.viewer, in: truongVinh.rawValue),
            days: 30
        )
        let refused = await isRefused(.grantOutOfReach) {
            _ = try await bench.keys.make(draft, by: bench.permit(local, on: thanhVinh))
        }
        #expect(refused)
        let key = try await bench.keys.make(draft, by: bench.permit(first, on: province)).key
        #expect(try await bench.keys.list(within: .units([truongVinh])) == [key])
        #expect(try await bench.keys.list(within: .units([thanhVinh])).isEmpty)
        let unseen = await isRefused(.keyNotFound) {
            _ = try await bench.keys.revoke(key.id, by: bench.permit(local, on: thanhVinh))
        }
        #expect(unseen)
        #expect(try await bench.keys.revoke(key.id, by: bench.permit(first, on: province)).revokedAt == now)
    }
}
