import AuditLog
import Identity
import Places
import Testing
import Timekeeping

@testable import Access

private let province = Unit.ID(rawValue: "40")
private let thanhVinh = Unit.ID(rawValue: "16681")

private func tree() throws -> UnitTree {
    try ReferenceProvince.load().history.tree(at: #require(Day(iso8601: "2026-11-24")))
}

@Test("the codes of Access's own actions are in the catalogue by role")
func rolesOfActions() {
    let catalogue = ActionCatalogue(AccessActions.all)
    #expect(catalogue.actions(of: .administrator).map { $0.code }.contains("account.manage"))
    #expect(catalogue.actions(of: .officer).isEmpty)
}

@Test("a permit's unit is told to Identity as text")
func unitOfPermit() {
    let permit: Permit<ManageAccounts> = SystemAccess().permit(.system("start"), on: thanhVinh)
    #expect(permit.unitID == "16681")
}

@Test("what is left in a unit that exists no more is the top's to tidy up, and nothing new is given in it")
func abolishedUnits() throws {
    let tree = try tree()
    let (top, below) = (tree.reach(of: province), tree.reach(of: thanhVinh))
    #expect(top.covers("16663~2024") && !below.covers("16663~2024"))
    #expect(!top.mayGrant("16663~2024") && !below.mayGrant("16663~2024"))
    #expect(top.covers("16681") && top.mayGrant("16681") && below.mayGrant("16681"))
    #expect(!below.covers("40") && !below.mayGrant("40"))
    #expect(top.roots == ["40"])
}
