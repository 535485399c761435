import Language
import Synchronization

/// Counts the streams that are open, so that no account and no crowd can use up the connections.
package final class OpenStreams: Sendable {
    /// Tabs and walls of one account; a browser opens no more than 6 to one server over HTTP/1.1.
    package static let perAccountMax = 12
    /// Of the program: each holds one connection and asks once a second, about 20 microseconds each.
    package static let allMax = 1_000

    private let counts = Mutex<[String: Int]>([:])

    package init() {}

    /// Takes a place, which is free again when the returned object goes.
    ///
    /// - Throws: ``ServingErrorCode/streamsFull``.
    package func enter(_ account: String) throws(ServingError) -> Place {
        let hasRoom = counts.withLock { counts in
            let mine = counts[account] ?? 0
            guard mine < Self.perAccountMax, counts.values.reduce(0, +) < Self.allMax else { return false }
            counts[account] = mine + 1
            return true
        }
        guard hasRoom else { throw ServingError(.streamsFull, "no stream is free") }
        return Place(self, account)
    }

    package var count: Int { counts.withLock { $0.values.reduce(0, +) } }

    private func leave(_ account: String) {
        counts.withLock { counts in
            let left = (counts[account] ?? 1) - 1
            counts[account] = left == 0 ? nil : left
        }
    }

    /// One open stream; an answer that is never written gives its place back too, since it only holds this.
    package final class Place: Sendable {
        private let streams: OpenStreams
        private let account: String
        fileprivate init(_ streams: OpenStreams, _ account: String) {
            self.streams = streams
            self.account = account
        }
        deinit { streams.leave(account) }
    }
}
