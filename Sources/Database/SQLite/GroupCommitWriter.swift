import Foundation

/// The one thread that writes: whatever waits when it gets its turn shares one durable transaction.
///
/// Each piece of work runs in a savepoint of its own, so that its failure undoes it alone. Callers are
/// answered only after the commit. When the commit fails, or the engine gives up the transaction (a full
/// disk), every caller of that batch gets the failure, because nothing of the batch was kept.
final class GroupCommitWriter: Sendable {
    /// Work that shares one commit: more would keep the first caller waiting too long.
    static let batchMax = 512

    let queue = WorkQueue()

    init(path: String) throws(DatabaseError) {
        // Opened here so that a file that cannot be opened is reported to the caller; then only the thread
        // uses it.
        nonisolated(unsafe) let connection = try SQLiteConnection(path: path, mode: .readWrite)
        let thread = Thread { [self] in
            while let batch = queue.next(countMax: Self.batchMax) { commit(batch, on: connection) }
        }
        thread.name = "sen-sqlite-writer"
        thread.start()
    }

    /// Finishes what was submitted, then ends the thread and closes the file.
    func close() { queue.close(threads: 1) }

    private func commit(_ batch: [WorkQueue.Work], on connection: SQLiteConnection) {
        var waiting = batch[...]
        var answers: [(succeed: @Sendable () -> Void, fail: @Sendable (any Error) -> Void)] = []
        do {
            try connection.run("BEGIN IMMEDIATE")
            while let work = waiting.first {
                do {
                    answers.append((try attempt(work, on: connection), work.fail))
                } catch  where !connection.isOutsideTransaction {
                    work.fail(error)
                }
                waiting.removeFirst()
            }
            try connection.run("COMMIT")
        } catch {
            if !connection.isOutsideTransaction { try? connection.run("ROLLBACK") }
            for answer in answers { answer.fail(error) }
            for work in waiting { work.fail(error) }
            return
        }
        for answer in answers { answer.succeed() }
    }

    private func attempt(
        _ work: WorkQueue.Work,
        on connection: SQLiteConnection
    ) throws -> @Sendable () -> Void {
        try connection.run("SAVEPOINT work")
        do {
            let answer = try work.run(connection)
            try connection.run("RELEASE work")
            return answer
        } catch {
            if !connection.isOutsideTransaction { try connection.run("ROLLBACK TO work; RELEASE work") }
            throw error
        }
    }
}
