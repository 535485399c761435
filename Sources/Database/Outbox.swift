package import Timekeeping

/// What has happened, told to the rest of the program at least once, after the change that it tells of is
/// durable.
package struct OutboxMessage: Hashable, Sendable {
    package let id: Int64
    /// Such as `case.opened`.
    package let topic: String
    /// The id of what it happened to.
    package let subject: String
    /// JSON with what the receiver cannot read elsewhere; `{}` when there is nothing.
    package let body: String
    package let postedAt: Instant
    /// How often it was dealt with, this time included.
    package let attempts: Int
}

/// The table that carries messages from a transaction to the reactions.
package enum Outbox {
    /// A message that failed so often is parked for a person to look at.
    package static let attemptsMax = 12
    /// How long a message belongs to who took it: no reaction takes a minute, and after a crash nobody waits longer.
    package static let leaseSeconds = 60
    /// The longest wait after a failure; more in the future is a clock that was set back.
    package static let waitSecondsMax = 1 << 10

    /// Posts a message that becomes visible when, and only when, the transaction commits.
    package static func post(
        _ topic: String,
        subject: String,
        body: String = "{}",
        at instant: Instant,
        in transaction: any Transaction
    ) throws(DatabaseError) {
        try transaction.send(
            """
            INSERT INTO outbox (topic, subject, body, posted_at, next_attempt_at, is_first)
            VALUES (\(topic), \(subject), \(body), \(instant), \(instant), CASE WHEN EXISTS (
                SELECT 1 FROM outbox WHERE subject = \(subject) AND parked_because IS NULL) THEN 0 ELSE 1 END)
            """
        )
    }

    /// Whether ``claim(at:countMax:besides:in:)`` or ``tidy(at:in:)`` has something to do; for a read connection, so
    /// that an idle program does not write.
    package static func isAnythingDue(
        at now: Instant,
        in transaction: any Transaction
    ) throws(DatabaseError) -> Bool {
        try transaction.first(
            """
            SELECT 1 WHERE EXISTS (SELECT 1 FROM outbox WHERE \(isFirst) AND next_attempt_at <= \(now))
                OR EXISTS (SELECT 1 FROM outbox WHERE \(isFirst) AND next_attempt_at > \(tooFar(from: now)))
            """
        ) != nil
    }

    /// Takes messages that are due, the longest waiting first: of each subject only the first one that is left, and
    /// none of the `busy` subjects, so that what happened to one thing is heard in its order.
    ///
    /// They come again after ``leaseSeconds`` unless they are finished or put off; other processes do not see them
    /// until then. Taking is what counts as an attempt, so that a message which ends the program each time is
    /// parked too.
    package static func claim(
        at now: Instant,
        countMax: Int,
        besides busy: Set<String> = [],
        in transaction: any Transaction
    ) throws(DatabaseError) -> [OutboxMessage] {
        let others: SQL =
            busy.isEmpty
            ? "1 = 1" : "subject NOT IN (\(SQL.joined(busy.sorted().map { "\($0)" }, by: ", ")))"
        let rows = try transaction.query(
            """
            SELECT id, topic, subject, body, posted_at, attempts + 1 FROM outbox
            WHERE \(isFirst) AND next_attempt_at <= \(now) AND \(others)
            ORDER BY next_attempt_at, id LIMIT \(max(0, countMax)) \(.skipLocked)
            """
        )
        var taken: [OutboxMessage] = []
        for row in rows { taken.append(try OutboxMessage(row: row)) }
        guard !taken.isEmpty else { return [] }
        let ids = SQL.joined(taken.map { "\($0.id)" }, by: ", ")
        try transaction.execute(
            """
            UPDATE outbox SET next_attempt_at = \(now + .seconds(leaseSeconds)), attempts = attempts + 1
            WHERE id IN (\(ids))
            """
        )
        return taken
    }

    /// How many messages wait, and how many are parked.
    package static func depth(in transaction: any Transaction) throws(DatabaseError) -> (
        waiting: Int, parked: Int
    ) {
        let row = try transaction.first("SELECT count(*), count(parked_because) FROM outbox")
        guard let row else { return (0, 0) }
        let (all, parked): (Int, Int) = (try row[0], try row[1])
        return (all - parked, parked)
    }

    /// Of the messages about one thing that are not parked, the one that was posted first.
    ///
    /// While it waits, after a failure or because somebody works on it, it holds up the others; one that is parked
    /// holds up nothing.
    private static let isFirst: SQL = "parked_because IS NULL AND is_first = 1"

    /// Lets the next message about `subject` be taken, after what stood before it is gone.
    private static func moveUp(
        _ subject: String,
        in transaction: any Transaction
    ) throws(DatabaseError) {
        try transaction.execute(
            """
            UPDATE outbox SET is_first = 1 WHERE id = (SELECT id FROM outbox
                WHERE subject = \(subject) AND parked_because IS NULL ORDER BY subject, id LIMIT 1)
            """
        )
    }

    /// Parks what ended the program at its last attempt, and calls back what a clock that was set back left waiting.
    ///
    /// - Returns: what is parked now, for the log.
    package static func tidy(
        at now: Instant,
        in transaction: any Transaction
    ) throws(DatabaseError) -> [OutboxMessage] {
        try transaction.execute(
            """
            UPDATE outbox SET next_attempt_at = \(now)
            WHERE \(isFirst) AND next_attempt_at > \(tooFar(from: now))
            """
        )
        let rows = try transaction.query(
            """
            UPDATE outbox SET parked_because = 'no attempt came to an end'
            WHERE parked_because IS NULL AND attempts >= \(trusted: "\(attemptsMax)") AND next_attempt_at <= \(now)
            RETURNING id, topic, subject, body, posted_at, attempts
            """
        )
        var parked: [OutboxMessage] = []
        for row in rows { parked.append(try OutboxMessage(row: row)) }
        for message in parked { try moveUp(message.subject, in: transaction) }
        return parked
    }

    private static func tooFar(from now: Instant) -> Instant { now + .seconds(waitSecondsMax) }

    /// Removes a message that every reaction has dealt with.
    package static func finish(_ id: Int64, in transaction: any Transaction) throws(DatabaseError) {
        let subject: String? = try transaction.value(
            "DELETE FROM outbox WHERE id = \(id) RETURNING subject"
        )
        if let subject { try moveUp(subject, in: transaction) }
    }

    /// Puts a message off after a failure, twice as long each time, and parks it after ``attemptsMax``.
    ///
    /// - Returns: whether it is parked now.
    @discardableResult
    package static func putOff(
        _ message: OutboxMessage,
        because reason: String,
        at instant: Instant,
        in transaction: any Transaction
    ) throws(DatabaseError) -> Bool {
        let wait = Duration.seconds(min(1 << min(message.attempts, 10), waitSecondsMax))
        let parked: String? = message.attempts >= attemptsMax ? reason : nil
        try transaction.execute(
            "UPDATE outbox SET next_attempt_at = \(instant + wait), parked_because = \(parked) WHERE id = \(message.id)"
        )
        if parked != nil { try moveUp(message.subject, in: transaction) }
        return parked != nil
    }

    /// Messages that were given up, the oldest first, each with the last reason.
    package static func parked(
        countMax: Int,
        in transaction: any Transaction
    ) throws(DatabaseError) -> [(message: OutboxMessage, because: String)] {
        let rows = try transaction.query(
            """
            SELECT id, topic, subject, body, posted_at, attempts, parked_because FROM outbox
            WHERE parked_because IS NOT NULL ORDER BY id LIMIT \(countMax)
            """
        )
        var parked: [(message: OutboxMessage, because: String)] = []
        for row in rows { parked.append((try OutboxMessage(row: row), try row[6])) }
        return parked
    }

    /// Makes a parked message due as if it were new, once its reason is gone.
    package static func retry(
        _ id: Int64,
        at now: Instant,
        in transaction: any Transaction
    ) throws(DatabaseError) {
        let subject: String? = try transaction.value(
            """
            UPDATE outbox SET parked_because = NULL, attempts = 0, next_attempt_at = \(now)
            WHERE id = \(id) AND parked_because IS NOT NULL RETURNING subject
            """
        )
        guard let subject else { return }
        // it was posted before what is first now
        try transaction.execute("UPDATE outbox SET is_first = 0 WHERE subject = \(subject) AND \(isFirst)")
        try moveUp(subject, in: transaction)
    }
}

extension OutboxMessage {
    fileprivate init(row: Row) throws(DatabaseError) {
        self.init(
            id: try row[0],
            topic: try row[1],
            subject: try row[2],
            body: try row[3],
            postedAt: try row[4],
            attempts: try row[5]
        )
    }
}
