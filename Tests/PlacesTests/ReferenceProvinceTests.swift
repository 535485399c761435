import Foundation
import Places
import Testing
import Timekeeping

private func count(_ units: [Unit], _ kinds: UnitKind...) -> Int { units.count { kinds.contains($0.kind) } }

@Test("since the merger the province has 130 communes, 119 and 11 wards, and 14 departments")
func unitsSinceMerger() throws {
    let tree = try ReferenceProvince.load().history.tree(at: try day("2025-07-01"))
    #expect(count(tree.units, .commune) == 119)
    #expect(count(tree.units, .ward) == 11)
    #expect(count(tree.units, .department) == 14)
    #expect(count(tree.units, .district, .town) == 0)
    #expect(tree.units.count == 1 + 130 + 14)
    #expect(tree.children(of: ReferenceProvince.provinceID).count == 144)
}

@Test("before the merger it had 412 communes in 20 districts")
func unitsBeforeMerger() throws {
    let tree = try ReferenceProvince.load().history.tree(at: try day("2025-06-30"))
    #expect(count(tree.units, .commune, .ward, .town) == 412)
    #expect(count(tree.units, .district) == 20)
    let districts = tree.children(of: ReferenceProvince.provinceID).filter { $0.kind == .district }
    #expect(districts.reduce(0) { $0 + tree.children(of: $1.id).count } == 412)
    let vinh = try #require(tree.search("thanh pho vinh").first)
    #expect(tree.path(of: vinh.id).map(\.name) == ["Tỉnh Nghệ An", "Thành phố Vinh"])
}

@Test("each commune that ended became exactly one of the 130, whole, by the resolution of 2025")
func successionsOfMerger() throws {
    let history = try ReferenceProvince.load().history
    let before = history.tree(at: try day("2025-06-30")).units.filter {
        $0.validTo != nil && $0.kind != .district
    }
    #expect(before.count == 412 && history.successions.count == 412)
    for old in before {
        let successors = history.successors(of: old.id, at: try day("2025-07-01"))
        #expect(successors.map(\.weight) == [1], "\(old.id)")
        #expect(successors.first?.unit.validFrom == (try day("2025-07-01")))
    }
    #expect(Set(history.successions.map(\.decision)) == [ReferenceProvince.mergerDecision])
    #expect(Set(history.successions.map(\.to)).count == 130)
}

@Test("the areas of the communes sum to 16,489.49 km², and every commune has a place")
func areas() throws {
    let communes = try ReferenceProvince.load().units.filter { $0.areaKm2 != nil }
    let sum = communes.reduce(0) { $0 + ($1.areaKm2 ?? 0) }
    #expect(communes.count == 130)
    #expect(abs(sum - 16_489.49) < 0.005)
    #expect(communes.allSatisfy { $0.location != nil })
}

@Test("each of the 130 has a cell of its own on the shipped map")
func hexagons() throws {
    let province = try ReferenceProvince.load()
    let communes = province.units.filter { $0.areaKm2 != nil }.map(\.id)
    #expect(Set(province.hexagons.keys) == Set(communes))
    #expect(Set(province.hexagons.values).count == 130)
}

@Test("ids are well formed and never shared, also where the statistics office used a code again")
func uniqueIDs() throws {
    let province = try ReferenceProvince.load()
    #expect(province.units.allSatisfy { $0.id.isWellFormed })
    #expect(Set(province.units.map(\.id)).count == province.units.count)
    let namesakes = province.units.filter { $0.code == "16681" }
    #expect(Set(namesakes.map(\.id)) == [id("16681"), id("16681~2024")])
}

@Test("the departments are named officially, exist since March 2025 and have no identifier yet")
func departments() throws {
    let units = try ReferenceProvince.load().units
    let culture = try #require(units.first { $0.id == id("so-van-hoa-the-thao-va-du-lich") })
    #expect(culture.name == "Sở Văn hóa, Thể thao và Du lịch")
    #expect(culture.validFrom == (try day("2025-03-01")))
    #expect(units.allSatisfy { $0.electronicIdentifier == nil })
}
