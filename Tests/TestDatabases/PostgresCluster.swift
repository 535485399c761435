import Database
import Foundation
package import RunningPrograms
import Synchronization

/// A PostgreSQL server of the tests: a folder of its own, reached by a socket in it, ended with the tests.
package final class PostgresCluster: Sendable {
    private static let startSecondsMax = 60.0
    private static let stopLimit = Duration.seconds(20)
    /// Part of the socket's name; the socket lies in a folder of its own, so every server has the same.
    static let port = "5432"
    /// What makes a server small and its words plain.
    private static let options = [
        "listen_addresses=", "port=\(port)", "max_connections=300", "shared_buffers=64MB", "lc_messages=C",
        "max_wal_size=4GB", "checkpoint_timeout=1h",
    ]

    private let installation: PostgresInstallation
    package let folder: ScratchFolder
    private let options: [String]
    private let server = Mutex<ChildProcess?>(nil)

    /// Makes a new cluster, or a replica of another one, and starts it.
    package init(
        _ installation: PostgresInstallation,
        options: [String],
        replicaOf primary: PostgresCluster? = nil
    ) async throws {
        self.installation = installation
        self.options = options
        folder = try ScratchFolder("sen-pg")
        PostgresInstallation.handOver(folder.path)
        if let primary {
            try await run(
                "pg_basebackup",
                ["-h", primary.folder.path, "-U", "sen", "-D", data, "-R", "-c", "fast"]
            )
        } else {
            try await run(
                "initdb",
                ["-D", data, "-U", "sen", "-A", "trust", "--locale=C", "--encoding=UTF8", "--no-sync"]
            )
        }
        try await start()
    }

    private var data: String { folder.path + "data" }

    /// Runs one of PostgreSQL's programs to its end, as the server's user.
    @discardableResult
    package func run(_ program: String, _ arguments: [String]) async throws -> String {
        let words = PostgresInstallation.leash + [installation.program(program)] + arguments
        let outcome = try await Program.run(URL(filePath: words[0]), Array(words.dropFirst()))
        guard outcome.status == 0 else {
            throw ChildProcessError(description: "\(program): \(outcome.error)")
        }
        return outcome.output
    }

    package func start() async throws {
        var words = PostgresInstallation.leash + [installation.program("postgres"), "-D", data]
        let all = Self.options + ["unix_socket_directories=\(folder.path.dropLast())"] + options
        for option in all { words += ["-c", option] }
        let log = folder.openLog("server.log")
        let order = SpawnOrder(
            words[0],
            Array(words.dropFirst()),
            environment: SpawnOrder.plainEnvironment,
            in: "/",
            descriptors: [1: log, 2: log]
        )
        let child = try await ChildProcess.start(order)
        server.withLock { $0 = child }
        PostgresEnding.note(child, in: folder.path)
        try await waitUntilReady(child)
    }

    private func waitUntilReady(_ child: ChildProcess) async throws {
        let end = ProcessInfo.processInfo.systemUptime + Self.startSecondsMax
        while ProcessInfo.processInfo.systemUptime < end, child.ending == nil {
            if (try? await run("pg_isready", ["-h", folder.path, "-q"])) != nil { return }
            try await Task.sleep(for: .milliseconds(20))
        }
        throw ChildProcessError(description: "PostgreSQL did not start: \(folder.text(of: "server.log"))")
    }

    /// The process that the server began with; `nil` before it runs.
    package var processID: Int32? { server.withLock { $0?.id } }

    /// Ends the server as a power cut would: nothing is written any more.
    package func kill() async {
        guard let child = server.withLock({ $0 }) else { return }
        child.signal(SIGKILL)
        _ = await child.wait(atMost: Self.stopLimit)
    }

    /// Asks the server to end and to close the connections (a "fast" shutdown).
    package func stop() async {
        guard let child = server.withLock({ $0 }) else { return }
        child.signal(SIGINT)
        _ = await child.wait(atMost: Self.stopLimit)
    }

    /// Makes a replica the primary.
    package func promote() async throws { try await run("pg_ctl", ["promote", "-D", data, "-w"]) }

    /// As `host` in a connection string.
    package var host: String { String(folder.path.dropLast()) }

    package func url(_ database: String) -> String {
        "host=\(host) port=\(Self.port) user=sen dbname=\(database)"
    }

    /// Runs one statement that no transaction may hold, such as `CREATE DATABASE`.
    package func administer(_ sql: String) async throws {
        let settings = PostgresSettings(connection: url("postgres"))
        try await onThread { try PostgresDatabase.administer(sql, at: settings) }
    }
}

/// Runs what blocks on a thread of its own.
func onThread<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { caller in
        Thread.detachNewThread { caller.resume(with: Result { try body() }) }
    }
}

/// Servers that run when the tests end.
///
/// A crash of the tests kills them (`setpriv --pdeathsig`); at a normal end they also tidy up after themselves.
enum PostgresEnding {
    private static let running = Mutex<[(child: ChildProcess, folder: String)]>([])
    private static let atEnd: Void = {
        _ = atexit {
            PostgresEnding.running.withLock { servers in
                for (child, _) in servers { child.signal(SIGQUIT) }
                for (child, folder) in servers {
                    for _ in 0..<200 where child.ending == nil { usleep(10_000) }
                    try? FileManager.default.removeItem(atPath: folder)
                }
            }
        }
    }()

    static func note(_ child: ChildProcess, in folder: String) {
        _ = atEnd
        running.withLock { $0.append((child, folder)) }
    }
}
