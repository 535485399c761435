import Foundation
import Synchronization

/// Opens connections, and knows since when the server is away.
final class PostgresServer: Sendable {
    private static let firstPauseSeconds = 0.05
    private static let pauseSecondsMax = 1.0

    let settings: PostgresSettings
    private let awaySince = Mutex<Double?>(nil)
    private let isClosing = Mutex(false)

    init(_ settings: PostgresSettings) { self.settings = settings }

    /// Tries again while the server is away, twice as long each time, until it has been away for `patienceSeconds`; from
    /// then on each call tries once, so that nobody waits long for a server that is gone.
    func open(isReader: Bool) throws(DatabaseError) -> PostgresConnection {
        var pause = Self.firstPauseSeconds
        while true {
            do {
                let connection = try PostgresConnection(settings, isReader: isReader)
                awaySince.withLock { $0 = nil }
                return connection
            } catch {
                guard error.kind == .unreachable, isPatient else { throw error }
            }
            Thread.sleep(forTimeInterval: pause)
            pause = min(2 * pause, Self.pauseSecondsMax)
        }
    }

    private var isPatient: Bool {
        let now = ProcessInfo.processInfo.systemUptime
        let since = awaySince.withLock { since in
            since = since ?? now
            return since ?? now
        }
        return now - since < settings.patienceSeconds && !isClosing.withLock { $0 }
    }

    /// Nobody waits any longer for a server that is away.
    func close() { isClosing.withLock { $0 = true } }
}
