package import Timekeeping

/// One step from an older schema to a newer one: append-only, and named by what it does.
package struct Migration: Sendable {
    /// Such as `cases: create the case tables`; unique for ever.
    package let name: String
    package let statements: [SQL]

    package init(_ name: String, _ statements: [SQL]) {
        self.name = name
        self.statements = statements
    }
}

/// Brings a database to the schema of this program, each step in a transaction of its own.
package struct Migrator: Sendable {
    let migrations: [Migration]

    package init(_ migrations: [Migration]) { self.migrations = migrations }

    /// Applies what is not applied yet and returns the names, in order.
    ///
    /// - Throws: ``MigrationError`` when the database was written by a newer Sen.
    @discardableResult
    package func migrate(_ database: any Database, clock: WallClock) async throws -> [String] {
        _ = try await database.write { transaction in
            try transaction.execute(
                "CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, applied_at \(.integer) NOT NULL) \(.strict)"
            )
        }
        let missing = try await self.missing(in: database)
        for migration in missing {
            try await database.write { transaction in
                for statement in migration.statements { try transaction.execute(statement) }
                try transaction.execute(
                    "INSERT INTO migration (name, applied_at) VALUES (\(migration.name), \(clock.now()))"
                )
            }
        }
        return missing.map(\.name)
    }

    /// What ``migrate(_:clock:)`` would apply; nothing is changed.
    ///
    /// - Throws: ``MigrationError`` when the database was written by a newer Sen, ``DatabaseError`` when it is none of
    ///   Sen's.
    package func missing(in database: any Database) async throws -> [Migration] {
        let done = try await applied(in: database)
        if let unknown = done.subtracting(migrations.map(\.name)).min() {
            throw MigrationError.writtenByNewerProgram(migration: unknown)
        }
        return migrations.filter { !done.contains($0.name) }
    }

    private func applied(in database: any Database) async throws -> Set<String> {
        try await database.read { transaction in
            Set(try transaction.query("SELECT name FROM migration").map { row in try row[0] as String })
        }
    }
}

package enum MigrationError: Error, Hashable, Sendable {
    case writtenByNewerProgram(migration: String)
}
