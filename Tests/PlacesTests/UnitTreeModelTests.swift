import Foundation
import Places
import Testing
import Timekeeping

/// The plain way to answer what ``UnitTree`` answers quickly.
private struct PlainTree {
    let units: [Unit.ID: Unit]

    func isBelow(_ ancestor: Unit.ID, _ id: Unit.ID) -> Bool {
        var next: Unit.ID? = id
        while let current = next {
            if current == ancestor { return true }
            next = units[current]?.parent
        }
        return false
    }

    func subtree(of id: Unit.ID) -> Set<Unit.ID> { Set(units.keys.filter { isBelow(id, $0) }) }

    func children(of id: Unit.ID) -> Set<Unit.ID> { Set(units.values.filter { $0.parent == id }.map(\.id)) }
}

/// Numbers that look random and are the same in every run.
private struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(sides))
    }
}

/// A tree of `count` units, each below one of those before it.
private func anyTree(count: Int, seed: UInt64) throws -> [Unit] {
    var dice = Dice(state: seed)
    return try (0..<count).map { number in
        let parent = number == 0 ? nil : "u\(dice.roll(number))"
        let kind = UnitKind.allCases[dice.roll(UnitKind.allCases.count)]
        return try unit("u\(number)", "Đơn vị \(dice.roll(50))", kind, below: parent)
    }
}

@Test(
    "the quick tree answers as the plain one does, whatever its shape",
    arguments: [1, 2, 3, 4, 5, 6] as [UInt64]
)
func quickTreeIsRight(seed: UInt64) throws {
    let units = try anyTree(count: 40, seed: seed)
    let tree = UnitTree(units, on: try day("2026-01-01"))
    let plain = PlainTree(units: Dictionary(uniqueKeysWithValues: units.map { ($0.id, $0) }))
    #expect(tree.units.count == units.count)
    for one in units {
        #expect(Set(tree.subtree(of: one.id)) == plain.subtree(of: one.id))
        #expect(Set(tree.children(of: one.id).map(\.id)) == plain.children(of: one.id))
        #expect(tree.path(of: one.id).last == one && tree.path(of: one.id).first?.parent == nil)
        #expect(tree.parent(of: one.id)?.id == one.parent)
        for other in units {
            #expect(tree.contains(one.id, other.id) == plain.isBelow(one.id, other.id))
        }
    }
}

@Test("the same units give the same tree, in whatever order they come", arguments: [7, 8] as [UInt64])
func orderDoesNotMatter(seed: UInt64) throws {
    let units = try anyTree(count: 60, seed: seed)
    let today = try day("2026-01-01")
    #expect(UnitTree(units.reversed(), on: today).units == UnitTree(units, on: today).units)
    #expect(UnitTree(units.sorted { $0.name < $1.name }, on: today).units == UnitTree(units, on: today).units)
}

@Test("every unit of the province is found by its own name without tones, and by its code")
func everyUnitIsFound() throws {
    let tree = try ReferenceProvince.load().history.tree(at: try day("2026-01-01"))
    for unit in tree.units {
        let plainName = unit.name.folding(options: .diacriticInsensitive, locale: nil)
            .replacing("đ", with: "d").replacing("Đ", with: "D")
        #expect(tree.search(plainName, countMax: 200).contains(unit), "\(plainName)")
        #expect(tree.search(unit.code, countMax: 200).contains(unit), "\(unit.code)")
    }
}

@Test("the communes come in dictionary order")
func communesInOrder() throws {
    let tree = try ReferenceProvince.load().history.tree(at: try day("2026-01-01"))
    let communes = tree.children(of: ReferenceProvince.provinceID).filter { $0.kind == .commune }.map(\.name)
    #expect(communes.prefix(3) == ["Xã An Châu", "Xã Anh Sơn", "Xã Anh Sơn Đông"])
    let letterD = communes.filter { $0.hasPrefix("Xã D") || $0.hasPrefix("Xã Đ") }.map {
        $0.dropFirst(3).prefix(1)
    }
    #expect(letterD == letterD.sorted { ($0 == "D" ? 0 : 1) < ($1 == "D" ? 0 : 1) })
}
