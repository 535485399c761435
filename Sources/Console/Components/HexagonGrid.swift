/// Where equal hexagons lie in a drawing; rows are shifted in turn by half a hexagon.
struct HexagonGrid {
    /// Width of a cell and height from row to row, of pointy-topped hexagons of this radius.
    private static let (width, step, radius) = (36.0, 31.2, 20.8)

    private let left, top: Int
    let viewBox: String

    /// A grid that begins at the first of the cells' columns and rows.
    init(_ cells: [(column: Int, row: Int)]) {
        left = cells.map(\.column).min() ?? 0
        top = cells.map(\.row).min() ?? 0
        let width = Double((cells.map(\.column).max() ?? 0) - left + 1) * Self.width + Self.width / 2
        let height = Double((cells.map(\.row).max() ?? 0) - top) * Self.step + 2 * Self.radius
        viewBox = "-2 -2 \(SVGNumber.short(width + 4)) \(SVGNumber.short(height + 4))"
    }

    /// What each cell is drawn by: `<use href="#hexagon"/>`.
    static let shape: HTML = """
        <defs><path id="hexagon" d="M0-19.4 16.8-9.7V9.7L0 19.4-16.8 9.7V-9.7z"/></defs>
        """

    func place(column: Int, row: Int) -> String {
        let shift = row.isMultiple(of: 2) ? 0 : Self.width / 2
        let x = Double(column - left) * Self.width + Self.width / 2 + shift
        let y = Double(row - top) * Self.step + Self.radius
        return "translate(\(SVGNumber.short(x)) \(SVGNumber.short(y)))"
    }
}
