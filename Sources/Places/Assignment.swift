/// The assignment of rows to columns with the least total cost (Kuhn 1955, Munkres 1957), by shortest
/// augmenting paths.
///
/// Time grows with rows² · columns.
struct Assignment {
    /// For each row the column it got; no two rows share one.
    let columnOfRow: [Int]
    let cost: Double

    /// Needs at least as many columns as rows; `nil` otherwise, and when a cost is not a finite number.
    init?(rows: Int, columns: Int, cost: (Int, Int) -> Double) {
        guard rows >= 0, rows <= columns else { return nil }
        var costs: [Double] = []
        costs.reserveCapacity(rows * columns)
        for row in 0..<rows { for column in 0..<columns { costs.append(cost(row, column)) } }
        guard costs.allSatisfy(\.isFinite) else { return nil }
        var search = Search(columns: columns, costs: costs)
        for row in 0..<rows { search.assign(row) }
        var columnOfRow = Array(repeating: 0, count: rows)
        for (column, row) in search.rowOfColumn.enumerated() where row >= 0 { columnOfRow[row] = column }
        self.columnOfRow = columnOfRow
        self.cost = columnOfRow.enumerated().reduce(0) { $0 + costs[$1.offset * columns + $1.element] }
    }
}

/// Keeps prices of rows and columns such that no assigned pair could be had more cheaply.
private struct Search {
    let columns: Int
    let costs: [Double]
    /// The row that a column belongs to; -1 while it is free.
    var rowOfColumn: [Int]
    private var rowPrices: [Double]
    private var columnPrices: [Double]

    init(columns: Int, costs: [Double]) {
        self.columns = columns
        self.costs = costs
        rowOfColumn = Array(repeating: -1, count: columns)
        rowPrices = Array(repeating: 0, count: columns == 0 ? 0 : costs.count / columns)
        columnPrices = Array(repeating: 0, count: columns)
    }

    /// Gives `newRow` a column; others may move on the cheapest path to a free one.
    mutating func assign(_ newRow: Int) {
        var cheapest = Array(repeating: Double.infinity, count: columns)
        var previous = Array(repeating: -1, count: columns)
        var reached = Array(repeating: false, count: columns)
        var reachedColumns: [Int] = []
        var row = newRow
        var column = -1
        while row >= 0 {
            let next = closest(from: row, through: column, &cheapest, &previous, reached)
            pay(next.distance, newRow, reachedColumns, &cheapest, reached)
            column = next.column
            reached[column] = true
            reachedColumns.append(column)
            row = rowOfColumn[column]
        }
        while column >= 0 {
            let before = previous[column]
            rowOfColumn[column] = before < 0 ? newRow : rowOfColumn[before]
            column = before
        }
    }

    private func closest(
        from row: Int,
        through column: Int,
        _ cheapest: inout [Double],
        _ previous: inout [Int],
        _ reached: [Bool]
    ) -> (column: Int, distance: Double) {
        var best = (column: 0, distance: Double.infinity)
        for candidate in 0..<columns where !reached[candidate] {
            let reduced = costs[row * columns + candidate] - rowPrices[row] - columnPrices[candidate]
            if reduced < cheapest[candidate] {
                cheapest[candidate] = reduced
                previous[candidate] = column
            }
            if cheapest[candidate] < best.distance { best = (candidate, cheapest[candidate]) }
        }
        return best
    }

    private mutating func pay(
        _ distance: Double,
        _ newRow: Int,
        _ reachedColumns: [Int],
        _ cheapest: inout [Double],
        _ reached: [Bool]
    ) {
        rowPrices[newRow] += distance
        for column in reachedColumns {
            rowPrices[rowOfColumn[column]] += distance
            columnPrices[column] -= distance
        }
        for column in 0..<columns where !reached[column] { cheapest[column] -= distance }
    }
}
