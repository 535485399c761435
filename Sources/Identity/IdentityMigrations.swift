package import Database

/// The tables of accounts and of what proves who somebody is.
package enum IdentityMigrations {
    package static let all = [
        Migration(
            "identity: create accounts, links, sign-ins, sessions and keys",
            [account, grant, recoveryCode, link, counter, ticket, session, key] + indexes
        )
    ]

    private static let account: SQL = """
        CREATE TABLE account (
            id TEXT PRIMARY KEY,
            sign_in_name TEXT NOT NULL UNIQUE
                CONSTRAINT account_sign_in_name CHECK (length(sign_in_name) BETWEEN 1 AND 64),
            full_name TEXT NOT NULL CONSTRAINT account_full_name CHECK (length(full_name) BETWEEN 1 AND 100),
            unit_id TEXT NOT NULL CONSTRAINT account_unit CHECK (unit_id <> ''),
            state TEXT NOT NULL CONSTRAINT account_state CHECK (state IN ('invited', 'active', 'disabled')),
            language TEXT NOT NULL CONSTRAINT account_language CHECK (language IN ('vi', 'en')),
            password_hash TEXT,
            timed_secret \(.blob),
            timed_pending \(.blob),
            timed_last_step \(.integer),
            created_at \(.integer) NOT NULL,
            version \(.integer) NOT NULL CONSTRAINT account_version CHECK (version >= 1),
            CONSTRAINT account_password CHECK (state <> 'active' OR password_hash IS NOT NULL),
            CONSTRAINT account_last_step CHECK ((timed_secret IS NULL) = (timed_last_step IS NULL)),
            CONSTRAINT account_pending CHECK (timed_secret IS NULL OR timed_pending IS NULL)
        ) \(.strict)
        """

    private static let grant: SQL = """
        CREATE TABLE account_grant (
            account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
            role TEXT NOT NULL CONSTRAINT grant_role CHECK
                (role IN ('administrator', 'leader', 'officer', 'inspector', 'auditor', 'viewer')),
            unit_id TEXT NOT NULL CONSTRAINT grant_unit CHECK (unit_id <> ''),
            PRIMARY KEY (account_id, role, unit_id)
        ) \(.strict)
        """

    private static let recoveryCode: SQL = """
        CREATE TABLE account_recovery_code (
            account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
            position \(.integer) NOT NULL CONSTRAINT recovery_position CHECK (position BETWEEN 0 AND 9),
            hash \(.blob) NOT NULL CONSTRAINT recovery_hash CHECK (length(hash) = 32),
            PRIMARY KEY (account_id, position)
        ) \(.strict)
        """

    /// One link at most for each account, and one for the first administrator, whose `account_id` is empty.
    private static let link: SQL = """
        CREATE TABLE account_link (
            token_hash \(.blob) PRIMARY KEY CONSTRAINT link_token CHECK (length(token_hash) = 32),
            purpose TEXT NOT NULL
                CONSTRAINT link_purpose CHECK (purpose IN ('first-administrator', 'invitation', 'reset')),
            account_id TEXT UNIQUE REFERENCES account (id) ON DELETE CASCADE,
            unit_id TEXT NOT NULL CONSTRAINT link_unit CHECK (unit_id <> ''),
            created_at \(.integer) NOT NULL,
            ends_at \(.integer) NOT NULL,
            CONSTRAINT link_account CHECK ((purpose = 'first-administrator') = (account_id IS NULL)),
            CONSTRAINT link_end CHECK (ends_at > created_at)
        ) \(.strict)
        """

    /// Names and addresses only as hashes: people type passwords into the wrong field.
    private static let counter: SQL = """
        CREATE TABLE sign_in_counter (
            key_hash \(.blob) PRIMARY KEY CONSTRAINT counter_key CHECK (length(key_hash) = 32),
            attempts \(.integer) NOT NULL CONSTRAINT counter_attempts CHECK (attempts >= 0),
            wait_left \(.integer) NOT NULL CONSTRAINT counter_wait CHECK (wait_left >= 0),
            memory_left \(.integer) NOT NULL CONSTRAINT counter_memory CHECK (memory_left >= 0),
            looked_at \(.integer) NOT NULL
        ) \(.strict)
        """

    private static let ticket: SQL = """
        CREATE TABLE sign_in_ticket (
            token_hash \(.blob) PRIMARY KEY CONSTRAINT ticket_token CHECK (length(token_hash) = 32),
            account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
            created_at \(.integer) NOT NULL,
            ends_at \(.integer) NOT NULL,
            CONSTRAINT ticket_end CHECK (ends_at > created_at)
        ) \(.strict)
        """

    private static let session: SQL = """
        CREATE TABLE session (
            id TEXT PRIMARY KEY,
            token_hash \(.blob) NOT NULL UNIQUE CONSTRAINT session_token CHECK (length(token_hash) = 32),
            account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
            network TEXT NOT NULL,
            opened_at \(.integer) NOT NULL,
            used_at \(.integer) NOT NULL,
            life_left \(.integer) NOT NULL CONSTRAINT session_life CHECK (life_left >= 0),
            idle_left \(.integer) NOT NULL CONSTRAINT session_idle CHECK (idle_left >= 0)
        ) \(.strict)
        """

    /// A key proves itself once, so it never has the role that asks for two proofs.
    private static let key: SQL = """
        CREATE TABLE api_key (
            id TEXT PRIMARY KEY,
            token_hash \(.blob) NOT NULL UNIQUE CONSTRAINT key_token CHECK (length(token_hash) = 32),
            name TEXT NOT NULL CONSTRAINT key_name CHECK (length(name) BETWEEN 1 AND 100),
            role TEXT NOT NULL CONSTRAINT key_role CHECK
                (role IN ('leader', 'officer', 'inspector', 'auditor', 'viewer')),
            unit_id TEXT NOT NULL CONSTRAINT key_unit CHECK (unit_id <> ''),
            created_at \(.integer) NOT NULL,
            ends_at \(.integer) NOT NULL,
            revoked_at \(.integer),
            used_at \(.integer),
            CONSTRAINT key_end CHECK (ends_at > created_at)
        ) \(.strict)
        """

    private static let indexes: [SQL] = [
        "CREATE INDEX account_unit_name ON account (unit_id, sign_in_name)",
        "CREATE INDEX account_grant_unit ON account_grant (unit_id, role)",
        "CREATE UNIQUE INDEX account_link_first ON account_link (purpose) WHERE account_id IS NULL",
        "CREATE INDEX session_account ON session (account_id)",
        "CREATE INDEX sign_in_ticket_account ON sign_in_ticket (account_id)",
        "CREATE INDEX api_key_unit ON api_key (unit_id)",
    ]
}
