import Language

/// A map of equal hexagons: a small ward weighs as much as a wide mountain commune.
package struct HexagonMap: Sendable {
    package struct Cell: Sendable {
        package let name: String
        package let column: Int
        package let row: Int
        package let state: Chip
        package let href: String

        package init(name: String, column: Int, row: Int, state: Chip, href: String) {
            self.name = name
            self.column = column
            self.row = row
            self.state = state
            self.href = href
        }
    }

    package let cells: [Cell]
    package init(cells: [Cell]) { self.cells = cells }

    /// Cells beyond this are left out: no province has so many units of one level.
    private static let cellsMax = 2000
    private static let coordinateMax = 1000

    func svg(_ frame: Frame) -> HTML {
        let shown = cells.prefix(Self.cellsMax).filter { cell in
            (0...Self.coordinateMax).contains(cell.column) && (0...Self.coordinateMax).contains(cell.row)
        }
        let grid = HexagonGrid(shown.map { ($0.column, $0.row) })
        return """
            <svg class="hexagons" viewBox="\(grid.viewBox)" role="group" \
            aria-label="\(frame.say(.mapOfUnits(shown.count)))">\(HexagonGrid.shape)\
            \(each: shown, { hexagon($0, grid, frame) })</svg>
            """
    }

    private func hexagon(_ cell: Cell, _ grid: HexagonGrid, _ frame: Frame) -> HTML {
        let label = "\(cell.name): \(frame.say(cell.state.word))"
        return """
            <a class="\(cell.state.tone.rawValue)" href="\(url: cell.href)" \
            transform="\(grid.place(column: cell.column, row: cell.row))" aria-label="\(label)">\
            <title>\(label)</title><use href="#hexagon"/>\(MapSign.of(cell.state.tone))</a>

            """
    }
}
