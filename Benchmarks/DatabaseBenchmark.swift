import Database
import Foundation
import RunningPrograms
import TestDatabases

/// SQLite and PostgreSQL side by side, both waiting for the disk: single durable writes, many rows at once, a read by key.
///
/// The CPU is that of this process alone; what PostgreSQL's server needs shows in the seconds.
struct DatabaseBenchmark {
    private static let writers = 64
    private static let writes = 30_000
    private static let loaded = 300_000
    private static let rowsAtOnce = 1_000
    private static let reads = 60_000
    private static let readers = 8
    private static let staged = StagedTable("incoming", [.init("id", .text), .init("body", .text)])
    private static let body = String(repeating: "a", count: 300)

    func run() async throws {
        try await withTemporaryFolder { (folder) async throws in
            let database = try SQLiteDatabase(path: folder.appending(path: "sen.sqlite").path)
            defer { database.close() }
            try await measure(database, "SQLite")
        }
        guard let installation = PostgresInstallation.found else {
            return print("database: PostgreSQL left out: \(PostgresInstallation.missing)")
        }
        let cluster = try await PostgresCluster(installation, options: [])
        let database = try PostgresDatabase(PostgresSettings(connection: cluster.url("postgres")))
        defer { database.close() }
        try await measure(database, "PostgreSQL")
    }

    private func measure(_ database: any Database, _ name: String) async throws {
        _ = try await database.write { transaction in
            try transaction.execute("CREATE TABLE thing (id TEXT PRIMARY KEY, body TEXT NOT NULL) \(.strict)")
        }
        try await Cost.of { try await write(to: database) }
            .print("\(name): durable write, \(Self.writers) writers", count: Self.writes)
        try await Cost.of { try await load(into: database) }
            .print("\(name): upsert by the thousand", count: Self.loaded)
        try await Cost.of { try await read(from: database) }
            .print("\(name): read by key", count: Self.reads)
    }

    private func write(to database: any Database) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<Self.writers {
                group.addTask {
                    for number in stride(from: writer, to: Self.writes, by: Self.writers) {
                        _ = try await database.write { transaction in
                            try transaction.execute(
                                "INSERT INTO thing VALUES (\(Self.id(number)), \(Self.body))"
                            )
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    private func load(into database: any Database) async throws {
        for start in stride(from: 0, to: Self.loaded, by: Self.rowsAtOnce) {
            _ = try await database.write { transaction in
                var numbers = (start..<start + Self.rowsAtOnce).makeIterator()
                try transaction.stage(Self.staged) {
                    numbers.next().map { [.text(Self.id($0)), .text(Self.body)] }
                }
                try transaction.execute(
                    """
                    INSERT INTO thing (id, body) SELECT id, body FROM incoming WHERE 1 = 1
                    ON CONFLICT (id) DO UPDATE SET body = excluded.body
                    """
                )
            }
        }
    }

    private func read(from database: any Database) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for reader in 0..<Self.readers {
                group.addTask {
                    for number in stride(from: reader, to: Self.reads, by: Self.readers) {
                        let key = Self.id(number * 7 % Self.loaded)
                        _ = try await database.read {
                            try $0.first("SELECT body FROM thing WHERE id = \(key)")
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    /// As UUIDv7: 36 characters that begin alike.
    private static func id(_ number: Int) -> String {
        let digits = String(number, radix: 16)
        return "018f0000-0000-7000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
    }
}
