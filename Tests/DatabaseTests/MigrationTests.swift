import Database
import TestDatabases
import Testing
import Timekeeping

private let clock = WallClock { Instant(secondsSince1970: 1_000) }
private let first = Migration("test: create a", ["CREATE TABLE a (x \(.integer)) \(.strict)"])
private let second = Migration("test: create b", ["CREATE TABLE b (x \(.integer)) \(.strict)"])

@Test("a migration is applied once, and later ones follow it")
func appliedOnce() async throws {
    try await onEachDatabase { (each) async throws in
        let database = each.database
        #expect(try await Migrator([first]).migrate(database, clock: clock) == ["test: create a"])
        #expect(try await Migrator([first, second]).migrate(database, clock: clock) == ["test: create b"])
        #expect(try await Migrator([first, second]).migrate(database, clock: clock) == [])
    }
}

@Test("a migration that fails leaves nothing of itself behind")
func failedMigration() async throws {
    let broken = Migration("test: broken", ["CREATE TABLE c (x \(.integer)) \(.strict)", "CREATE NONSENSE"])
    try await onEachDatabase { (each) async throws in
        let database = each.database
        await #expect(throws: DatabaseError.self) {
            try await Migrator([broken]).migrate(database, clock: clock)
        }
        await #expect(throws: DatabaseError.self) {
            try await database.read { try $0.query("SELECT * FROM c") }
        }
        #expect(try await Migrator([first]).migrate(database, clock: clock) == ["test: create a"])
    }
}

@Test("a database that a newer Sen has written is refused by name, and not touched")
func writtenByNewer() async throws {
    try await onEachDatabase { (each) async throws in
        let database = each.database
        try await Migrator([first, second]).migrate(database, clock: clock)
        await #expect(throws: MigrationError.writtenByNewerProgram(migration: "test: create b")) {
            try await Migrator([first]).migrate(database, clock: clock)
        }
    }
}

@Test("what a migration would change can be asked without changing anything")
func missingMigrations() async throws {
    try await onEachDatabase { (each) async throws in
        let database = each.database
        await #expect(throws: DatabaseError.self, "it is not a database of Sen's") {
            _ = try await Migrator([first]).missing(in: database)
        }
        try await Migrator([first]).migrate(database, clock: clock)
        let missing = try await Migrator([first, second]).missing(in: database).map(\.name)
        #expect(missing == ["test: create b"])
        #expect(try await Migrator([first, second]).migrate(database, clock: clock) == missing)
        await #expect(throws: MigrationError.writtenByNewerProgram(migration: "test: create b")) {
            _ = try await Migrator([first]).missing(in: database)
        }
    }
}
