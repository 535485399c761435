/// What happens to one body that reads or writes.
struct PostgresBody {
    /// The first statement that failed; from then on the server takes no other.
    var failure: DatabaseError?
    /// The body went on after a failure, as it may with SQLite, where a failed statement undoes itself alone.
    var wentOn = false
    /// Each statement gets a savepoint of its own, so that the body can go on after a failed one.
    var guardsStatements = false
    /// The server has undone the transaction, because another one changed the same rows at the same time.
    var mustBeginAgain = false
    /// Cursors that are open.
    var cursors = 0
}

extension PostgresConnection: Transaction {
    /// Bytes of rows that one fetch of ``forEachRow(of:_:)`` aims at.
    private static let fetchBytes = 1 << 20
    private static let fetchRowsMax = 10_000

    var dialect: Dialect { .postgres }

    func query(_ sql: SQL) throws(DatabaseError) -> [Row] { try answer(sql)?.rows ?? [] }

    @discardableResult
    func execute(_ sql: SQL) throws(DatabaseError) -> Int { try answer(sql)?.changed ?? 0 }

    func send(_ sql: SQL) throws(DatabaseError) {
        let (text, values) = sql.rendered(for: .postgres)
        try send(text, values)
    }

    func query(_ sql: PreparedSQL, _ values: [SQLValue]) throws(DatabaseError) -> [Row] {
        try answer(sql.text, values)?.rows ?? []
    }

    @discardableResult
    func execute(_ sql: PreparedSQL, _ values: [SQLValue]) throws(DatabaseError) -> Int {
        try answer(sql.text, values)?.changed ?? 0
    }

    func send(_ sql: PreparedSQL, _ values: [SQLValue]) throws(DatabaseError) { try send(sql.text, values) }

    private func send(_ text: String, _ values: [SQLValue]) throws(DatabaseError) {
        guard !body.guardsStatements, unreadCount < Self.unreadMax else {
            _ = try answer(text, values)
            return
        }
        try goOn()
        try post(text, values)
    }

    func forEachRow(of sql: SQL, _ body: (Row) throws -> Void) throws {
        let cursor = "sen\(self.body.cursors)"
        self.body.cursors += 1
        defer { self.body.cursors -= 1 }
        // Not what the caller may see of a cursor: it would be undone to a savepoint with the statement that failed.
        _ = try answer("DECLARE \(trusted: cursor) NO SCROLL CURSOR FOR \(sql)")
        var count = 16
        while let page = try answer("FETCH \(trusted: String(count)) FROM \(trusted: cursor)"),
            page.rowCount > 0
        {
            for row in page.rows { try body(row) }
            guard page.rowCount == count else { break }
            count = Self.nextCount(after: page)
        }
        try post(raw: "CLOSE \(cursor)")
    }

    /// A power of two, so that few statements are prepared.
    private static func nextCount(after page: PostgresResult) -> Int {
        let bytes = max(1, page.byteCount(ofRow: page.rowCount - 1))
        let wanted = min(fetchRowsMax, max(1, fetchBytes / bytes), page.rowCount * 8)
        return 1 << (Int.bitWidth - 1 - wanted.leadingZeroBitCount)
    }

    /// Nothing follows a statement that failed.
    private func goOn() throws(DatabaseError) {
        guard let failure = body.failure else { return }
        body.wentOn = true
        throw failure
    }

    private func answer(_ sql: SQL) throws(DatabaseError) -> PostgresResult? {
        let (text, values) = sql.rendered(for: .postgres)
        return try answer(text, values)
    }

    private func answer(_ text: String, _ values: [SQLValue]) throws(DatabaseError) -> PostgresResult? {
        try guarded { () throws(DatabaseError) in
            try post(text, values)
            return try finish()
        }
    }

    /// Does one thing that can fail, in a savepoint of its own if the body asks for it.
    private func guarded<T>(_ work: () throws(DatabaseError) -> T) throws(DatabaseError) -> T {
        try goOn()
        do {
            if body.guardsStatements { try post(raw: "SAVEPOINT statement") }
            let result = try work()
            if body.guardsStatements { try post(raw: "RELEASE SAVEPOINT statement") }
            return result
        } catch {
            if body.guardsStatements, !isLost, !body.mustBeginAgain {
                try post(raw: "ROLLBACK TO SAVEPOINT statement")
                try post(raw: "RELEASE SAVEPOINT statement")
            } else {
                body.failure = error
            }
            throw error
        }
    }

    func load(into table: String, columns: [String], rows next: () throws -> [SQLValue]?) throws -> Int {
        let known = try query(
            """
            SELECT attname::text, atttypid::bigint, attidentity <> '' FROM pg_attribute
            WHERE attrelid = \(table)::regclass AND attnum > 0 AND NOT attisdropped
            """
        )
        var types: [String: PostgresType] = [:]
        for row in known { types[try row[0]] = PostgresType(UInt32(clamping: try row[1] as Int)) }
        let counted = try known.first { row in try row[2] }.map { row in try row[0] as String }
        var copy = PostgresCopy(types: columns.map { types[$0] ?? .undecided })
        let order = "COPY \(table) (\(columns.joined(separator: ", "))) FROM STDIN (FORMAT binary)"
        // What the caller's own code throws comes out as it is.
        var thrown: (any Error)?
        do {
            let count = try guarded { () throws(DatabaseError) in
                do { return try copy.run(on: self, order, next) } catch let error as DatabaseError {
                    throw error
                } catch {
                    thrown = error
                    throw DatabaseError(kind: .interrupted, detail: "the rows ended with a failure")
                }
            }
            if let counted, columns.contains(counted) { try goOnCounting(counted, of: table) }
            return count
        } catch {
            throw thrown ?? error
        }
    }

    /// Keys that the database counts go on after the largest that was loaded, as they do in SQLite by themselves.
    private func goOnCounting(_ column: String, of table: String) throws(DatabaseError) {
        try execute(
            """
            SELECT setval(pg_get_serial_sequence(\(table), \(column)), coalesce(max(\(trusted: column)), 0) + 1, false)
            FROM \(trusted: table)
            """
        )
    }
}
