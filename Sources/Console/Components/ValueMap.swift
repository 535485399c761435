import Language

/// A map of equal hexagons, each as dark as its value is high; what has no value is drawn as missing, not as zero.
package struct ValueMap: Sendable {
    package struct Cell: Sendable {
        package let name: String
        package let column: Int
        package let row: Int
        /// `nil` where no record that counts has the value.
        package let value: Double?
        /// The value as a person reads it.
        package let written: String

        package init(name: String, column: Int, row: Int, value: Double?, written: String) {
            (self.name, self.column, self.row, self.value, self.written) = (name, column, row, value, written)
        }
    }

    package let cells: [Cell]
    package init(cells: [Cell]) { self.cells = cells }

    /// Classes of colour: a reader tells no more apart.
    private static let classes = 5

    func html(_ frame: Frame) -> HTML {
        let values = cells.compactMap(\.value).sorted()
        guard let first = values.first, let last = values.last else { return .nothing }
        func written(_ value: Double) -> String { cells.first { $0.value == value }?.written ?? "" }
        return """
            \(svg(values, frame))
            <p class="legend">\(frame.say(.OpenData.lowest)) \(written(first)) \
            <span class="swatches">\(each: 0..<Self.classes, {
                "<span class=\"swatch v\($0)\" aria-hidden=\"true\"></span>"
            })</span> \
            \(frame.say(.OpenData.highest)) \(written(last)) \
            <span class="swatch none" aria-hidden="true"></span> \(frame.say(.OpenData.noData))</p>
            """
    }

    private func svg(_ values: [Double], _ frame: Frame) -> HTML {
        let grid = HexagonGrid(cells.map { ($0.column, $0.row) })
        return """
            <svg class="hexagons values" viewBox="\(grid.viewBox)" role="img" \
            aria-label="\(frame.say(.OpenData.mapOf(cells.count)))">\(HexagonGrid.shape)\
            \(each: cells, { hexagon($0, values, grid, frame) })</svg>
            """
    }

    private func hexagon(_ cell: Cell, _ values: [Double], _ grid: HexagonGrid, _ frame: Frame) -> HTML {
        let label = "\(cell.name): \(cell.value == nil ? frame.say(.OpenData.noData) : cell.written)"
        return """
            <g class="\(cell.value.map { "v\(Self.rank($0, values))" } ?? "none")" \
            transform="\(grid.place(column: cell.column, row: cell.row))">\
            <title>\(label)</title><use href="#hexagon"/></g>

            """
    }

    /// By quantiles, so that one large town does not leave all others pale.
    static func rank(_ value: Double, _ sorted: [Double]) -> Int {
        let below = sorted.partitioningIndex { $0 >= value }
        return min(below * classes / max(sorted.count, 1), classes - 1)
    }
}

extension Array {
    /// The first index from which on `belongs` holds, in an array that is ordered by it.
    fileprivate func partitioningIndex(where belongs: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if belongs(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

/// One bar for each period; a period without a figure has a gap.
package struct BarChart: Sendable {
    package struct Bar: Sendable {
        package let label: String
        package let value: Double?
        package let written: String

        package init(label: String, value: Double?, written: String) {
            (self.label, self.value, self.written) = (label, value, written)
        }
    }

    package let bars: [Bar]
    package init(bars: [Bar]) { self.bars = bars }

    private static let (width, height, foot) = (640.0, 180.0, 22.0)

    func html(_ frame: Frame) -> HTML {
        guard let top = bars.compactMap(\.value).max(), top > 0 else { return .nothing }
        let slot = Self.width / Double(bars.count)
        return """
            <svg class="bars" viewBox="0 0 \(SVGNumber.short(Self.width)) \(SVGNumber.short(Self.height))" role="img" \
            aria-label="\(frame.say(.OpenData.barTable))">\
            \(each: bars.enumerated(), { bar($0.offset, $0.element, slot, top) })</svg>
            """
    }

    private func bar(_ index: Int, _ bar: Bar, _ slot: Double, _ top: Double) -> HTML {
        let tall = max(0, bar.value ?? 0) / top * (Self.height - Self.foot - 18)
        let (x, y) = (Double(index) * slot, Self.height - Self.foot - tall)
        let middle = SVGNumber.short(x + slot / 2)
        // Not more labels than fit beside each other.
        let isLabelled = bars.count <= 12 || (bars.count - 1 - index).isMultiple(of: bars.count / 8)
        return """
            <g><title>\(bar.label): \(bar.written)</title>\
            <rect x="\(SVGNumber.short(x + slot * 0.15))" y="\(SVGNumber.short(y))" \
            width="\(SVGNumber.short(slot * 0.7))" height="\(SVGNumber.short(tall))"/>\
            \(if: isLabelled, """
                <text x="\(middle)" y="\(SVGNumber.short(Self.height - 6))" text-anchor="middle">\(bar.label)</text>
                """)</g>
            """
    }
}
