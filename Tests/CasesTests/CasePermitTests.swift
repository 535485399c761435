import Access
import AuditLog
import Identity
import Language
import Places
import Testing

@testable import Cases

/// Whether somebody with `role` in the commune gets a permit for the action there.
private func may<A: Action>(_ role: Role, _: A.Type) -> Bool {
    let grants = [RoleGrant(role, in: commune.rawValue)]
    return (try? access.permit(Principal(actor: officer, grants: grants), to: A.self, on: commune)) != nil
}

private let access = Access(tree: { communesOfProvince })

@Test("leaders decide, officers work, inspectors open and comment, auditors and viewers only read")
func rolesOfActions() {
    #expect(Role.allCases.allSatisfy { may($0, ReadCase.self) })
    #expect(
        Role.allCases.filter { may($0, OpenCase.self) } == [.administrator, .leader, .officer, .inspector]
    )
    #expect(
        Role.allCases.filter { may($0, CommentCase.self) } == [.administrator, .leader, .officer, .inspector]
    )
    #expect(Role.allCases.filter { may($0, AcceptCase.self) } == [.leader, .officer])
    #expect(Role.allCases.filter { may($0, WorkOnCase.self) } == [.leader, .officer])
    #expect(Role.allCases.filter { may($0, AssignCase.self) } == [.leader])
    #expect(Role.allCases.filter { may($0, CloseCase.self) } == [.leader])
    #expect(Role.allCases.filter { may($0, RefuseCase.self) } == [.leader])
    #expect(Role.allCases.filter { may($0, DecideRefusal.self) } == [.leader])
}

@Test("no person can record a re-check or an escalation")
func programsOwnActions() {
    #expect(!Role.allCases.contains { may($0, VerifyCase.self) || may($0, EscalateCase.self) })
}

@Test("the owner's leader cannot decide about its own refusal, the province's can")
func refusalIsDecidedAbove() async throws {
    try await withCases { bench in
        let it = try await bench.open(draft())
        _ = try await bench.store.refuse(it.id, reason: "x", expecting: nil, by: bench.permit(leader))
        let above = bench.store.unitAbove(commune)
        #expect(above == province && bench.store.unitAbove(province) == province)
        let ofCommune = Principal(actor: leader, grants: [RoleGrant(.leader, in: commune.rawValue)])
        #expect(throws: AccessError.self) { try access.permit(ofCommune, to: DecideRefusal.self, on: above) }
        let ofProvince = Principal(actor: leader, grants: [RoleGrant(.leader, in: province.rawValue)])
        let permit = try access.permit(ofProvince, to: DecideRefusal.self, on: above)
        let ended = try await bench.store.confirmRefusal(it.id, expecting: nil, by: permit)
        #expect(!ended.state.isOpen)
    }
}
