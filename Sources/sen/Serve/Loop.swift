import ServiceLifecycle

/// A part of the program that works until it is told to end.
struct Loop: Service, CustomStringConvertible {
    let description: String
    private let body: @Sendable () async throws -> Void

    /// `body` ends when its task is cancelled.
    init(_ description: String, _ body: @escaping @Sendable () async throws -> Void) {
        self.description = description
        self.body = body
    }

    func run() async throws {
        try await cancelWhenGracefulShutdown {
            do { try await body() } catch is CancellationError {}
        }
    }

    /// A loop that does the same thing again and again; a failure is told and the next turn tries anew.
    static func every(
        seconds: Int,
        _ description: String,
        onFailure: @escaping @Sendable (any Error) -> Void,
        _ turn: @escaping @Sendable () async throws -> Void
    ) -> Loop {
        Loop(description) {
            while true {
                try await Task.sleep(for: .seconds(seconds))
                do { try await turn() } catch { onFailure(error) }
            }
        }
    }
}
