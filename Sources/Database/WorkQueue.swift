import Dispatch
import Synchronization

/// Work that waits for the threads of a database.
final class WorkQueue: Sendable {
    /// Runs inside a transaction, and later answers its caller with what became of it.
    struct Work: Sendable {
        var run: @Sendable (any Transaction) throws -> @Sendable () -> Void
        var fail: @Sendable (any Error) -> Void
    }

    private struct State {
        var waiting: [Work] = []
        var isClosed = false
    }

    private let state = Mutex(State())
    private let arrivals = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)

    /// Runs `body` as part of a transaction of whichever thread takes it, and answers when that thread says so.
    func submit<T: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { caller in
            let run: @Sendable (any Transaction) throws -> @Sendable () -> Void = { transaction in
                let result = try body(transaction)
                return { caller.resume(returning: result) }
            }
            submit(Work(run: run, fail: { caller.resume(throwing: $0) }))
        }
    }

    private func submit(_ work: Work) {
        let accepted = state.withLock { state in
            guard !state.isClosed else { return false }
            state.waiting.append(work)
            return true
        }
        guard accepted else {
            work.fail(DatabaseError(kind: .closed, detail: "the database was closed"))
            return
        }
        arrivals.signal()
    }

    /// Waits for work and takes at most `countMax`; `nil` when the queue is closed and empty, which ends the thread.
    func next(countMax: Int) -> [Work]? {
        while true {
            arrivals.wait()
            let (taken, isOver) = state.withLock { state in
                let taken = Array(state.waiting.prefix(countMax))
                state.waiting.removeFirst(taken.count)
                return (taken, state.isClosed && state.waiting.isEmpty)
            }
            if !taken.isEmpty {
                if isOver { arrivals.signal() }
                return taken
            }
            if isOver {
                ended.signal()
                return nil
            }
        }
    }

    var isClosed: Bool { state.withLock { $0.isClosed } }

    /// Takes no more work, and returns after `threads` threads have finished what was submitted.
    func close(threads: Int) {
        let wasOpen = state.withLock { state in
            defer { state.isClosed = true }
            return !state.isClosed
        }
        guard wasOpen else { return }
        for _ in 0..<threads { arrivals.signal() }
        for _ in 0..<threads { ended.wait() }
    }
}
