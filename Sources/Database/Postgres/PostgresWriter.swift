import Foundation

/// The one thread that writes: whatever waits when it gets its turn shares one durable transaction.
///
/// Callers are answered after the commit, also those whose work failed: what they saw was part of it. A transaction that
/// the server undoes, or that ends with a lost connection, is carried out again; its bodies have no effects outside.
final class PostgresWriter: Sendable {
    /// Work that shares one commit: more would keep the first caller waiting too long.
    static let batchMax = 512
    /// How often one batch is begun again before its callers are told: the lock leaves conflicts to other programs.
    static let attemptsMax = 6

    let queue = WorkQueue()
    private let server: PostgresServer

    init(_ server: PostgresServer) {
        self.server = server
        let thread = Thread { [self] in serve() }
        thread.name = "sen-postgres-writer"
        thread.start()
    }

    /// Finishes what was submitted, then ends the thread and the connection.
    func close() { queue.close(threads: 1) }

    private func serve() {
        var writing = PostgresWriting(server)
        while let batch = queue.next(countMax: Self.batchMax) {
            for answer in writing.carryOut(batch) { answer() }
        }
    }
}

/// The state of the writing thread.
struct PostgresWriting {
    private let server: PostgresServer
    private var connection: PostgresConnection?
    private var mark: PostgresCommitMark?
    /// The commit of the batch in hand was sent and never answered.
    private var isUncertain = false

    init(_ server: PostgresServer) { self.server = server }

    /// Carries the batch out, however often it takes, and returns the answers to its callers.
    mutating func carryOut(_ batch: [WorkQueue.Work]) -> [PostgresBatch.Answer] {
        var answers: [PostgresBatch.Answer] = []
        isUncertain = false
        mark?.batch += 1
        for attempt in 1...PostgresWriter.attemptsMax {
            do throws(DatabaseError) {
                let (connection, mark) = try connected()
                if isUncertain, try mark.isKept(connection) { return answers }
                isUncertain = false
                let unit = PostgresBatch(connection: connection, mark: mark)
                answers = try unit.run(batch)
                isUncertain = true
                try unit.commit()
                return answers
            } catch {
                guard goesOn(after: error), attempt < PostgresWriter.attemptsMax else {
                    let told = isUncertain ? Self.uncertain : error
                    return batch.map { work in { work.fail(told) } }
                }
            }
        }
        return []
    }

    /// Whether another attempt may help.
    private mutating func goesOn(after error: DatabaseError) -> Bool {
        guard let connection else { return false }
        if connection.isLost {
            self.connection = nil
            return true
        }
        // Whatever it was, the server answered it: nothing was kept.
        isUncertain = false
        let isRetried = connection.body.mustBeginAgain
        connection.body = PostgresBody()
        do throws(DatabaseError) {
            try connection.post(raw: "ROLLBACK")
            try connection.finish()
        } catch {
            self.connection = nil
        }
        return isRetried
    }

    private static let uncertain = DatabaseError(
        kind: .outcomeUnknown,
        detail: "the server was lost during the commit and cannot be asked whether it took place"
    )

    private mutating func connected() throws(DatabaseError) -> (PostgresConnection, PostgresCommitMark) {
        if let connection, let mark, connection.isAlive { return (connection, mark) }
        connection = nil
        let opened = try server.open(isReader: false)
        let known = try makeReady(opened)
        (connection, mark) = (opened, known)
        return (opened, known)
    }

    /// Makes the table of the marks, unless it is there, and an id for this writer.
    private func makeReady(_ opened: PostgresConnection) throws(DatabaseError) -> PostgresCommitMark {
        try opened.post(raw: "BEGIN")
        try opened.post(raw: PostgresBatch.lock)
        try opened.post(raw: PostgresCommitMark.table)
        try opened.post(raw: PostgresCommitMark.tidying)
        try opened.post(raw: "COMMIT")
        try opened.finish()
        if let mark { return mark }
        guard let row = try opened.query("SELECT gen_random_uuid()::text").first else {
            throw DatabaseError(kind: .other, detail: "the server made no id")
        }
        return PostgresCommitMark(writer: try row[0], batch: 1)
    }
}
