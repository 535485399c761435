import AuditLog
import Database
import Foundation
import Language
import Testing
import Timekeeping

@testable import Identity

private let start = Instant(secondsSince1970: 1_795_000_000)

private func account(_ state: Account.State, _ grants: [RoleGrant]) throws -> Account {
    Account(id: AccountID(UUID()), draft: try draft("can.bo", grants), state: state, createdAt: start)
}

@Test("grants are kept once and in one order, however they were given")
func grantOrder() throws {
    let (a, b) = (RoleGrant(.viewer, in: commune), RoleGrant(.officer, in: province))
    #expect(try account(.active, [a, b, a]).grants == [RoleGrant](account(.active, [b, a]).grants))
    #expect(try account(.active, [a, b, a]).grants.count == 2)
}

@Test(
    "an administrator is one who can sign in and has that role in one of the units",
    arguments: [
        (Account.State.active, Role.administrator, province, true),
        (.active, .administrator, commune, false), (.active, .leader, province, false),
        (.invited, .administrator, province, false), (.disabled, .administrator, province, false),
    ]
)
func administrators(state: Account.State, role: Role, unit: String, expected: Bool) throws {
    #expect(try account(state, [RoleGrant(role, in: unit)]).isAdministrator(ofOneOf: [province]) == expected)
}

@Test("a link holds from a little before its making, for clocks that are set, to just before its end")
func validity() {
    let validity = Validity(createdAt: start, endsAt: start + .seconds(60))
    let slack = Validity.clockSlackSeconds
    for (seconds, holds) in [(-slack - 1, false), (-slack, true), (0, true), (59, true), (60, false)] {
        #expect(validity.holds(at: start + .seconds(seconds)) == holds, "\(seconds)")
    }
}

@Test(
    "a key's use is written first, then by the minute, and when the clock was set back",
    arguments: [(nil, true), (0, false), (-59, false), (-60, true), (1, true)] as [(Int?, Bool)]
)
func keyUses(usedSeconds: Int?, expected: Bool) {
    let key = APIKey(
        id: APIKeyID(UUID()),
        name: "Cổng",
        grant: RoleGrant(.viewer, in: commune),
        createdAt: start,
        endsAt: start + .seconds(86_400),
        usedAt: usedSeconds.map { start + .seconds($0) }
    )
    #expect(key.needsStoring(useAt: start) == expected)
}

@Test("a session of who has to set up one-time codes first speaks with no grant")
func reachOfSession() throws {
    let grants = [RoleGrant(.administrator, in: province), RoleGrant(.viewer, in: commune)]
    var it = try account(.active, grants)
    func principal() -> Principal {
        SignedIn(session: SessionID(UUID()), account: it, reach: it.sessionReach, formToken: "").principal
    }
    #expect(principal().grants.isEmpty)
    it.hasTimedCodes = true
    #expect(principal().grants == it.grants)
    #expect(principal().actor == .account(it.id.uuid))
}

@Test("what the log says of an account changes with each proof and does not hold it")
func contentOfRow() throws {
    var row = AccountRow(account: try account(.active, []), passwordHash: "$scrypt$a")
    var seen = [try row.content]
    row.passwordHash = "$scrypt$b"
    seen.append(try row.content)
    row.timedSecret = [1, 2, 3]
    seen.append(try row.content)
    row.recovery = RecoveryCodes(hashes: [[UInt8](repeating: 1, count: 32)])
    seen.append(try row.content)
    #expect(Set(seen).count == seen.count)
    row.timedLastStep = 7
    #expect(try row.content == seen.last)
    #expect(!seen.contains { String(decoding: $0, as: UTF8.self).contains("scrypt") })
}

@Test("a changed name is kept with its entry, the same name leaves none, and the log fits the row")
func ownName() async throws {
    try await withIdentity { bench in
        let account = try await bench.member("can.bo")
        let signedIn = try await bench.signedIn("can.bo").signedIn
        let name = try #require(FullName("Tên Mới"))
        let own = OwnAccount(bench.records, hashing: bench.hashing)
        for _ in 0..<2 { _ = try await own.setFullName(signedIn, to: name) }
        #expect(try await bench.now(account).fullName == name)
        #expect(try await bench.audited().filter { $0 == "account.name-set" }.count == 1)
        #expect(try await bench.auditProblem() == nil)
    }
}

@Test("an account is found by its name, and those who have a role in some units by that")
func foundByNameAndRole() async throws {
    try await withIdentity { bench in
        let account = try await bench.member("can.bo")
        let found = try await bench.accounts.find(account.signInName)
        #expect(found.id == account.id)
        let missing = await failure { _ = try await bench.accounts.find(#require(SignInName("khong.co"))) }
        #expect(missing == .accountNotFound)
        let grant = try #require(account.grants.first)
        let named = try await bench.accounts.active(granted: [grant.role], in: [grant.unit, otherCommune])
        #expect(named.map(\.id).contains(account.id))
        #expect(try await bench.accounts.active(granted: [grant.role], in: ["khong-co"]).isEmpty)
        #expect(try await bench.accounts.active(granted: [], in: [grant.unit]).isEmpty)
        _ = try await bench.disable(account)
        #expect(try await bench.accounts.active(granted: [grant.role], in: [grant.unit]).isEmpty)
    }
}
