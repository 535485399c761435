import Foundation

/// The right to be the only process that does something: a lock that the server keeps as long as the connection lives.
final class PostgresHold: @unchecked Sendable {
    /// Between two attempts to get the lock, and between two looks whether it is still ours.
    static let lookSeconds = 1

    /// Used by one thread at a time: each step is awaited before the next.
    private let connection: PostgresConnection

    private init(_ connection: PostgresConnection) { self.connection = connection }

    /// `nil` when another process has it, or when the server is away.
    static func take(_ task: SingleTask, _ settings: PostgresSettings) async -> PostgresHold? {
        await onThread {
            guard let connection = try? PostgresConnection(settings, isReader: false),
                let rows = try? connection.query(
                    "SELECT pg_try_advisory_lock(7562606, \(trusted: "\(task.rawValue)"))"
                ),
                let isOurs = try? rows.first?[0] as Bool?, isOurs
            else { return nil }
            return PostgresHold(connection)
        }
    }

    /// Returns when the lock is lost or the task is cancelled.
    func keep() async {
        while !Task.isCancelled, await onThread({ self.connection.answers }) {
            try? await Task.sleep(for: .seconds(Self.lookSeconds))
        }
    }
}

extension PostgresDatabase {
    package func asOnlyOne(_ task: SingleTask, _ body: @escaping @Sendable () async -> Void) async {
        while !Task.isCancelled {
            guard let hold = await PostgresHold.take(task, settings) else {
                try? await Task.sleep(for: .seconds(PostgresHold.lookSeconds))
                continue
            }
            let hasEnded = await withTaskGroup(of: Bool.self) { group in
                group.addTask {
                    await body()
                    return true
                }
                group.addTask {
                    await hold.keep()
                    return false
                }
                let first = await group.next() ?? true
                group.cancelAll()
                return first
            }
            if hasEnded { return }
        }
    }
}

/// Runs what waits on a thread of its own.
func onThread<T: Sendable>(_ body: @escaping @Sendable () -> T) async -> T {
    await withCheckedContinuation { caller in
        Thread.detachNewThread { caller.resume(returning: body()) }
    }
}
