import Database
import Foundation

/// Writes numbered rows from many tasks at once and prints each number after its write was answered.
///
/// A test kills it at some moment and then looks whether every printed number is in the file.
@main
struct CrashWriter {
    /// As many writers as share a commit under load.
    static let writers = 32

    /// With a file for SQLite, or a connection string for PostgreSQL, and the first number.
    static func main() async throws {
        let place = CommandLine.arguments[1]
        let database: any Database =
            place.contains("dbname=")
            ? try PostgresDatabase(PostgresSettings(connection: place)) : try SQLiteDatabase(path: place)
        let first = Int(CommandLine.arguments[2]) ?? 0
        _ = try await database.write { transaction in
            try transaction.execute(
                "CREATE TABLE IF NOT EXISTS answered (number \(.integer) PRIMARY KEY) \(.strict)"
            )
        }
        await withTaskGroup(of: Void.self) { group in
            for writer in 0..<writers {
                group.addTask { await write(to: database, startingAt: first + writer) }
            }
        }
    }

    private static func write(to database: any Database, startingAt start: Int) async {
        for number in stride(from: start, to: Int.max, by: writers) {
            let write = try? await database.write {
                try $0.execute("INSERT INTO answered VALUES (\(number))")
            }
            guard write != nil else { return }
            // One write call a line: a pipe keeps it whole.
            FileHandle.standardOutput.write(Data("\(number)\n".utf8))
        }
    }
}
