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

    /// Half the width of a pointy-topped hexagon of radius 20.8.
    private static let halfWidth = 18.0
    private static let radius = 20.8
    private static let step = 31.2

    func svg(_ frame: Frame) -> HTML {
        let shown = cells.prefix(Self.cellsMax).filter { cell in
            (0...Self.coordinateMax).contains(cell.column) && (0...Self.coordinateMax).contains(cell.row)
        }
        let left = shown.map(\.column).min() ?? 0
        let top = shown.map(\.row).min() ?? 0
        let width = Double((shown.map(\.column).max() ?? 0) - left + 1) * 36 + 18
        let height = Double((shown.map(\.row).max() ?? 0) - top) * Self.step + 2 * Self.radius
        return """
            <svg class="hexagons" viewBox="-2 -2 \(short(width + 4)) \(short(height + 4))" role="group" \
            aria-label="\(frame.say(.mapOfUnits(shown.count)))">\
            <defs><path id="hexagon" d="M0-19.4 16.8-9.7V9.7L0 19.4-16.8 9.7V-9.7z"/></defs>
            \(each: shown, { hexagon($0, left: left, top: top, frame) })</svg>
            """
    }

    private func hexagon(_ cell: Cell, left: Int, top: Int, _ frame: Frame) -> HTML {
        let shift = cell.row.isMultiple(of: 2) ? 0 : Self.halfWidth
        let x = Double(cell.column - left) * 36 + Self.halfWidth + shift
        let y = Double(cell.row - top) * Self.step + Self.radius
        let label = "\(cell.name): \(frame.say(cell.state.word))"
        return """
            <a class="\(cell.state.tone.rawValue)" href="\(url: cell.href)" \
            transform="translate(\(short(x)) \(short(y)))" aria-label="\(label)">\
            <title>\(label)</title><use href="#hexagon"/>\(MapSign.of(cell.state.tone))</a>

            """
    }

    private func short(_ number: Double) -> String { SVGNumber.short(number) }
}
