/// A table as the database itself describes it.
package struct Table: Hashable, Sendable {
    package let name: String
    package let columns: [String]
    /// The columns of the primary key, in its order.
    package let key: [String]

    package init(name: String, columns: [String], key: [String]) {
        self.name = name
        self.columns = columns
        self.key = key
    }
}

extension Transaction {
    /// The tables of the schema in the order in which they were made, so that each refers only to earlier ones.
    package func tables() throws(DatabaseError) -> [Table] {
        let names: SQL =
            switch dialect {
            case .sqlite:
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid"
            case .postgres:
                """
                SELECT relname::text FROM pg_class WHERE relkind = 'r' AND relname <> 'sen_writer'
                    AND relnamespace = current_schema()::regnamespace ORDER BY oid
                """
            }
        var tables: [Table] = []
        for row in try query(names) { tables.append(try table(named: try row[0])) }
        return tables
    }

    private func table(named name: String) throws(DatabaseError) -> Table {
        let columns: SQL =
            switch dialect {
            case .sqlite: "SELECT name, pk FROM pragma_table_info(\(name)) ORDER BY cid"
            case .postgres:
                """
                SELECT attname::text, coalesce(array_position(indkey::int2[], attnum), -1) + 1 FROM pg_attribute
                LEFT JOIN pg_index ON indrelid = attrelid AND indisprimary
                WHERE attrelid = \(name)::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum
                """
            }
        var found: [(name: String, place: Int)] = []
        for row in try query(columns) { found.append((try row[0], try row[1])) }
        let key = found.filter { $0.place > 0 }.sorted { $0.place < $1.place }
        return Table(name: name, columns: found.map(\.name), key: key.map(\.name))
    }
}
