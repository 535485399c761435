import Cryptography
package import Database

/// The tables of one dataset and the statements on them, made once and kept prepared.
///
/// `record_N` holds the newest version of each record, `record_N_past` all earlier ones, and `record_N_sum` the counts
/// and sums by unit and period. The text of a record is kept as it is canonical, since serving text costs a tenth of
/// serving a parsed form; the fields that a dataset declares as indexed or summed have columns beside it.
final class RecordTable: Sendable {
    let number: Int
    let columns: [RecordColumn]
    let current: String
    let past: String
    let sums: String
    let incoming: StagedTable

    // Statements; each says beside it what its parameters are.
    /// None: the incoming records that are there already, with what they were.
    let selectKnown: PreparedSQL
    /// The time.
    let keepPast: PreparedSQL
    /// Schema version, state, time, actor, through, reason.
    let upsert: PreparedSQL
    /// The key.
    let selectOne: PreparedSQL
    /// Unit above, period, unit, records, then sum and count of each summed field.
    let addToSums: PreparedSQL

    /// What ``StoredRecord`` is read from, in its order.
    static let recordColumns = [
        "key", "unit_id", "period", "version", "schema_version", "state", "approvals", "changed_at", "actor",
        "through", "reason", "first_at", "subject", "content",
    ]

    private var columnNames: [String] { columns.map(\.name) }
    var allColumns: [String] { Self.recordColumns + columnNames }
    var sumColumns: [RecordColumn] { columns.filter { $0.kind == .sum } }

    init(number: Int, columns: [RecordColumn]) {
        self.number = number
        self.columns = columns
        let (current, past) = ("record_\(number)", "record_\(number)_past")
        (self.current, self.past, sums) = (current, past, "record_\(number)_sum")
        let names = columns.map(\.name)
        incoming = StagedTable(
            Self.incomingName(number, columns),
            [
                .init("key", .text), .init("subject", .text), .init("unit_id", .text), .init("period", .text),
                .init("content", .text),
            ] + columns.map { StagedTable.Column($0.name, $0.stagedKind) }
        )
        let statements = RecordStatements(
            current: current,
            past: past,
            sumTable: sums,
            incoming: incoming.name,
            columns: names,
            sums: columns.filter { $0.kind == .sum }
        )
        selectKnown = PreparedSQL(statements.selectKnown)
        keepPast = PreparedSQL(statements.keepPast)
        upsert = PreparedSQL(statements.upsert)
        selectOne = PreparedSQL(statements.selectOne)
        addToSums = PreparedSQL(statements.addToSums)
    }

    /// With the columns and their kinds in the name, since a staged table lives as long as its connection; hashed,
    /// since PostgreSQL cuts names at 63 bytes.
    private static func incomingName(_ number: Int, _ columns: [RecordColumn]) -> String {
        let list = columns.map { "\($0.number) \($0.kind.rawValue)" }.joined(separator: ",")
        return "incoming_\(number)_\(BaseCoding.hex.encode(SHA256.hash(Array(list.utf8)).prefix(8)))"
    }

    /// What makes the tables.
    var definitions: [SQL] {
        let extra = SQL.joined(columns.map { ", \(trusted: $0.name) \($0.word)" }, by: "")
        let sumNames = sumColumns.map { column -> SQL in
            ", \(trusted: "s\(column.number)") \(.integer) NOT NULL, \(trusted: "n\(column.number)") \(.integer) NOT NULL"
        }
        let indexes = columns.filter { $0.kind != .sum }.map { index(on: $0) }
        return [
            "CREATE TABLE \(trusted: current) (\(Self.fixed)\(extra), PRIMARY KEY (key)) \(.strict)",
            """
            CREATE TABLE \(trusted: past) (\(Self.fixed)\(extra), until_at \(.integer) NOT NULL,
                PRIMARY KEY (key, version)) \(.strict)
            """,
            """
            CREATE TABLE \(trusted: sums) (
                parent_id TEXT NOT NULL,
                period TEXT NOT NULL,
                unit_id TEXT NOT NULL,
                records \(.integer) NOT NULL\(.joined(sumNames, by: "")),
                PRIMARY KEY (parent_id, period, unit_id)
            ) \(.strictInKeyOrder)
            """,
            "CREATE INDEX \(trusted: current)_unit ON \(trusted: current) (unit_id, period)",
            "CREATE INDEX \(trusted: current)_period ON \(trusted: current) (period)",
            """
            CREATE UNIQUE INDEX \(trusted: current)_subject ON \(trusted: current) (subject)
            WHERE subject IS NOT NULL
            """,
        ] + indexes
    }

    /// What a new column needs in tables that are there.
    func additions(of column: RecordColumn) -> [SQL] {
        let tables = [current, past].map { table -> SQL in
            "ALTER TABLE \(trusted: table) ADD COLUMN \(trusted: column.name) \(column.word)"
        }
        guard column.kind == .sum else { return tables + [index(on: column)] }
        return tables
            + ["s\(column.number)", "n\(column.number)"].map { name -> SQL in
                "ALTER TABLE \(trusted: sums) ADD COLUMN \(trusted: name) \(.integer) NOT NULL DEFAULT 0"
            }
    }

    /// What takes a column away from tables that are there.
    func removals(of column: RecordColumn) -> [SQL] {
        func drop(_ name: String, from table: String) -> SQL {
            "ALTER TABLE \(trusted: table) DROP COLUMN \(trusted: name)"
        }
        let rows = [current, past].map { drop(column.name, from: $0) }
        guard column.kind == .sum else {
            return ["DROP INDEX \(trusted: current)_\(trusted: column.name)"] + rows
        }
        return rows + ["s\(column.number)", "n\(column.number)"].map { drop($0, from: sums) }
    }

    private func index(on column: RecordColumn) -> SQL {
        "CREATE INDEX \(trusted: current)_\(trusted: column.name) ON \(trusted: current) (\(trusted: column.name), key)"
    }

    /// A register's records have the empty period, so that keys of indexes never hold NULL.
    private static let fixed: SQL = """
        key TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 400),
        unit_id TEXT NOT NULL,
        period TEXT NOT NULL,
        version \(.integer) NOT NULL CHECK (version >= 1),
        schema_version \(.integer) NOT NULL CHECK (schema_version >= 1),
        state TEXT NOT NULL CHECK (state IN ('submitted', 'returned', 'accepted', 'withdrawn')),
        approvals \(.integer) NOT NULL CHECK (approvals >= 0),
        changed_at \(.integer) NOT NULL,
        actor TEXT NOT NULL,
        through TEXT NOT NULL,
        reason TEXT,
        first_at \(.integer) NOT NULL,
        subject TEXT,
        content TEXT NOT NULL
        """
}

/// The texts of a dataset's statements.
private struct RecordStatements {
    let current: String
    let past: String
    let sumTable: String
    let incoming: String
    let columns: [String]
    let sums: [RecordColumn]

    private func list(_ names: [String], from table: String) -> String {
        names.map { "\(table).\($0)" }.joined(separator: ", ")
    }

    /// `CROSS JOIN` keeps SQLite from going through the large table.
    var selectKnown: String {
        let more = (["key", "version", "unit_id", "period", "state", "subject"] + sums.map(\.name)).map {
            "t.\($0)"
        }
        return """
            SELECT \(more.joined(separator: ", ")), CASE WHEN t.content = i.content THEN 1 ELSE 0 END
            FROM \(incoming) AS i CROSS JOIN \(current) AS t WHERE t.key = i.key
            """
    }

    var keepPast: String {
        let names = RecordTable.recordColumns + columns
        return """
            INSERT INTO \(past) (\(names.joined(separator: ", ")), until_at)
            SELECT \(list(names, from: "t")), CASE WHEN CAST($1 AS BIGINT) > t.changed_at
                THEN CAST($1 AS BIGINT) ELSE t.changed_at + 1 END
            FROM \(incoming) AS i CROSS JOIN \(current) AS t WHERE t.key = i.key
            """
    }

    /// A clock that goes back leaves the order of a record's versions as it is.
    var upsert: String {
        let kept = columns.map { ", \($0) = excluded.\($0)" }.joined()
        let more = columns.map { ", \($0)" }.joined()
        return """
            INSERT INTO \(current) (key, unit_id, period, version, schema_version, state, approvals, changed_at,
                actor, through, reason, first_at, subject, content\(more))
            SELECT i.key, i.unit_id, i.period, 1, CAST($1 AS BIGINT), $2, 0, CAST($3 AS BIGINT), $4, $5, $6,
                CAST($3 AS BIGINT), i.subject, i.content\(columns.map { ", i.\($0)" }.joined())
            FROM \(incoming) AS i WHERE 1 = 1
            ON CONFLICT (key) DO UPDATE SET unit_id = excluded.unit_id, period = excluded.period,
                version = \(current).version + 1, schema_version = excluded.schema_version,
                state = excluded.state, approvals = 0,
                changed_at = CASE WHEN excluded.changed_at > \(current).changed_at THEN excluded.changed_at
                    ELSE \(current).changed_at + 1 END,
                actor = excluded.actor, through = excluded.through, reason = excluded.reason,
                content = excluded.content\(kept)
            """
    }

    var addToSums: String {
        let names = ["records"] + sums.flatMap { ["s\($0.number)", "n\($0.number)"] }
        let places = (1...names.count + 3).map { "$\($0)" }
        let added = names.map { "\($0) = \(sumTable).\($0) + excluded.\($0)" }
        return """
            INSERT INTO \(sumTable) (parent_id, period, unit_id, \(names.joined(separator: ", ")))
            VALUES (\(places.joined(separator: ", ")))
            ON CONFLICT (parent_id, period, unit_id) DO UPDATE SET \(added.joined(separator: ", "))
            """
    }

    var selectOne: String {
        "SELECT \(RecordTable.recordColumns.joined(separator: ", ")) FROM \(current) WHERE key = $1"
    }
}

extension DatasetStore {
    /// Makes in `target` the tables of all datasets that `source` has, empty, for a copy of the whole database.
    package static func makeTables(of source: any Transaction, in target: any Transaction) throws {
        for row in try source.query("SELECT number, columns FROM dataset ORDER BY number") {
            let columns: String = try row[1]
            let table = RecordTable(number: try row[0], columns: try Self.columns(of: columns))
            for statement in table.definitions { try target.execute(statement) }
        }
    }
}
