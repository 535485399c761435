extension Outbox {
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
        ),
        Migration(
            "database: find the first message of each subject",
            ["CREATE INDEX outbox_subject ON outbox (subject, id) WHERE parked_because IS NULL"]
        ),
        Migration("database: mark the first message of each subject", firstOfSubject),
    ]

    /// Whoever looks for work reads only the first messages: with a question for each whether another stands before
    /// it, a subject with thousands of messages would be read to its end for each one that is taken.
    private static let firstOfSubject: [SQL] = [
        """
        ALTER TABLE outbox ADD COLUMN is_first \(.integer) NOT NULL DEFAULT 0
            CONSTRAINT outbox_first CHECK (is_first IN (0, 1))
        """,
        """
        UPDATE outbox SET is_first = 1 WHERE id IN
            (SELECT min(id) FROM outbox WHERE parked_because IS NULL GROUP BY subject)
        """,
        "DROP INDEX outbox_due",
        """
        CREATE INDEX outbox_due ON outbox (next_attempt_at, id) WHERE parked_because IS NULL AND is_first = 1
        """,
        // the 12 is attemptsMax; with another one the work is the same and takes longer
        "CREATE INDEX outbox_spent ON outbox (id) WHERE parked_because IS NULL AND attempts >= 12",
        "CREATE INDEX outbox_parked ON outbox (id) WHERE parked_because IS NOT NULL",
    ]
}
