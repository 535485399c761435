package import Foundation
import Synchronization

/// A program that runs beside the tests and never outlives them, even when they crash.
///
/// `Process` cannot give a program descriptors beyond the first three, nor end it with its parent.
package final class ChildProcess: Sendable {
    /// How a program ended.
    package enum Ending: Hashable, Sendable {
        case exited(Int32)
        case killed(signal: Int32)

        /// As a shell tells it.
        package var status: Int32 {
            switch self {
            case .exited(let status): status
            case .killed(let signal): 128 + signal
            }
        }
    }

    /// From the first look to the next whether it has ended.
    private static let lookMilliseconds = 10

    package let id: pid_t
    private let ended = Mutex<Ending?>(nil)

    private init(id: pid_t) { self.id = id }

    /// Starts a program; its descriptors are closed here, for they are its own from then on.
    package static func start(_ order: SpawnOrder) async throws(ChildProcessError) -> ChildProcess {
        let started = await withCheckedContinuation { starting in
            // The system ends the child when the thread that made it ends, so that thread stays until then.
            Thread.detachNewThread {
                let result = order.spawn()
                order.closeDescriptors()
                switch result {
                case .success(let id):
                    let child = ChildProcess(id: id)
                    starting.resume(returning: Result<ChildProcess, ChildProcessError>.success(child))
                    child.collect()
                case .failure(let error): starting.resume(returning: .failure(error))
                }
            }
        }
        return try started.get()
    }

    package var ending: Ending? { ended.withLock { $0 } }

    /// Waits for the end of the program, however long it takes.
    package func wait() async -> Ending {
        while true {
            if let ending = await wait(atMost: .seconds(1)) { return ending }
        }
    }

    /// Waits for the end of the program; `nil` when it still runs after that time.
    package func wait(atMost limit: Duration) async -> Ending? {
        let last = ContinuousClock.now + limit
        while ending == nil, ContinuousClock.now < last, !Task.isCancelled {
            try? await Task.sleep(for: .milliseconds(Self.lookMilliseconds))
        }
        return ending
    }

    /// Sends a signal to the program and to what it has started.
    package func signal(_ signal: Int32) {
        // While it is not collected its number is nobody else's.
        ended.withLock { if $0 == nil { kill(-id, signal) } }
    }

    /// Asks the program to end, and ends it when it does not.
    @discardableResult
    package func stop(within limit: Duration) async -> Ending? {
        signal(SIGTERM)
        if let ending = await wait(atMost: limit) { return ending }
        signal(SIGKILL)
        return await wait(atMost: limit)
    }

    /// Waits for the end on the thread that made the child.
    private func collect() {
        var info = siginfo_t()
        while waitid(P_PID, id_t(id), &info, WEXITED | WNOWAIT) != 0, errno == EINTR {}
        ended.withLock { ended in
            var status: Int32 = 0
            while waitpid(id, &status, 0) < 0, errno == EINTR {}
            let signal = status & 0x7F  // wait(2): zero for a program that exited by itself
            ended = signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal: signal)
        }
    }
}

/// Why a program could not be started.
package struct ChildProcessError: Error, CustomStringConvertible {
    package let description: String

    package init(description: String) { self.description = description }
}
