/// Pieces of work that share one durable transaction.
///
/// All processes that write to one database take turns by one lock, held from the beginning of a batch to the end of its
/// commit. So the results are those of one process after the other, no transaction fails because of another one, and a
/// number taken from a counter has no gap. Optimistic transactions (`SERIALIZABLE`) were the other choice: with hundreds
/// of writes in one transaction two processes nearly always touch the same pages, and each conflict does the whole batch
/// again.
struct PostgresBatch {
    /// Of `pg_advisory_xact_lock`; "sen" and 1.
    static let lock = "SELECT pg_advisory_xact_lock(7562606, 1)"

    /// How one piece of work ended; its caller is told after the commit.
    typealias Answer = @Sendable () -> Void

    let connection: PostgresConnection
    /// Which writer this is, and which of its batches, as ``PostgresCommitMark`` keeps it.
    let mark: PostgresCommitMark

    /// Carries out everything up to the commit, and returns the callers' answers.
    func run(_ batch: [WorkQueue.Work]) throws(DatabaseError) -> [Answer] {
        try connection.post(raw: "BEGIN")
        try connection.post(raw: Self.lock)
        try connection.finish()
        var answers: [Answer] = []
        for work in batch { answers.append(try attempt(work)) }
        return answers
    }

    /// Makes it durable, together with the mark by which a lost answer can be looked up.
    func commit() throws(DatabaseError) {
        try connection.post(mark.statement)
        try connection.post(raw: "COMMIT")
        guard try connection.finish()?.command == "COMMIT" else {
            throw DatabaseError(kind: .other, detail: "the server undid the transaction")
        }
    }

    /// Runs one piece of work in a savepoint of its own, once more with a savepoint for each statement when it goes on
    /// after one that failed.
    private func attempt(_ work: WorkQueue.Work) throws(DatabaseError) -> Answer {
        for guardsStatements in [false, true] {
            connection.body = PostgresBody()
            connection.body.guardsStatements = guardsStatements
            try connection.post(raw: "SAVEPOINT work")
            let (answer, error) = runBody(work)
            try refuseToGoOn()
            if let answer, connection.body.failure == nil { return answer }
            try connection.post(raw: "ROLLBACK TO SAVEPOINT work")
            try connection.post(raw: "RELEASE SAVEPOINT work")
            if let error, !connection.body.wentOn { return { work.fail(error) } }
        }
        let failure = connection.body.failure
        return { work.fail(failure ?? DatabaseError(kind: .other, detail: "the transaction was undone")) }
    }

    private func runBody(_ work: WorkQueue.Work) -> (Answer?, (any Error)?) {
        do {
            let answer = try work.run(connection)
            guard connection.body.failure == nil else { return (answer, nil) }
            let hasUnread = connection.unreadCount > 0
            try connection.post(raw: "RELEASE SAVEPOINT work")
            if hasUnread { try connection.finish() }
            return (answer, nil)
        } catch {
            return (nil, error)
        }
    }

    /// A lost connection, or a transaction that the server has undone, concerns the whole batch.
    private func refuseToGoOn() throws(DatabaseError) {
        if connection.isLost { throw connection.lost() }
        if connection.body.mustBeginAgain {
            throw DatabaseError(kind: .busy, detail: "another transaction changed the same rows")
        }
    }
}
