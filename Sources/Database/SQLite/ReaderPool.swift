import CSQLite
import Foundation
import Synchronization

/// Read connections, lent to one caller at a time.
final class ReaderPool: Sendable {
    /// Callers past this wait: each connection costs a page cache.
    static let connectionsMax = 8
    /// A read that runs longer is ended, so that no question can hold a connection for ever.
    static let readSecondsMax = 60.0
    /// Virtual machine steps between two looks at the clock.
    static let stepsBetweenLooks: Int32 = 100_000

    private struct Lent: @unchecked Sendable { let connection: SQLiteConnection }

    private let path: String
    private let idle = Mutex<[Lent]>([])
    private let places = DispatchSemaphore(value: connectionsMax)

    init(path: String) { self.path = path }

    func read<T>(_ body: (any Transaction) throws -> T) throws -> T {
        places.wait()
        defer { places.signal() }
        let lent =
            try idle.withLock { $0.popLast() }
            ?? Lent(connection: SQLiteConnection(path: path, mode: .readOnly))
        defer { idle.withLock { $0.append(lent) } }
        return try Self.bounded(lent.connection) {
            try lent.connection.run("BEGIN")
            defer { try? lent.connection.run("COMMIT") }
            return try body(lent.connection)
        }
    }

    /// Runs `body` under ``readSecondsMax``.
    private static func bounded<T>(_ connection: SQLiteConnection, _ body: () throws -> T) throws -> T {
        var end = ProcessInfo.processInfo.systemUptime + readSecondsMax
        return try withUnsafeMutablePointer(to: &end) { end in
            sqlite3_progress_handler(
                connection.handle,
                stepsBetweenLooks,
                { $0.map { ProcessInfo.processInfo.systemUptime > $0.load(as: Double.self) ? 1 : 0 } ?? 0 },
                end
            )
            defer { sqlite3_progress_handler(connection.handle, 0, nil, nil) }
            return try body()
        }
    }

    /// Closes the connections that are not lent.
    func close() { idle.withLock { $0.removeAll() } }
}
