import CPostgres

/// One connection to a PostgreSQL server, used by one thread at a time.
///
/// It is in pipeline mode: what need not be waited for (`BEGIN`, savepoints, inserts that nobody looks back at) is sent
/// with the next statement that is, so that a transaction costs one round trip for each answer that is read.
final class PostgresConnection {
    /// The oldest server with all that Sen uses.
    static let versionMin = 150_000
    /// What is sent before anybody reads the answers: together they have to fit the buffers between the two programs.
    static let unreadMax = 64

    /// What was sent and not yet answered, in order.
    enum Sent {
        case statement, sync
        /// The statement is kept under its text once the server has taken it, and its parameters' types are known.
        case preparation(text: String, PostgresStatement)
        case description(PostgresStatement)
    }

    let handle: OpaquePointer
    private var sent: [Sent] = []
    /// The connection is of no more use; the transaction that was open is undone by the server.
    private(set) var isLost = false
    var statements = PostgresStatements()
    var body = PostgresBody()

    init(_ settings: PostgresSettings, isReader: Bool) throws(DatabaseError) {
        if let missing = sen_pq_load() {
            throw DatabaseError(
                kind: .libraryMissing,
                detail: "PostgreSQL's client library is missing (\(String(cString: missing))); install libpq5"
            )
        }
        handle = try Self.connect(settings)
        try runAlone(settings.greeting(isReader: isReader).joined(separator: "; "))
        try refuseUnfitServer()
        guard sen_pq_enter_pipeline(handle) == 1 else { throw lost() }
    }

    deinit { sen_pq_finish(handle) }

    private static func connect(_ settings: PostgresSettings) throws(DatabaseError) -> OpaquePointer {
        let opened = withCStrings(settings.parameters.map(\.keyword)) { keywords in
            withCStrings(settings.parameters.map(\.value)) { sen_pq_connect(keywords, $0) }
        }
        guard let opened else { throw DatabaseError(kind: .unreachable, detail: "out of memory") }
        guard sen_pq_status(opened) == SEN_PQ_CONNECTION_OK else {
            let words = String(cString: sen_pq_error(opened))
            sen_pq_finish(opened)
            // What cannot be read is quoted, and a part of it may be the password.
            let isUnread = words.contains("connection info string") || words.contains("URI")
            let shown = words.split(separator: "\n").joined(separator: "; ")
            throw DatabaseError(
                kind: .unreachable,
                detail: isUnread ? "the connection string cannot be read" : shown
            )
        }
        return opened
    }

    /// SQLite compares texts by their bytes, and so does a database of UTF-8 whose collation is `C`: in any other one
    /// the same question would have another answer.
    private func refuseUnfitServer() throws(DatabaseError) {
        guard sen_pq_server_version(handle) >= Self.versionMin else {
            throw DatabaseError(kind: .unfit, detail: "the server is older than PostgreSQL 15")
        }
        let answer = try runAlone(
            """
            SELECT pg_encoding_to_char(encoding) = 'UTF8' AND (datlocprovider = 'c')
                AND lower(datcollate) IN ('c', 'posix', 'c.utf-8', 'c.utf8')
            FROM pg_database WHERE datname = current_database()
            """
        )
        guard let value = sen_pq_value(answer.handle, 0, 0), value.pointee == CChar(UInt8(ascii: "t")) else {
            throw DatabaseError(
                kind: .unfit,
                detail: "the database needs ENCODING 'UTF8' LOCALE 'C' TEMPLATE template0"
            )
        }
    }

    /// Runs a statement outside the pipeline and waits for it.
    @discardableResult
    func runAlone(_ sql: String) throws(DatabaseError) -> PostgresResult {
        guard let answer = sen_pq_exec(handle, sql) else { throw lost() }
        let result = PostgresResult(answer)
        guard !result.isFailure else {
            throw sen_pq_status(handle) == SEN_PQ_CONNECTION_OK ? result.failure : lost()
        }
        return result
    }

    /// Marks the connection as lost and says so.
    func lost() -> DatabaseError {
        isLost = true
        sent.removeAll()
        let words = String(cString: sen_pq_error(handle)).split(separator: "\n").joined(separator: "; ")
        return DatabaseError(kind: .unreachable, detail: "the connection to the server was lost: \(words)")
    }

    /// Looks whether the server is still there, without asking it: a server that ended has closed its end.
    var isAlive: Bool {
        if !isLost, sen_pq_consume(handle) == 0 || sen_pq_status(handle) != SEN_PQ_CONNECTION_OK {
            _ = lost()
        }
        return !isLost
    }

    /// Whether the server answers a statement that asks nothing.
    var answers: Bool {
        do throws(DatabaseError) {
            try post(raw: "")
            try finish()
        } catch {
            return false
        }
        return true
    }
}

// MARK: The pipeline

extension PostgresConnection {
    /// Sends a statement of our own without parameters; nothing is waited for.
    func post(raw sql: String) throws(DatabaseError) {
        try note(sen_pq_send_command(handle, sql), .statement)
    }

    /// ``post(_:_:)`` of a statement that is made for this once.
    func post(_ sql: SQL) throws(DatabaseError) {
        let (text, values) = sql.rendered(for: .postgres)
        try post(text, values)
    }

    /// Sends a statement with its parameters, and prepares it when it is new; nothing is waited for.
    func post(_ text: String, _ values: [SQLValue]) throws(DatabaseError) {
        try refuseNUL(in: values)
        let statement: PostgresStatement
        if let kept = statements.find(text, taking: values) {
            statement = kept
        } else {
            if statements.isFull {
                try post(raw: "DEALLOCATE ALL")
                statements.forget()
            }
            statement = statements.make(for: values)
            try prepare(text, as: statement)
        }
        try note(send(statement, values), .statement)
    }

    private func prepare(_ text: String, as statement: PostgresStatement) throws(DatabaseError) {
        let types = statement.types.map(\.oid)
        try note(
            sen_pq_send_prepare(handle, statement.name, text, Int32(types.count), types),
            .preparation(text: text, statement)
        )
        // Only a parameter that was NULL leaves its type to the server.
        if statement.types.contains(.undecided) {
            try note(sen_pq_send_describe(handle, statement.name), .description(statement))
        }
    }

    private func send(_ statement: PostgresStatement, _ values: [SQLValue]) -> Int32 {
        let encoded = zip(statement.types, values).map { $0.encode($1) }
        let lengths = encoded.map { Int32(clamping: $0?.count ?? 0) }
        let formats = [Int32](repeating: 1, count: values.count)
        return withBytes(of: encoded) { pointers in
            sen_pq_send_prepared(handle, statement.name, Int32(values.count), pointers, lengths, formats)
        }
    }

    private func refuseNUL(in values: [SQLValue]) throws(DatabaseError) {
        for case .text(let text) in values where text.utf8.contains(0) {
            throw DatabaseError(
                kind: .unexpectedValue,
                detail: "PostgreSQL keeps no text with a NUL character"
            )
        }
    }

    private func note(_ status: Int32, _ what: Sent) throws(DatabaseError) {
        guard !isLost, status == 1 else { throw lost() }
        sent.append(what)
    }

    /// How much was posted whose answer nobody has read.
    var unreadCount: Int { sent.count }

    /// Sends what was posted without waiting; the answers are read by the next ``finish()``.
    func flush() throws(DatabaseError) { try note(sen_pq_sync(handle), .sync) }

    /// Sends what was posted and waits for all answers; the result is the last statement's.
    ///
    /// - Throws: the first failure among them; what was posted after it was not carried out.
    @discardableResult
    func finish() throws(DatabaseError) -> PostgresResult? {
        guard !sent.isEmpty else { return nil }
        try note(sen_pq_sync(handle), .sync)
        var last: PostgresResult?
        var failed: PostgresResult?
        for what in sent {
            for result in try results(of: what) {
                if result.isFailure { failed = failed ?? result } else { keep(result, of: what) }
                if case .statement = what { last = result }
            }
        }
        sent.removeAll(keepingCapacity: true)
        guard let failed else { return last }
        throw failure(of: failed)
    }

    func failure(of result: PostgresResult) -> DatabaseError {
        // The plan of a kept statement no longer fits the tables, which a migration has changed.
        if result.sqlState == "0A000" { statements.isStale = true }
        if ["40001", "40P01", "0A000"].contains(result.sqlState) { body.mustBeginAgain = true }
        let failure = result.failure
        if sen_pq_status(handle) != SEN_PQ_CONNECTION_OK || failure.kind == .unreachable { _ = lost() }
        return failure
    }

    private func results(of what: Sent) throws(DatabaseError) -> [PostgresResult] {
        var results: [PostgresResult] = []
        while let answer = sen_pq_get_result(handle) {
            let result = PostgresResult(answer)
            results.append(result)
            if result.status == SEN_PQ_PIPELINE_SYNC { return results }
            // Of a lost connection there may be failures without end.
            if sen_pq_status(handle) != SEN_PQ_CONNECTION_OK { throw lost() }
        }
        if case .sync = what, results.isEmpty { throw lost() }
        return results
    }

    private func keep(_ result: PostgresResult, of what: Sent) {
        guard result.status == SEN_PQ_COMMAND_OK else { return }
        switch what {
        case .preparation(let text, let statement): statements.keep(statement, for: text)
        case .description(let statement): statements.learn(result.parameterTypes, of: statement)
        case .statement, .sync: break
        }
    }
}
