package import Language

/// A database that serves many tasks at once: SQLite, or PostgreSQL when one machine is not enough.
///
/// Work inside a transaction is synchronous on purpose: no `await` can hold a lock open.
package protocol Database: Sendable {
    /// Reads one consistent state of the whole database.
    ///
    /// `body` runs once, in PostgreSQL on a thread of the driver.
    func read<T: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> T) async throws -> T

    /// Runs `body` in a transaction and returns after it is durable; an error thrown by `body` undoes it
    /// alone.
    ///
    /// `body` may share its commit with other writers, may run again when the server undoes the transaction, and must
    /// not have effects outside the database.
    func write<T: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> T) async throws -> T

    /// Does `body` in at most one of the processes that share the database; the others wait, and one of them takes over
    /// when the first ends or loses the database, which cancels its `body`.
    ///
    /// Returns when the task is cancelled or `body` has ended.
    func asOnlyOne(_ task: SingleTask, _ body: @escaping @Sendable () async -> Void) async

    /// One consistent state on a connection of its own and on the calling thread, which waits: for the body of a write to
    /// another database.
    func readHere<T>(_ body: (any Transaction) throws -> T) throws -> T

    /// Finishes what was submitted, then lets the database go; later calls fail with `.closed`.
    func close()
}

/// What is to be done by one process at a time.
package enum SingleTask: Int32, Sendable {
    /// 1 is the lock of those that write.
    case watch = 2
}

extension Database {
    /// Of a database that no two processes serve.
    package func asOnlyOne(_: SingleTask, _ body: @escaping @Sendable () async -> Void) async { await body() }
}

/// Statements inside one transaction.
package protocol Transaction {
    /// For what the two databases can only be told in their own words.
    var dialect: Dialect { get }

    /// Runs one statement and returns its rows.
    func query(_ sql: SQL) throws(DatabaseError) -> [Row]

    /// Runs one statement for its effect and returns how many rows it changed.
    @discardableResult
    func execute(_ sql: SQL) throws(DatabaseError) -> Int

    /// ``execute(_:)`` of a statement that is kept prepared; `values` are its parameters in their order.
    @discardableResult
    func execute(_ sql: PreparedSQL, _ values: [SQLValue]) throws(DatabaseError) -> Int

    /// ``query(_:)`` of a statement that is kept prepared; `values` are its parameters in their order.
    func query(_ sql: PreparedSQL, _ values: [SQLValue]) throws(DatabaseError) -> [Row]

    /// Runs one statement for its effect without looking at it; its failure may come later, at the latest at the end of
    /// the body, so it is for statements whose failures nobody tells apart.
    ///
    /// PostgreSQL gets it together with the next statement, which saves a round trip.
    func send(_ sql: SQL) throws(DatabaseError)

    /// ``send(_:)`` of a statement that is kept prepared; `values` are its parameters in their order.
    func send(_ sql: PreparedSQL, _ values: [SQLValue]) throws(DatabaseError)

    /// Runs one statement and hands over its rows one by one, for results that memory should not hold.
    func forEachRow(of sql: SQL, _ body: (Row) throws -> Void) throws

    /// Adds the rows that `next` hands over until it gives `nil`, and returns how many there were; what breaks a
    /// constraint fails as an `INSERT` does, and then none of them is kept.
    ///
    /// The fastest way in: `COPY` in PostgreSQL, one prepared statement in SQLite. Only one row is held in memory.
    /// `table` and `columns` are names that code has chosen; a text goes only into a column of text, and so on.
    func load(into table: String, columns: [String], rows next: () throws -> [SQLValue]?) throws -> Int
}

extension Transaction {
    /// The first row, or `nil` when there is none.
    package func first(_ sql: SQL) throws(DatabaseError) -> Row? { try query(sql).first }

    /// The first column of the first row, or `nil` when there is no row.
    package func value<T: SQLDecodable>(_ sql: SQL, as type: T.Type = T.self) throws(DatabaseError) -> T? {
        guard let row = try query(sql).first else { return nil }
        return try row[0]
    }
}

extension Database {
    /// ``write(_:)`` whose failures all are one domain's ``Failure``.
    package func write<T: Sendable, Code: FailureCode>(
        throwing code: Code.Type,
        _ body: @escaping @Sendable (any Transaction) throws -> T
    ) async throws(Failure<Code>) -> T {
        do { return try await write(body) } catch { throw Failure<Code>(wrapping: error) }
    }

    /// ``read(_:)`` whose failures all are one domain's ``Failure``.
    package func read<T: Sendable, Code: FailureCode>(
        throwing code: Code.Type,
        _ body: @escaping @Sendable (any Transaction) throws -> T
    ) async throws(Failure<Code>) -> T {
        do { return try await read(body) } catch { throw Failure<Code>(wrapping: error) }
    }
}

extension Failure {
    /// Keeps a failure of the same domain as it is; anything else becomes the domain's `storeFailed`.
    package init(wrapping error: any Error) {
        if let same = error as? Failure<Code> {
            self = same
            return
        }
        let text = (error as? DatabaseError)?.kind.text
        self.init(.storeFailed, "the database did not do its work", text: text, cause: error)
    }
}

extension DatabaseError.Kind {
    /// What the person can do about it, where that differs from what any failure of a store says.
    fileprivate var text: Text? {
        switch self {
        case .full: .diskFull
        case .unreachable: .databaseAway
        case .outcomeUnknown: .outcomeUnknown
        default: nil
        }
    }
}
