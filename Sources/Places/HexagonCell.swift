/// A cell of a map of hexagons with the point upwards: odd rows are shifted right by half a cell.
package struct HexagonCell: Hashable, Sendable, Codable {
    package let column: Int
    /// Counted from the north.
    package let row: Int

    package init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }
}

extension HexagonCell {
    /// The middle of the cell, where the distance of two neighbours in a row is 1.
    package var center: (x: Double, y: Double) {
        (Double(column) + (row.isMultiple(of: 2) ? 0 : 0.5), Double(row) * Self.rowHeight)
    }

    /// The distance of two rows: half the square root of three.
    static let rowHeight = 0.866_025_403_784_438_6
}
