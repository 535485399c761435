import CSQLite

/// One connection to a SQLite file, used by one thread at a time.
final class SQLiteConnection: Transaction {
    enum Mode { case readOnly, readWrite }

    /// Prepared statements kept for reuse; past this the cache starts anew, since generated SQL could fill
    /// it.
    static let statementsMax = 256
    /// How long a statement waits for another process's lock.
    static let busyMilliseconds: Int32 = 5_000

    /// Pages that the writer keeps: with the engine's own 2 MB, a load of a million records read the inner pages of its
    /// indexes again and again, a tenth of its time.
    static let writerCacheKilobytes = 32 << 10
    /// Pages of 8 KB in the write-ahead log before they go into the file: what is written often goes there less often.
    static let checkpointPages = 4_000

    let handle: OpaquePointer
    private var statements: [String: OpaquePointer] = [:]
    /// What ``PreparedSQL`` names; each is kept beside its statement, so that no other can take its identity.
    private var prepared: [ObjectIdentifier: (sql: PreparedSQL, statement: OpaquePointer)] = [:]

    /// Has to come before the first connection; a profile of appending to the audit log had 7 % of its time in locks.
    private static let withoutMemoryCount = sen_sqlite_without_memory_count()

    init(path: String, mode: Mode) throws(DatabaseError) {
        _ = Self.withoutMemoryCount
        let access = mode == .readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        var opened: OpaquePointer?
        let status = sqlite3_open_v2(path, &opened, access | SQLITE_OPEN_NOMUTEX, nil)
        guard status == SQLITE_OK, let opened else {
            let detail = opened.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
            sqlite3_close_v2(opened)
            throw DatabaseError(kind: .other, detail: "cannot open the database file: \(detail)")
        }
        handle = opened
        sqlite3_extended_result_codes(handle, 1)
        sqlite3_busy_timeout(handle, Self.busyMilliseconds)
        for pragma in Self.pragmas(for: mode) { try run(pragma) }
    }

    deinit {
        forgetStatements()
        sqlite3_close_v2(handle)
    }

    /// The settings of every connection.
    ///
    /// `synchronous=FULL`: what was answered survives a power cut. `cell_size_check` and an untrusted schema
    /// keep a damaged or hostile file from being believed.
    private static func pragmas(for mode: Mode) -> [String] {
        let shared = ["PRAGMA trusted_schema=OFF", "PRAGMA cell_size_check=ON", "PRAGMA temp_store=MEMORY"]
        return switch mode {
        case .readOnly: shared + ["PRAGMA query_only=ON"]
        case .readWrite:
            [
                "PRAGMA page_size=8192", "PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL",
                "PRAGMA foreign_keys=ON",
                "PRAGMA cache_size=-\(writerCacheKilobytes)", "PRAGMA wal_autocheckpoint=\(checkpointPages)",
            ] + shared
        }
    }

    /// Runs SQL of our own without parameters.
    func run(_ sql: String) throws(DatabaseError) {
        guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw failure() }
    }

    /// Whether the engine has given up the transaction by itself, as it does when the disk is full.
    var isOutsideTransaction: Bool { sqlite3_get_autocommit(handle) != 0 }

    func query(_ sql: SQL) throws(DatabaseError) -> [Row] { try rows(of: bound(sql)) }

    @discardableResult
    func execute(_ sql: SQL) throws(DatabaseError) -> Int { try effect(of: bound(sql)) }

    func query(_ sql: PreparedSQL, _ values: [SQLValue]) throws(DatabaseError) -> [Row] {
        try rows(of: bound(sql, values))
    }

    @discardableResult
    func execute(_ sql: PreparedSQL, _ values: [SQLValue]) throws(DatabaseError) -> Int {
        try effect(of: bound(sql, values))
    }

    func send(_ sql: PreparedSQL, _ values: [SQLValue]) throws(DatabaseError) {
        _ = try effect(of: bound(sql, values))
    }

    private func rows(of statement: OpaquePointer) throws(DatabaseError) -> [Row] {
        var rows: [Row] = []
        defer { release(statement) }
        while try step(statement) { rows.append(row(of: statement)) }
        return rows
    }

    private func effect(of statement: OpaquePointer) throws(DatabaseError) -> Int {
        defer { release(statement) }
        while try step(statement) {}
        return Int(sqlite3_changes64(handle))
    }

    var dialect: Dialect { .sqlite }

    func send(_ sql: SQL) throws(DatabaseError) { try execute(sql) }

    func load(into table: String, columns: [String], rows next: () throws -> [SQLValue]?) throws -> Int {
        try run("SAVEPOINT load")
        do {
            let count = try insert(into: table, columns, next)
            try run("RELEASE load")
            return count
        } catch {
            if !isOutsideTransaction { try run("ROLLBACK TO load; RELEASE load") }
            throw error
        }
    }

    private func insert(
        into table: String,
        _ columns: [String],
        _ next: () throws -> [SQLValue]?
    ) throws -> Int {
        let places = columns.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
        let names = columns.joined(separator: ", ")
        let statement = try prepare("INSERT INTO \(table) (\(names)) VALUES (\(places))", flags: 0)
        defer { sqlite3_finalize(statement) }
        var count = 0
        while let row = try next() {
            guard row.count == columns.count else { throw DatabaseError.wrongRow }
            try bind(row, to: statement)
            while try step(statement) {}
            sqlite3_reset(statement)
            count += 1
        }
        return count
    }

    func forEachRow(of sql: SQL, _ body: (Row) throws -> Void) throws {
        let (text, values) = sql.rendered(for: .sqlite)
        // Not from the cache: `body` may run the same statement again while this one is still open.
        let statement = try prepare(text, flags: 0)
        defer { sqlite3_finalize(statement) }
        try bind(values, to: statement)
        while try step(statement) { try body(row(of: statement)) }
    }

    private func bound(_ sql: SQL) throws(DatabaseError) -> OpaquePointer {
        let (text, values) = sql.rendered(for: .sqlite)
        let statement: OpaquePointer
        if let kept = statements[text] {
            statement = kept
        } else {
            if statements.count >= Self.statementsMax { forgetStatements() }
            statement = try prepare(text, flags: UInt32(SQLITE_PREPARE_PERSISTENT))
            statements[text] = statement
        }
        try bind(values, to: statement)
        return statement
    }

    private func bound(_ sql: PreparedSQL, _ values: [SQLValue]) throws(DatabaseError) -> OpaquePointer {
        let statement: OpaquePointer
        if let kept = prepared[ObjectIdentifier(sql)] {
            statement = kept.statement
        } else {
            if prepared.count >= Self.statementsMax { forgetStatements() }
            statement = try prepare(sql.sqliteText, flags: UInt32(SQLITE_PREPARE_PERSISTENT))
            prepared[ObjectIdentifier(sql)] = (sql, statement)
        }
        try bind(values, to: statement)
        return statement
    }

    private func prepare(_ text: String, flags: UInt32) throws(DatabaseError) -> OpaquePointer {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v3(handle, text, -1, flags, &statement, nil) == SQLITE_OK, let statement else {
            throw failure()
        }
        return statement
    }

    private func step(_ statement: OpaquePointer) throws(DatabaseError) -> Bool {
        switch sqlite3_step(statement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw failure()
        }
    }

    private func release(_ statement: OpaquePointer) {
        sqlite3_reset(statement)
        sqlite3_clear_bindings(statement)
    }

    private func forgetStatements() {
        for statement in statements.values { sqlite3_finalize(statement) }
        for kept in prepared.values { sqlite3_finalize(kept.statement) }
        statements.removeAll()
        prepared.removeAll()
    }

    /// The engine's last failure.
    ///
    /// Its messages name tables, columns and constraints, never row values.
    func failure() -> DatabaseError {
        let message = String(cString: sqlite3_errmsg(handle))
        return DatabaseError(kind: .init(sqlite: sqlite3_extended_errcode(handle), message), detail: message)
    }
}

extension DatabaseError.Kind {
    fileprivate init(sqlite code: Int32, _ message: String) {
        let name = message.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? message
        self =
            switch code {
            case SQLITE_CONSTRAINT | (8 << 8), SQLITE_CONSTRAINT | (6 << 8): .unique(name)
            case SQLITE_CONSTRAINT | (1 << 8): .check(name)
            case SQLITE_CONSTRAINT | (3 << 8): .foreignKey
            case SQLITE_CONSTRAINT | (5 << 8): .notNull(name)
            default: .init(sqlitePrimary: code & 0xff)
            }
    }

    private init(sqlitePrimary code: Int32) {
        self =
            switch code {
            case SQLITE_FULL: .full
            case SQLITE_BUSY, SQLITE_LOCKED: .busy
            case SQLITE_INTERRUPT: .interrupted
            case SQLITE_CORRUPT, SQLITE_NOTADB: .corrupt
            case SQLITE_READONLY: .readOnly
            default: .other
            }
    }
}
