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
    package let attempts: Int
}

/// The table that carries messages from a transaction to the reactions.
package enum Outbox {
    /// A message that failed so often is parked for a person to look at.
    package static let attemptsMax = 12

    package static let migrations = [
        Migration(
            "database: create the outbox",
            [
                """
                CREATE TABLE outbox (
                    id \(.countedKey),
                    topic TEXT NOT NULL,
                    subject TEXT NOT NULL,
                    body TEXT NOT NULL,
                    posted_at \(.integer) NOT NULL,
                    attempts \(.integer) NOT NULL DEFAULT 0,
                    next_attempt_at \(.integer) NOT NULL,
                    parked_because TEXT
                ) \(.strict)
                """,
                "CREATE INDEX outbox_due ON outbox (next_attempt_at, id) WHERE parked_because IS NULL",
            ]
        )
    ]

    /// Posts a message that becomes visible when, and only when, the transaction commits.
    package static func post(
        _ topic: String,
        subject: String,
        body: String = "{}",
        at instant: Instant,
        in transaction: any Transaction
    ) throws(DatabaseError) {
        try transaction.execute(
            """
            INSERT INTO outbox (topic, subject, body, posted_at, next_attempt_at)
            VALUES (\(topic), \(subject), \(body), \(instant), \(instant))
            """
        )
    }

    /// The oldest messages that are due; on PostgreSQL they stay claimed until the transaction ends.
    package static func due(
        at instant: Instant,
        countMax: Int,
        in transaction: any Transaction
    ) throws(DatabaseError) -> [OutboxMessage] {
        let rows = try transaction.query(
            """
            SELECT id, topic, subject, body, posted_at, attempts FROM outbox
            WHERE parked_because IS NULL AND next_attempt_at <= \(instant) ORDER BY id LIMIT \(countMax) \(.skipLocked)
            """
        )
        var messages: [OutboxMessage] = []
        for row in rows {
            messages.append(
                OutboxMessage(
                    id: try row[0],
                    topic: try row[1],
                    subject: try row[2],
                    body: try row[3],
                    postedAt: try row[4],
                    attempts: try row[5]
                )
            )
        }
        return messages
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

    /// Removes a message that every reaction has dealt with.
    package static func finish(_ id: Int64, in transaction: any Transaction) throws(DatabaseError) {
        try transaction.execute("DELETE FROM outbox WHERE id = \(id)")
    }

    /// Puts a message off after a failure, twice as long each time, and parks it after ``attemptsMax``.
    package static func putOff(
        _ message: OutboxMessage,
        because reason: String,
        at instant: Instant,
        in transaction: any Transaction
    ) throws(DatabaseError) {
        let attempts = message.attempts + 1
        let wait = Duration.seconds(1 << min(attempts, 10))
        let parked: String? = attempts >= attemptsMax ? reason : nil
        try transaction.execute(
            """
            UPDATE outbox SET attempts = \(attempts), next_attempt_at = \(instant + wait), parked_because = \(parked)
            WHERE id = \(message.id)
            """
        )
    }
}
