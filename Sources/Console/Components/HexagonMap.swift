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
            <title>\(label)</title><use href="#hexagon"/>\(Self.sign(of: cell.state.tone))</a>

            """
    }

    /// The shape inside a hexagon; a calm one has none, so that the eye finds the others.
    private static func sign(of tone: Tone) -> HTML? {
        switch tone {
        case .attention: "<path class=\"sign\" d=\"M0-6.5 6.5 5h-13z\"/>"
        case .incident: "<path class=\"sign line\" d=\"M-5-5 5 5M5-5-5 5\"/>"
        case .highlight: "<path class=\"sign\" d=\"M0-7 7 0 0 7-7 0z\"/>"
        case .none: "<circle class=\"sign line\" r=\"4\"/>"
        case .ok, .neutral: nil
        }
    }

    /// What the colours and shapes mean, with the count of each.
    func legend(_ frame: Frame) -> HTML {
        let states = cells.reduce(into: [(Chip, Int)]()) { counted, cell in
            if let index = counted.firstIndex(where: { $0.0 == cell.state }) {
                counted[index].1 += 1
            } else {
                counted.append((cell.state, 1))
            }
        }.sorted {
            Tone.allCases.firstIndex(of: $0.0.tone) ?? 0 < Tone.allCases.firstIndex(of: $1.0.tone) ?? 0
        }
        return """
            <ul class="legend">\(each: states, { chip, count in
                "<li>\(chip.html(frame)) <b>\(frame.format.number(count))</b></li>"
            })</ul>
            """
    }

    private func short(_ number: Double) -> String { SVGNumber.short(number) }
}
