import Database
import Foundation
import Places
import Testing
import Timekeeping

/// A province with a department that has an office below it, and three communes, one of which has ended.
private func smallProvince() throws -> [Unit] {
    [
        try unit("40", "Tỉnh Nghệ An", .province, below: nil, from: "1991-08-12"),
        try unit("so-y-te", "Sở Y tế", .department, below: "40"),
        try unit("benh-vien", "Bệnh viện đa khoa", .other, below: "so-y-te"),
        try unit("2", "Xã Đô Lương", below: "40"),
        try unit("1", "Xã Diễn Châu", below: "40"),
        try unit("3~2024", "Xã Đại Sơn", below: "40", from: "2024-12-01", to: "2025-07-01"),
    ]
}

private func names(_ units: [Unit]) -> [String] { units.map(\.name) }

@Test("children come by kind and then in Vietnamese order, đ after d")
func childrenOrder() throws {
    let tree = UnitTree(try smallProvince(), on: try day("2025-07-01"))
    #expect(names(tree.children(of: id("40"))) == ["Sở Y tế", "Xã Diễn Châu", "Xã Đô Lương"])
    #expect(names(tree.roots) == ["Tỉnh Nghệ An"])
}

@Test("a unit exists on its first day and not on the day that ends it")
func validity() throws {
    let units = try smallProvince()
    #expect(UnitTree(units, on: try day("2025-06-30")).unit(id("3~2024")) != nil)
    #expect(UnitTree(units, on: try day("2025-07-01")).unit(id("3~2024")) == nil)
    #expect(UnitTree(units, on: try day("2024-11-30")).units.count == 1)
}

@Test("a path goes from the root to the unit, and a subtree holds what lies below and nothing else")
func pathAndSubtree() throws {
    let tree = UnitTree(try smallProvince(), on: try day("2026-01-01"))
    #expect(names(tree.path(of: id("benh-vien"))) == ["Tỉnh Nghệ An", "Sở Y tế", "Bệnh viện đa khoa"])
    #expect(tree.subtree(of: id("so-y-te")) == [id("so-y-te"), id("benh-vien")])
    #expect(tree.subtree(of: id("40")).count == 5)
    #expect(tree.parent(of: id("benh-vien"))?.id == id("so-y-te"))
    #expect(tree.path(of: id("nobody")).isEmpty && tree.subtree(of: id("nobody")).isEmpty)
}

@Test("a unit contains itself and what lies below it, never its neighbour or its parent")
func containment() throws {
    let tree = UnitTree(try smallProvince(), on: try day("2026-01-01"))
    #expect(tree.contains(id("40"), id("benh-vien")))
    #expect(tree.contains(id("1"), id("1")))
    #expect(!tree.contains(id("so-y-te"), id("1")))
    #expect(!tree.contains(id("1"), id("40")))
    #expect(!tree.contains(id("40"), id("3~2024")))
}

@Test(
    "search needs no tones, no đ and no whole words",
    arguments: [
        ("do luong", ["Xã Đô Lương"]), ("Đô Lương", ["Xã Đô Lương"]), ("dien", ["Xã Diễn Châu"]),
        ("LUONG xa", ["Xã Đô Lương"]), ("xa", ["Xã Diễn Châu", "Xã Đô Lương"]), ("2", ["Xã Đô Lương"]),
        ("uong", []), ("", []), ("  %_' ", []),
    ]
)
func search(typed: String, found: [String]) throws {
    let tree = UnitTree(try smallProvince(), on: try day("2026-01-01"))
    #expect(names(tree.search(typed)) == found)
}

@Test("search puts whole words before beginnings of words and stops at its limit")
func searchRanks() throws {
    let units = [
        try unit("1", "Xã Châu Anh", below: nil), try unit("2", "Xã Anh", below: nil),
        try unit("3", "Xã An", below: nil),
    ]
    let tree = UnitTree(units, on: try day("2026-01-01"))
    #expect(names(tree.search("an")) == ["Xã An", "Xã Anh", "Xã Châu Anh"])
    #expect(tree.search("xa", countMax: 2).count == 2)
    #expect(tree.search("xa", countMax: -1).isEmpty)
}

@Test("a ring of parents or a missing parent loses no unit and does not hang")
func damagedData() throws {
    let units = [
        try unit("a", "A", below: "b"), try unit("b", "B", below: "a"), try unit("c", "C", below: "gone"),
        try unit("d", "D", below: "d"),
    ]
    let tree = UnitTree(units, on: try day("2026-01-01"))
    #expect(Set(tree.units.map(\.id)) == Set(units.map(\.id)))
    #expect(tree.path(of: id("b")).count == 2)
}

@Test("a chain of 100,000 units is walked without recursion")
func deepChain() throws {
    let start = try day("2025-07-01")
    let units = (0..<100_000).map { number in
        Unit(
            id: id("u\(number)"),
            code: "u\(number)",
            name: "U",
            kind: .other,
            parent: number == 0 ? nil : id("u\(number - 1)"),
            validFrom: start
        )
    }
    let tree = UnitTree(units, on: start)
    #expect(tree.contains(id("u0"), id("u99999")))
    #expect(tree.path(of: id("u99999")).count == 100_000)
}

@Test("a scope holds its units and nothing when it is empty")
func scope() {
    #expect(UnitScope.everything.contains(id("x")))
    #expect(UnitScope.units([id("x")]).contains(id("x")))
    #expect(!UnitScope.units([]).contains(id("x")))
}

@Test("an id is small letters, digits, hyphens and a tilde, and short")
func wellFormedIDs() {
    #expect(id("16681~2024").isWellFormed && id("so-noi-vu").isWellFormed)
    let badlyFormed = ["", "Sở", "a b", "a/b", "A", "x\0", String(repeating: "a", count: 65)]
    for text in badlyFormed { #expect(!id(text).isWellFormed, "\(text)") }
}
