import Foundation
import Language

/// A map on which every unit is one hexagon of the same size, so that a small ward is seen as well as a wide
/// commune.
package struct HexagonMap: Hashable, Sendable {
    package let cells: [Unit.ID: HexagonCell]
    package let columns: Int
    package let rows: Int

    /// Units that a layout is computed for; the time grows with the third power, and 400 take 35 ms.
    package static let unitsMax = 400

    /// A layout that is known, such as the shipped one.
    package init(cells: [Unit.ID: HexagonCell]) {
        self.cells = cells
        columns = (cells.values.map(\.column).max() ?? -1) + 1
        rows = (cells.values.map(\.row).max() ?? -1) + 1
    }

    /// Computes a layout: units go to the cells of a grid so that the sum of their squared ways there is
    /// least.
    ///
    /// The same units give the same map, in whatever order they come. A unit without a place on the Earth is
    /// left out.
    ///
    /// - Throws: ``PlacesError`` `.tooManyUnitsForMap` for more than ``unitsMax`` units.
    package init(placing units: [Unit]) throws(PlacesError) {
        let placed = units.compactMap { unit in unit.location.map { (id: unit.id, location: $0) } }
            .sorted { $0.id < $1.id }
        guard placed.count <= Self.unitsMax else {
            throw PlacesError(.tooManyUnitsForMap, "\(placed.count) units, at most \(Self.unitsMax)")
        }
        let points = GridPoints(placed.map(\.location))
        let candidates = points.candidateCells
        let assignment = Assignment(rows: placed.count, columns: candidates.count) { row, column in
            points.squaredWay(from: row, to: candidates[column])
        }
        guard let assignment else {
            throw PlacesError(.tooManyUnitsForMap, "the grid is too small for \(placed.count) units")
        }
        let chosen = Self.movedToOrigin(assignment.columnOfRow.map { candidates[$0] })
        self.init(cells: Dictionary(zip(placed.map(\.id), chosen)) { first, _ in first })
    }

    /// Moves cells to the corner; by an even number of rows, since odd rows are the shifted ones.
    private static func movedToOrigin(_ cells: [HexagonCell]) -> [HexagonCell] {
        let column = cells.map(\.column).min() ?? 0
        let row = (cells.map(\.row).min() ?? 0) & ~1
        return cells.map { HexagonCell(column: $0.column - column, row: $0.row - row) }
    }
}

/// Places on the Earth on the plane of the grid, where the distance of two neighbouring cells is 1.
private struct GridPoints {
    private let points: [(x: Double, y: Double)]
    private let width: Double
    private let height: Double

    /// How much of its bounding box a province fills, about; a lower number draws more of its shape and needs
    /// more cells.
    private static let filledShare = 0.6

    init(_ locations: [GeographicPoint]) {
        let middle =
            locations.isEmpty ? 0 : locations.reduce(0) { $0 + $1.latitude } / Double(locations.count)
        let shrink = cos(middle * .pi / 180)
        let flat = locations.map { (x: $0.longitude * shrink, y: -$0.latitude) }
        let left = flat.map(\.x).min() ?? 0
        let top = flat.map(\.y).min() ?? 0
        let wide = (flat.map(\.x).max() ?? 0) - left
        let high = (flat.map(\.y).max() ?? 0) - top
        let cellArea = HexagonCell.rowHeight
        let wantedArea = Double(locations.count) / Self.filledShare * cellArea
        // Places in one spot or on a line have no area: the longer side then gets a cell for each.
        let scale = min(
            (wantedArea / max(wide * high, .leastNormalMagnitude)).squareRoot(),
            Double(locations.count) / max(wide, high, .leastNormalMagnitude)
        )
        let used = scale.isFinite ? scale : 0
        points = flat.map { (x: ($0.x - left) * used, y: ($0.y - top) * used) }
        width = wide * used
        height = high * used
    }

    /// The cells of the bounding box, widened until there are enough, with one ring of cells around.
    var candidateCells: [HexagonCell] {
        var margin = 1
        var cells = self.cells(margin: margin)
        while cells.count < points.count {
            margin += 1
            cells = self.cells(margin: margin)
        }
        return cells
    }

    private func cells(margin: Int) -> [HexagonCell] {
        let lastColumn = Int(width.rounded(.up)) + margin
        let lastRow = Int((height / HexagonCell.rowHeight).rounded(.up)) + margin
        return (-margin...lastRow).flatMap { row in
            (-margin...lastColumn).map { HexagonCell(column: $0, row: row) }
        }
    }

    func squaredWay(from index: Int, to cell: HexagonCell) -> Double {
        let (x, y) = (points[index].x - cell.center.x, points[index].y - cell.center.y)
        return x * x + y * y
    }
}
