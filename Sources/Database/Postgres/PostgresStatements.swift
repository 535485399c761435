/// A statement that the server has prepared, with the types of its parameters.
struct PostgresStatement {
    let name: String
    var types: [PostgresType]
}

/// The prepared statements of one connection, by their text.
///
/// The same text is prepared once more when a parameter comes with another type than before.
struct PostgresStatements {
    /// Past this the cache starts anew, since generated SQL could fill it; each takes some 10 KB of the server.
    static let countMax = 256

    private var kept: [String: [PostgresStatement]] = [:]
    private var count = 0
    private var made = 0
    /// The plans no longer fit the tables.
    var isStale = false

    var isFull: Bool { count >= Self.countMax || isStale }

    func find(_ text: String, taking values: [SQLValue]) -> PostgresStatement? {
        guard !isStale else { return nil }
        return kept[text]?.first { statement in
            zip(statement.types, values).allSatisfy { $0.takes($1) }
        }
    }

    mutating func make(for values: [SQLValue]) -> PostgresStatement {
        made += 1
        return PostgresStatement(name: "s\(made)", types: values.map { PostgresType(of: $0) })
    }

    mutating func keep(_ statement: PostgresStatement, for text: String) {
        kept[text, default: []].append(statement)
        count += 1
    }

    /// The types that the server found for parameters that were NULL.
    mutating func learn(_ types: [PostgresType], of statement: PostgresStatement) {
        for (text, variants) in kept {
            guard let index = variants.firstIndex(where: { $0.name == statement.name }) else { continue }
            kept[text]?[index].types = types
            return
        }
    }

    mutating func forget() {
        kept.removeAll(keepingCapacity: true)
        count = 0
        isStale = false
    }
}
