/// A database in a PostgreSQL server, which other processes may use at the same time.
package final class PostgresDatabase: Database {
    let settings: PostgresSettings
    private let server: PostgresServer
    private let writer: PostgresWriter
    private let readers: PostgresReaders

    /// Connects once, to see that the server is there and fit for Sen.
    ///
    /// - Throws: ``DatabaseError`` of kind `.libraryMissing`, `.unreachable` (also a wrong password or name) or `.unfit`.
    package init(_ settings: PostgresSettings) throws(DatabaseError) {
        let first = try PostgresConnection(settings, isReader: true)
        self.settings = settings
        server = PostgresServer(settings)
        writer = PostgresWriter(server)
        readers = PostgresReaders(server)
        readers.begin(with: first)
    }

    /// ``init(_:)`` on a thread of its own, since connecting waits.
    package static func open(_ settings: PostgresSettings) async throws(DatabaseError) -> PostgresDatabase {
        let opened = await onThread { () -> Result<PostgresDatabase, DatabaseError> in
            do throws(DatabaseError) { return .success(try PostgresDatabase(settings)) } catch {
                return .failure(error)
            }
        }
        return try opened.get()
    }

    /// Runs one statement that no transaction may hold, such as `CREATE DATABASE`, on a connection of its own.
    package static func administer(_ sql: String, at settings: PostgresSettings) throws(DatabaseError) {
        let connection = try PostgresConnection(settings, isReader: false)
        try connection.post(raw: sql)
        try connection.finish()
    }

    package func read<T: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> T
    ) async throws -> T {
        try await readers.read(body)
    }

    package func write<T: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> T
    ) async throws -> T {
        try await writer.queue.submit(body)
    }

    package func readHere<T>(_ body: (any Transaction) throws -> T) throws -> T {
        let connection = try PostgresConnection(settings, isReader: true)
        try connection.post(raw: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        return try body(connection)
    }

    /// Finishes what was submitted and ends the connections; later calls fail with `.closed`.
    package func close() {
        server.close()
        writer.close()
        readers.close()
    }
}
