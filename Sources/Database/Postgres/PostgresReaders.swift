import Foundation
import Synchronization

/// The threads that read, each with a connection of its own: libpq blocks, and Swift's own threads are few.
///
/// A read sees one state of the whole database (`REPEATABLE READ`), as it does in SQLite.
final class PostgresReaders: Sendable {
    /// A connection that was not used for so long is asked for a sign of life before a read relies on it.
    private static let freshSeconds = 0.2

    private let server: PostgresServer
    private let queue = WorkQueue()
    /// Threads started so far, and reads that were submitted and have not ended.
    private let state = Mutex((threads: 0, reads: 0))

    init(_ server: PostgresServer) { self.server = server }

    func read<T: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> T) async throws -> T {
        if needsThread() { startThread(with: nil) }
        defer { state.withLock { $0.reads -= 1 } }
        return try await queue.submit(body)
    }

    private func needsThread() -> Bool {
        state.withLock { state in
            state.reads += 1
            guard state.reads > state.threads, state.threads < server.settings.readersMax else {
                return false
            }
            state.threads += 1
            return true
        }
    }

    /// Hands over the connection that was opened to see whether the server is there.
    func begin(with connection: PostgresConnection) {
        state.withLock { $0.threads += 1 }
        startThread(with: connection)
    }

    private func startThread(with connection: PostgresConnection?) {
        nonisolated(unsafe) let first = connection
        let thread = Thread { [self] in serve(first) }
        thread.name = "sen-postgres-reader"
        thread.start()
    }

    private func serve(_ first: PostgresConnection?) {
        var connection = first
        var lastUse = -Double.infinity
        while let work = queue.next(countMax: 1)?.first {
            do {
                let isFresh = ProcessInfo.processInfo.systemUptime - lastUse < Self.freshSeconds
                let usable =
                    try connection.flatMap { $0.isAlive && (isFresh || $0.answers) ? $0 : nil }
                    ?? server.open(isReader: true)
                connection = usable
                try Self.read(work, on: usable)
            } catch {
                work.fail(error)
            }
            lastUse = ProcessInfo.processInfo.systemUptime
            if connection?.isLost == true { connection = nil }
        }
    }

    private static func read(_ work: WorkQueue.Work, on connection: PostgresConnection) throws {
        connection.body = PostgresBody()
        try connection.post(raw: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        do {
            let answer = try work.run(connection)
            try connection.post(raw: "COMMIT")
            try connection.flush()
            answer()
        } catch {
            if !connection.isLost {
                try? connection.post(raw: "ROLLBACK")
                _ = try? connection.finish()
            }
            throw error
        }
    }

    func close() { queue.close(threads: state.withLock { $0.threads }) }
}
