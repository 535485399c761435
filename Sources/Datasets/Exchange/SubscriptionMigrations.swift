package import Database

/// The tables of subscriptions; they go with every copy of the database as all others do.
package enum SubscriptionMigrations {
    package static let all = [
        Migration(
            "subscriptions: create webhooks and their dead letters",
            [
                subscription,
                "CREATE INDEX subscription_dataset ON subscription (dataset_id)",
                "CREATE INDEX subscription_due ON subscription (next_at) WHERE state = 'active'",
                deadLetter,
                "CREATE INDEX subscription_dead_letter_of ON subscription_dead_letter (subscription_id, id)",
            ]
        )
    ]

    /// Secrets are sealed with the server's key: who reads the database alone can sign nothing.
    private static let subscription: SQL = """
        CREATE TABLE subscription (
            id TEXT PRIMARY KEY,
            dataset_id TEXT NOT NULL REFERENCES dataset (id),
            unit_id TEXT NOT NULL,
            owner TEXT NOT NULL,
            target TEXT NOT NULL CONSTRAINT subscription_target CHECK (length(target) BETWEEN 8 AND 2000),
            created_at \(.integer) NOT NULL,
            state TEXT NOT NULL CONSTRAINT subscription_state CHECK (state IN ('active', 'paused', 'dead')),
            state_reason TEXT CONSTRAINT subscription_reason CHECK ((state = 'dead') = (state_reason IS NOT NULL)),
            secret \(.blob) NOT NULL,
            secret_before \(.blob),
            secret_before_until \(.integer),
            secrets_made \(.integer) NOT NULL,
            place \(.integer) NOT NULL CONSTRAINT subscription_place CHECK (place >= -1),
            generation \(.integer) NOT NULL,
            failures \(.integer) NOT NULL CONSTRAINT subscription_failures CHECK (failures >= 0),
            dead_in_a_row \(.integer) NOT NULL,
            next_at \(.integer) NOT NULL,
            delivered_at \(.integer),
            last_status \(.integer),
            lease TEXT,
            leased_until \(.integer) NOT NULL
        ) \(.strict)
        """

    private static let deadLetter: SQL = """
        CREATE TABLE subscription_dead_letter (
            id \(.countedKey),
            subscription_id TEXT NOT NULL REFERENCES subscription (id),
            after_place \(.integer) NOT NULL,
            through_place \(.integer) NOT NULL
                CONSTRAINT dead_letter_stretch CHECK (through_place > after_place),
            at \(.integer) NOT NULL,
            tries \(.integer) NOT NULL,
            status \(.integer),
            failure TEXT,
            replayed_at \(.integer)
        ) \(.strict)
        """
}
