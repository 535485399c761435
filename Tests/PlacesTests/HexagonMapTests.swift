import Foundation
import Language
import Testing
import Timekeeping

@testable import Places

/// The least cost by trying every way to give columns to rows.
private func leastByTrying(_ costs: [[Double]], taken: Set<Int> = []) -> Double {
    guard let row = costs.first else { return 0 }
    let rest = Array(costs.dropFirst())
    return row.indices.filter { !taken.contains($0) }
        .map { row[$0] + leastByTrying(rest, taken: taken.union([$0])) }
        .min() ?? 0
}

@Test("the assignment costs as little as the best of all that can be tried")
func leastCost() throws {
    for seed in 0..<60 {
        let rows = 1 + seed % 5
        let costs = (0..<rows).map { row in
            (0..<(rows + seed % 3)).map { Double((seed * 31 + row * 17 + $0 * 53 + row * $0 * 7) % 23) - 5 }
        }
        let columns = costs[0].count
        let assignment = try #require(Assignment(rows: rows, columns: columns) { costs[$0][$1] })
        #expect(Set(assignment.columnOfRow).count == rows)
        #expect(abs(assignment.cost - leastByTrying(costs)) < 1e-9, "seed \(seed)")
    }
}

@Test("an assignment needs a column for each row and finite costs")
func impossibleAssignment() {
    #expect(Assignment(rows: 2, columns: 1) { _, _ in 0 } == nil)
    #expect(Assignment(rows: 1, columns: 1) { _, _ in .nan } == nil)
    #expect(Assignment(rows: 0, columns: 0) { _, _ in 0 }?.columnOfRow == [])
}

private func communes() throws -> [Unit] {
    try ReferenceProvince.load().units.filter { $0.areaKm2 != nil }
}

@Test("on a computed map of the 130 no two units share a cell, whatever the order they come in")
func computedMap() throws {
    let units = try communes()
    let map = try HexagonMap(placing: units)
    #expect(map.cells.count == 130 && Set(map.cells.values).count == 130)
    #expect(try HexagonMap(placing: units.reversed()) == map)
    #expect(map.cells.values.allSatisfy { $0.column >= 0 && $0.row >= 0 })
    #expect(map.columns < 26 && map.rows < 26)
}

@Test("a computed map keeps north above south and west left of east")
func computedMapKeepsDirections() throws {
    let units = try communes()
    let map = try HexagonMap(placing: units)
    let placed = units.compactMap { unit -> (x: Double, y: Double, at: GeographicPoint)? in
        guard let cell = map.cells[unit.id], let location = unit.location else { return nil }
        return (cell.center.x, cell.center.y, location)
    }
    #expect(correlation(placed.map(\.x), placed.map(\.at.longitude)) > 0.95)
    #expect(correlation(placed.map(\.y), placed.map(\.at.latitude)) < -0.95)
}

private func correlation(_ a: [Double], _ b: [Double]) -> Double {
    let (meanA, meanB) = (a.reduce(0, +) / Double(a.count), b.reduce(0, +) / Double(b.count))
    let together = zip(a, b).reduce(0) { $0 + ($1.0 - meanA) * ($1.1 - meanB) }
    let spreadA = a.reduce(0) { $0 + ($1 - meanA) * ($1 - meanA) }
    let spreadB = b.reduce(0) { $0 + ($1 - meanB) * ($1 - meanB) }
    return together / (spreadA * spreadB).squareRoot()
}

@Test("units in one spot, on one line, alone or none at all get a map too", arguments: [0, 1, 2, 30])
func degenerateMaps(count: Int) throws {
    let start = try day("2025-07-01")
    for step in [0.0, 0.1] {
        let units = (0..<count).map { number in
            Unit(
                id: id("u\(number)"),
                code: "u\(number)",
                name: "U",
                kind: .commune,
                parent: nil,
                validFrom: start,
                location: GeographicPoint(latitude: 18, longitude: 105 + Double(number) * step)
            )
        }
        let map = try HexagonMap(placing: units)
        #expect(Set(map.cells.values).count == count)
    }
}

@Test("more units than a map can take are refused, and units without a place are left out")
func mapLimits() throws {
    let unit = try communes()[0]
    let many = (0...HexagonMap.unitsMax).map { number in
        Unit(
            id: id("u\(number)"),
            code: "u",
            name: "U",
            kind: .commune,
            parent: nil,
            validFrom: unit.validFrom,
            location: unit.location
        )
    }
    let error = #expect(throws: PlacesError.self) { try HexagonMap(placing: many) }
    #expect(error?.code == .tooManyUnitsForMap)
    #expect(try HexagonMap(placing: [PlacesTests.unit("x", "X", below: nil)]).cells.isEmpty)
}

@Test("the shipped map has the size that its cells need")
func shippedMap() throws {
    let map = HexagonMap(cells: try ReferenceProvince.load().hexagons)
    #expect(map.cells.values.allSatisfy { $0.column < map.columns && $0.row < map.rows })
    #expect(map.cells.count == 130)
}
