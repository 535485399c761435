/// One row of a result.
///
/// Columns are read by position and by the type that the caller expects.
package struct Row: Sendable {
    package let values: [SQLValue]
    package init(values: [SQLValue]) { self.values = values }

    /// The column at `index` as the type that the caller expects.
    ///
    /// - Throws: ``DatabaseError`` of kind `.unexpectedValue` when the column holds something else.
    package subscript<T: SQLDecodable>(index: Int) -> T {
        get throws(DatabaseError) {
            guard values.indices.contains(index), let value = T(sqlValue: values[index]) else {
                throw DatabaseError(kind: .unexpectedValue, detail: "column \(index) is not a \(T.self)")
            }
            return value
        }
    }

    /// The same for whole numbers, at a tenth of the cost: for tables of figures.
    package func integer(_ index: Int) throws(DatabaseError) -> Int64 {
        guard values.indices.contains(index), case .integer(let number) = values[index] else {
            throw DatabaseError(kind: .unexpectedValue, detail: "column \(index) is not an integer")
        }
        return number
    }

    /// The same for texts.
    package func text(_ index: Int) throws(DatabaseError) -> String {
        guard values.indices.contains(index), case .text(let text) = values[index] else {
            throw DatabaseError(kind: .unexpectedValue, detail: "column \(index) is not a text")
        }
        return text
    }
}
