import Database
import Foundation
import Places
import Testing

@Test("a list query with a scope returns the rows of these units and no others")
func scopedQueries() async throws {
    let province = try ReferenceProvince.load()
    try await TemporaryUnits.with { units in
        _ = try await units.store.seed(province, by: TestPermit())
        func count(_ scope: UnitScope) async throws -> Int? {
            try await units.database.read { transaction in
                try transaction.value("SELECT count(*) FROM unit WHERE \(scope.condition(on: "id"))")
            }
        }
        let everyID = Set(province.units.map(\.id))
        #expect(try await count(.everything) == 577)
        #expect(try await count(.units(everyID)) == 577)
        #expect(try await count(.units([id("16681"), id("so-y-te"), id("nobody")])) == 2)
        #expect(try await count(.units([])) == 0)
    }
}

@Test("an id that looks like SQL is only an id")
func hostileIDs() async throws {
    try await TemporaryUnits.with { units in
        let province = Unit(
            id: id("40"),
            code: "40",
            name: "Tỉnh",
            kind: .province,
            parent: nil,
            validFrom: try day("1991-08-12")
        )
        try await units.store.save(UnitChanges(units: [province]), by: TestPermit())
        let scope = UnitScope.units([id("40') OR ('1' = '1"), id("'; DROP TABLE unit; --")])
        let found = try await units.database.read { transaction in
            try transaction.query("SELECT id FROM unit WHERE \(scope.condition(on: "id"))").count
        }
        #expect(found == 0)
        #expect(try await units.store.tree(at: try day("2026-01-01")).units.count == 1)
    }
}

@Test("the scope of a subtree holds the units below it and nothing beside it")
func scopeOfSubtree() throws {
    let tree = try ReferenceProvince.load().history.tree(at: try day("2025-06-30"))
    let vinh = try #require(tree.search("thanh pho vinh").first)
    let scope = UnitScope.units(Set(tree.subtree(of: vinh.id)))
    for unit in tree.units {
        #expect(scope.contains(unit.id) == (unit.id == vinh.id || unit.parent == vinh.id))
    }
}
