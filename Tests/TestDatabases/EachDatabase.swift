package import Database
import Foundation
import RunningPrograms
package import Timekeeping

/// Runs `body` once on SQLite and once on PostgreSQL, each time with a new database of its own.
///
/// `SEN_TEST_DATABASE=sqlite` or `=postgres` runs it on that one alone, which tells on which of them a test fails.
package func onEachDatabase<T>(
    _ migrations: [Migration] = [],
    clock: WallClock = WallClock { Instant(secondsSince1970: 0) },
    _ body: (TestDatabase) async throws -> T
) async throws -> T {
    guard let last = DatabaseKind.testable.last else { throw NoDatabase() }
    for kind in DatabaseKind.testable.dropLast() {
        _ = try await withDatabase(kind, migrations, clock: clock, body)
    }
    return try await withDatabase(last, migrations, clock: clock, body)
}

package struct NoDatabase: Error, CustomStringConvertible {
    package let description = "SEN_TEST_DATABASE asks for a database that is not installed"
}

/// A database that a test may open again, as another process does.
package struct TestDatabase: Sendable {
    package let database: any Database
    package let kind: DatabaseKind
    /// A second database object on the same data.
    package let openAgain: @Sendable () throws -> any Database
    /// Of PostgreSQL, for another process.
    package let connection: String?
}

/// Runs `body` with a new database of one kind.
package func withDatabase<T>(
    _ kind: DatabaseKind,
    _ migrations: [Migration] = [],
    clock: WallClock = WallClock { Instant(secondsSince1970: 0) },
    _ body: (TestDatabase) async throws -> T
) async throws -> T {
    guard kind == .postgres, let installation = PostgresInstallation.found else {
        return try await withSQLite(migrations, clock, body)
    }
    let lent = try await SharedPostgres.instance.lend(installation, migrations, clock)
    let settings = lent.settings
    do {
        let opened = TestDatabase(
            database: lent.database,
            kind: .postgres,
            openAgain: { try PostgresDatabase(settings) },
            connection: settings.connection
        )
        let result = try await body(opened)
        try await SharedPostgres.instance.giveBack(lent)
        return result
    } catch {
        try? await SharedPostgres.instance.giveBack(lent)
        throw error
    }
}

private func withSQLite<T>(
    _ migrations: [Migration],
    _ clock: WallClock,
    _ body: (TestDatabase) async throws -> T
) async throws -> T {
    let folder = try ScratchFolder("sen-test")
    let path = folder.path + "sen.sqlite"
    let database = try SQLiteDatabase(path: path)
    defer { database.close() }
    if !migrations.isEmpty { try await Migrator(migrations).migrate(database, clock: clock) }
    return try await body(
        TestDatabase(
            database: database,
            kind: .sqlite,
            openAgain: { try SQLiteDatabase(path: path) },
            connection: nil
        )
    )
}
