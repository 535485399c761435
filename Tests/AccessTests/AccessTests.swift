import Access
import AuditLog
import Identity
import Language
import Places
import Testing
import Timekeeping

private enum Mend: Action {
    static let code = "test.mend"
    static let roles: Set<Role> = [.leader, .officer]
}

private let province = Unit.ID(rawValue: "40")
private let thanhVinh = Unit.ID(rawValue: "16681")
private let truongVinh = Unit.ID(rawValue: "16690")
private let watcher = Actor.system("watch")

private func access() throws -> Access {
    let day = try #require(Day(iso8601: "2026-11-24"))
    let tree = try ReferenceProvince.load().history.tree(at: day)
    return Access(tree: { tree })
}

private func principal(_ role: Role, in unit: Unit.ID) -> Principal {
    Principal(actor: watcher, grants: [RoleGrant(role, in: unit.rawValue)])
}

@Test("a role counts for its unit and for what lies below it")
func roleReachesDown() throws {
    let access = try access()
    #expect(
        try access.permit(principal(.officer, in: thanhVinh), to: Mend.self, on: thanhVinh).unit == thanhVinh
    )
    #expect(
        try access.permit(principal(.leader, in: province), to: Mend.self, on: truongVinh).unit == truongVinh
    )
}

@Test("another unit's thing answers exactly as one that does not exist")
func outOfSight() throws {
    let access = try access()
    let officer = principal(.officer, in: thanhVinh)
    let nowhere = Unit.ID(rawValue: "99999")
    for unit in [truongVinh, province, nowhere] {
        let error = #expect(throws: AccessError.self) { try access.permit(officer, to: Mend.self, on: unit) }
        #expect(error?.code == .outOfSight)
        #expect(error?.category == .notFound)
    }
}

@Test(
    "a role that does not allow the action is told so",
    arguments: [Role.viewer, .auditor, .inspector, .administrator]
)
func forbidden(role: Role) throws {
    let access = try access()
    let error = #expect(throws: AccessError.self) {
        try access.permit(principal(role, in: thanhVinh), to: Mend.self, on: thanhVinh)
    }
    #expect(error?.code == .forbidden)
}

@Test("a list shows the subtree of the roles that count, and nothing without one")
func scope() throws {
    let access = try access()
    #expect(access.scope(of: principal(.officer, in: thanhVinh), to: Mend.self) == .units([thanhVinh]))
    #expect(access.scope(of: principal(.leader, in: province), to: Mend.self) == .everything)
    #expect(access.scope(of: principal(.viewer, in: province), to: Mend.self) == .units([]))
    #expect(access.scope(of: Principal(actor: watcher, grants: []), to: Mend.self) == .units([]))
}

@Test("the widest permit is that of the highest grant above the unit, and never of a role that may not")
func widestPermit() throws {
    let access = try access()
    let both = Principal(
        actor: watcher,
        grants: [RoleGrant(.leader, in: thanhVinh.rawValue), RoleGrant(.officer, in: province.rawValue)]
    )
    #expect(try access.widestPermit(both, to: Mend.self, reaching: thanhVinh).unit == province)
    let mixed = Principal(
        actor: watcher,
        grants: [RoleGrant(.leader, in: thanhVinh.rawValue), RoleGrant(.viewer, in: province.rawValue)]
    )
    #expect(try access.widestPermit(mixed, to: Mend.self, reaching: thanhVinh).unit == thanhVinh)
    #expect(throws: AccessError.self) {
        try access.widestPermit(mixed, to: Mend.self, reaching: truongVinh)
    }
}

@Test("a unit that exists no more is for who is granted the top, and out of sight for everybody else")
func permitForEndedUnit() throws {
    let access = try access()
    let ended = Unit.ID(rawValue: "16663~2024")
    #expect(
        try access.widestPermit(principal(.leader, in: province), to: Mend.self, reaching: ended).unit
            == province
    )
    #expect(throws: AccessError.self) {
        try access.widestPermit(principal(.leader, in: thanhVinh), to: Mend.self, reaching: ended)
    }
}
