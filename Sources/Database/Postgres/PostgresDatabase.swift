/// A database in a PostgreSQL server, which other processes may use at the same time.
package final class PostgresDatabase: Database {
    private let server: PostgresServer
    private let writer: PostgresWriter
    private let readers: PostgresReaders

    /// Connects once, to see that the server is there and fit for Sen.
    ///
    /// - Throws: ``DatabaseError`` of kind `.libraryMissing`, `.unreachable` (also a wrong password or name) or `.unfit`.
    package init(_ settings: PostgresSettings) throws(DatabaseError) {
        let first = try PostgresConnection(settings, isReader: true)
        server = PostgresServer(settings)
        writer = PostgresWriter(server)
        readers = PostgresReaders(server)
        readers.begin(with: first)
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

    /// Finishes what was submitted and ends the connections; later calls fail with `.closed`.
    package func close() {
        server.close()
        writer.close()
        readers.close()
    }
}
