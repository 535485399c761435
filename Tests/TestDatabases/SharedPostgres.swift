import Database
import Foundation
import Timekeeping

/// The one server that all tests of the process share, in which each has a database of its own.
///
/// It is started by the first test that needs it. It does not wait for the disk, for it does not outlive the tests.
/// Making a database takes a tenth of a second, so one that a test leaves is emptied for the next test with the same
/// migrations.
actor SharedPostgres {
    static let instance = SharedPostgres()
    /// Databases in use at once: each has some connections, and the machine has few processors.
    private static let databasesMax = 4
    private static let options = ["fsync=off", "full_page_writes=off"]

    private var cluster: Task<PostgresCluster, any Error>?
    /// A database with the schema of a list of migrations, from which the tests' own are copied.
    private var templates: [[String]: Task<String, any Error>] = [:]
    private var emptied: [[String]: [TestPostgres]] = [:]
    private var count = 0
    private var free = databasesMax
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// An empty database with these migrations; it is given back by ``giveBack(_:)``.
    func lend(
        _ installation: PostgresInstallation,
        _ migrations: [Migration],
        _ clock: WallClock
    ) async throws -> TestPostgres {
        await takePlace()
        do {
            let key = migrations.map(\.name)
            if let old = emptied[key]?.popLast() { return old }
            let cluster = try await start(installation)
            let template = try await template(migrations, cluster, clock)
            let name = nextName()
            try await cluster.administer("CREATE DATABASE \(name) TEMPLATE \(template)")
            return try await TestPostgres(cluster, name, migrations: key)
        } catch {
            givePlace()
            throw error
        }
    }

    func giveBack(_ used: TestPostgres) async throws {
        defer { givePlace() }
        if !used.migrations.isEmpty, await used.isEmptied() {
            emptied[used.migrations, default: []].append(used)
        } else {
            try await onThread { used.database.close() }
            try await used.cluster.administer("DROP DATABASE \(used.name) WITH (FORCE)")
        }
    }

    private func start(_ installation: PostgresInstallation) async throws -> PostgresCluster {
        if let cluster { return try await cluster.value }
        let started = Task { try await PostgresCluster(installation, options: Self.options) }
        cluster = started
        return try await started.value
    }

    private func template(
        _ migrations: [Migration],
        _ cluster: PostgresCluster,
        _ clock: WallClock
    ) async throws -> String {
        let key = migrations.map(\.name)
        if let made = templates[key] { return try await made.value }
        let name = nextName()
        let made = Task {
            try await cluster.administer("CREATE DATABASE \(name) TEMPLATE template0")
            guard !migrations.isEmpty else { return name }
            let new = try await TestPostgres(cluster, name, migrations: key)
            defer { new.database.close() }
            try await Migrator(migrations).migrate(new.database, clock: clock)
            try await new.rememberFirstRows()
            return name
        }
        templates[key] = made
        return try await made.value
    }

    private func nextName() -> String {
        count += 1
        return "test\(count)"
    }

    private func takePlace() async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    private func givePlace() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}

/// A database of one test.
struct TestPostgres: Sendable {
    let cluster: PostgresCluster
    let name: String
    /// The names of those that it has got.
    let migrations: [String]
    let settings: PostgresSettings
    let database: PostgresDatabase

    init(_ cluster: PostgresCluster, _ name: String, migrations: [String]) async throws {
        self.cluster = cluster
        self.name = name
        self.migrations = migrations
        var settings = PostgresSettings(connection: cluster.url(name))
        settings.readersMax = 3
        settings.idleSecondsMax = 1
        let finished = settings
        self.settings = finished
        database = try await onThread { try PostgresDatabase(finished) }
    }

    /// Keeps what the migrations themselves have written, and the names of all that they have made.
    fileprivate func rememberFirstRows() async throws {
        _ = try await database.write { try $0.execute("\(trusted: Self.remembering)") }
    }

    /// Brings the database back to what the migrations left; `false` when the test has closed or changed it.
    fileprivate func isEmptied() async -> Bool {
        let emptied = try? await database.write { try $0.execute("\(trusted: Self.emptying)") }
        return emptied != nil
    }

    private static let remembering = """
        DO $$ DECLARE it record; BEGIN
            CREATE SCHEMA first;
            CREATE TABLE first.made AS
                SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace;
            FOR it IN SELECT relname AS name FROM pg_class
                WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'sen_writer'
            LOOP
                EXECUTE format('CREATE TABLE first.%I AS SELECT * FROM public.%I', it.name, it.name);
            END LOOP;
        END $$
        """

    private static let emptying = """
        DO $$ DECLARE it record; BEGIN
            IF (SELECT count(*) FROM first.made NATURAL FULL JOIN
                    (SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace) AS now)
                <> (SELECT count(*) FROM first.made NATURAL JOIN
                    (SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace) AS now)
            THEN RAISE EXCEPTION 'the test has changed the schema'; END IF;
            SET LOCAL session_replication_role = replica;
            FOR it IN SELECT relname AS name FROM pg_class
                WHERE relnamespace = 'first'::regnamespace AND relkind = 'r' AND relname <> 'made'
            LOOP
                EXECUTE format('DELETE FROM public.%I', it.name);
                EXECUTE format('INSERT INTO public.%I SELECT * FROM first.%I', it.name, it.name);
            END LOOP;
            PERFORM setval(oid::regclass, 1, false) FROM pg_class
                WHERE relnamespace = 'public'::regnamespace AND relkind = 'S';
        END $$
        """
}
