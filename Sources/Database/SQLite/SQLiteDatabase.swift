import CSQLite

/// The embedded database: one file, one writer with group commit, many readers (WAL).
package final class SQLiteDatabase: Database {
    package let path: String
    private let writer: GroupCommitWriter
    private let readers: ReaderPool

    /// Opens the file, and makes it when there is none.
    ///
    /// - Throws: ``DatabaseError``, for example when the folder does not exist or the file is not a database.
    package init(path: String) throws(DatabaseError) {
        self.path = path
        writer = try GroupCommitWriter(path: path)
        readers = ReaderPool(path: path)
    }

    package func read<T: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> T
    ) async throws -> T {
        try readers.read(body)
    }

    package func write<T: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> T
    ) async throws -> T {
        try await writer.queue.submit(body)
    }

    package func readHere<T>(_ body: (any Transaction) throws -> T) throws -> T {
        let connection = try SQLiteConnection(path: path, mode: .readOnly)
        try connection.run("BEGIN")
        defer { try? connection.run("COMMIT") }
        return try body(connection)
    }

    /// Finishes the writes that were submitted and closes the file; later calls fail with `.closed`.
    package func close() {
        writer.close()
        readers.close()
    }

    /// Copies the database as it is at one moment to a new file, while it goes on serving (`VACUUM INTO`).
    ///
    /// - Throws: ``DatabaseError`` when the file exists or cannot be written.
    package func backUp(to destination: String) async throws {
        let source = try SQLiteConnection(path: path, mode: .readWrite)
        try source.execute("VACUUM INTO \(destination)")
    }

    /// What the engine finds wrong with the file itself (`PRAGMA integrity_check`, `foreign_key_check`); `nil` for a
    /// sound one.
    ///
    /// It reads every page and every index, on a connection of its own and without the time limit of ``read(_:)``.
    package func damage() async throws -> String? {
        let connection = try SQLiteConnection(path: path, mode: .readOnly)
        if let answer: String = try connection.value("PRAGMA integrity_check(1)"), answer != "ok" {
            return answer
        }
        let orphan: String? = try connection.value("SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1")
        return orphan.map { "a row of \($0) refers to one that is not there" }
    }
}
