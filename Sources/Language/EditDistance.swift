/// How many letters have to be added, taken away, replaced or swapped with their neighbour.
package enum EditDistance {
    /// Letters looked at: no name of ours is longer, and a stranger's may be a megabyte.
    package static let lettersMax = 64

    /// Optimal string alignment, upper and lower case alike.
    package static func between(_ a: String, _ b: String) -> Int {
        let (a, b) = (letters(a), letters(b))
        var rows = [Array(0...b.count)]
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var least = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    least = min(least, rows[i - 1][j - 1] + 1)
                }
                row.append(least)
            }
            rows.append(row)
        }
        return rows[a.count][b.count]
    }

    /// The name nearest to what was typed; the first of several.
    package static func nearest(to typed: String, among names: [String]) -> String? {
        names.min { between(typed, $0) < between(typed, $1) }
    }

    private static func letters(_ text: String) -> [Character] { Array(text.prefix(lettersMax).lowercased()) }
}
