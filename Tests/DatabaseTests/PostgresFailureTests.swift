import Database
import Foundation
import Synchronization
import TestDatabases
import Testing

/// What callers were told of each number that they wrote.
private final class Told: Sendable {
    struct Answers {
        var written: Set<Int> = []
        var refused: Set<Int> = []
        var unknown: Set<Int> = []
    }
    private let answers = Mutex(Answers())
    var all: Answers { answers.withLock { $0 } }
    func note(_ change: (inout Answers) -> Void) { answers.withLock { change(&$0) } }
}

/// Writes numbers from many tasks at once, until it is told to stop.
private final class Load: Sendable {
    static let writers = 16
    let told = Told()
    private let isOver = Atomic(false)
    private let next = Atomic(0)

    func stop() { isOver.store(true, ordering: .relaxed) }

    func run(on database: any Database) async {
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<Self.writers { group.addTask { await self.write(to: database) } }
        }
    }

    private func write(to database: any Database) async {
        while !isOver.load(ordering: .relaxed) {
            let number = next.add(1, ordering: .relaxed).newValue
            do {
                _ = try await database.write { try $0.execute("INSERT INTO answered VALUES (\(number))") }
                told.note { $0.written.insert(number) }
            } catch {
                let isUnknown = (error as? DatabaseError)?.kind == .outcomeUnknown
                told.note { if isUnknown { $0.unknown.insert(number) } else { $0.refused.insert(number) } }
            }
        }
    }
}

@Suite(
    "A PostgreSQL server that fails",
    .enabled(if: PostgresInstallation.found != nil, "\(PostgresInstallation.missing)"),
    .serialized
)
struct PostgresFailureTests {
    /// Without a key, so that a number that is written twice is seen.
    private func makeTable(_ database: any Database) async throws {
        _ = try await database.write { try $0.execute("CREATE TABLE answered (number \(.integer) NOT NULL)") }
    }

    /// Holds the rows against what the callers were told.
    private func compare(_ told: Told, with database: any Database) async throws {
        let rows = try await database.read {
            try $0.query("SELECT number FROM answered").map { try $0[0] as Int }
        }
        let kept = Set(rows)
        let answers = told.all
        #expect(rows.count == kept.count, "a number was written twice")
        #expect(answers.written.subtracting(kept).isEmpty, "a write that was answered is lost")
        #expect(answers.refused.isDisjoint(with: kept), "a write that was refused is there")
        #expect(kept.subtracting(answers.written).isSubset(of: answers.unknown))
        #expect(answers.written.count > 50, "too little was written to prove anything")
    }

    @Test("killed under load and started again, round after round: nothing answered is lost or written twice")
    func killed() async throws {
        let cluster = try await PostgresCluster(try #require(PostgresInstallation.found), options: [])
        let database = try PostgresDatabase(PostgresSettings(connection: cluster.url("postgres")))
        defer { database.close() }
        try await makeTable(database)
        let load = Load()
        async let running: Void = load.run(on: database)
        for round in 0..<3 {
            try await Task.sleep(for: .milliseconds(250 + 70 * round))
            await cluster.kill()
            try await cluster.start()
        }
        try await Task.sleep(for: .milliseconds(300))
        load.stop()
        await running
        try await compare(load.told, with: database)
        #expect(
            load.told.all.refused.isEmpty && load.told.all.unknown.isEmpty,
            "the server came back in time"
        )
        await cluster.kill()
    }

    @Test(
        "away for longer than anybody waits: work fails with words that say so, and goes on when it is back"
    )
    func away() async throws {
        let cluster = try await PostgresCluster(try #require(PostgresInstallation.found), options: [])
        var settings = PostgresSettings(connection: cluster.url("postgres"))
        settings.patienceSeconds = 0.3
        let database = try PostgresDatabase(settings)
        defer { database.close() }
        try await makeTable(database)
        let load = Load()
        async let running: Void = load.run(on: database)
        try await Task.sleep(for: .milliseconds(500))
        await cluster.stop()
        try await Task.sleep(for: .milliseconds(700))
        #expect(await kind { _ = try await database.read { try $0.query("SELECT 1") } } == .unreachable)
        #expect(!load.told.all.refused.isEmpty)
        try await cluster.start()
        try await Task.sleep(for: .milliseconds(700))
        load.stop()
        await running
        try await compare(load.told, with: database)
        await cluster.kill()
    }

    @Test("the primary is lost and the replica takes over: nothing that was answered is missing there")
    func failOver() async throws {
        let installation = try #require(PostgresInstallation.found)
        let primary = try await PostgresCluster(installation, options: ["synchronous_standby_names=*"])
        let replica = try await PostgresCluster(installation, options: [], replicaOf: primary)
        let hosts = "host=\(primary.host),\(replica.host) port=5432,5432 user=sen dbname=postgres"
        let database = try PostgresDatabase(PostgresSettings(connection: hosts))
        defer { database.close() }
        print("T1", Date())
        try await makeTable(database)
        print("T2", Date())
        let load = Load()
        async let running: Void = load.run(on: database)
        try await Task.sleep(for: .milliseconds(900))
        print("T3", Date())
        await primary.kill()
        print("T4", Date())
        try await replica.promote()
        print("T5", Date())
        let before = load.told.all.written.count
        try await Task.sleep(for: .milliseconds(1_000))
        load.stop()
        await running
        print("T6", Date())
        try await compare(load.told, with: database)
        #expect(load.told.all.written.count > before, "the new primary took no writes")
        #expect(load.told.all.refused.isEmpty && load.told.all.unknown.isEmpty)
        await replica.kill()
    }

    @Test("a process that stands still in the middle of a write does not hold up the others for ever")
    func standingStill() async throws {
        try await withDatabase(.postgres) { (each) async throws in
            try await makeTable(each.database)
            let other = try each.openAgain()
            defer { other.close() }
            let isInside = Signal()
            async let stuck: Void? = try? each.database.write { transaction in
                try transaction.execute("INSERT INTO answered VALUES (1)")
                isInside.give()
                Thread.sleep(forTimeInterval: 1.5)
                try transaction.execute("INSERT INTO answered VALUES (2)")
            }
            await withCheckedContinuation { going in
                Thread.detachNewThread {
                    isInside.wait()
                    going.resume()
                }
            }
            _ = try await other.write { try $0.execute("INSERT INTO answered VALUES (3)") }
            _ = await stuck
            let rows = try await other.read {
                try $0.query("SELECT number FROM answered").map { try $0[0] as Int }
            }
            #expect(rows.first == 3, "the other process went first: \(rows)")
        }
    }

    @Test("a server, a database or a name that is not there is told from one that does not fit")
    func unfit() async throws {
        let cluster = try await PostgresCluster(try #require(PostgresInstallation.found), options: [])
        try await cluster.administer("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")
        for (connection, expected): (String, DatabaseError.Kind) in [
            (cluster.url("nowhere"), .unreachable), ("host=/nonexistent dbname=x", .unreachable),
            ("host=/tmp nonsense", .unreachable), (cluster.url("latin"), .unfit),
        ] {
            #expect(
                await kind { _ = try PostgresDatabase(PostgresSettings(connection: connection)) } == expected
            )
        }
        await cluster.kill()
    }

    @Test("a text that the server cannot keep is refused with a reason, and the connection goes on")
    func zeroCharacter() async throws {
        try await withDatabase(.postgres) { (each) async throws in
            let found = await kind { _ = try await each.database.read { try $0.query("SELECT \("a\0b")") } }
            #expect(found == .unexpectedValue)
            #expect(try await each.database.read { try $0.value("SELECT \("a")") } == "a")
        }
    }

    @Test("statements are prepared anew after the tables have changed under them")
    func changedTables() async throws {
        try await withDatabase(.postgres) { (each) async throws in
            try await makeTable(each.database)
            for _ in 0..<2 {
                _ = try await each.database.write { try $0.query("SELECT * FROM answered") }
            }
            let other = try each.openAgain()
            defer { other.close() }
            _ = try await other.write { try $0.execute("ALTER TABLE answered ADD COLUMN more TEXT") }
            _ = try await each.database.write { try $0.query("SELECT * FROM answered") }
        }
    }

    private func kind(_ body: () async throws -> Void) async -> DatabaseError.Kind? {
        do { try await body() } catch { return (error as? DatabaseError)?.kind }
        return nil
    }
}

@Test(
    "PostgreSQL is among the databases that the stores are tested on",
    .enabled(if: PostgresInstallation.found != nil, "\(PostgresInstallation.missing)")
)
func postgresIsTested() { #expect(DatabaseKind.testable.contains(.postgres)) }
