package import Database

/// The tables of the watch.
///
/// The rules that a damaged program must not break stand here too, as named constraints: a test breaks each one.
package enum WebsiteMigrations {
    package static let all = [
        Migration("websites: create the registry", [website] + websiteIndexes + [status])
    ]

    private static let website: SQL = """
        CREATE TABLE website (
            id TEXT PRIMARY KEY,
            number \(.integer) NOT NULL CONSTRAINT website_number UNIQUE,
            revision \(.integer) NOT NULL,
            unit_id TEXT NOT NULL REFERENCES unit (id),
            url TEXT NOT NULL CONSTRAINT website_url CHECK (length(url) BETWEEN 8 AND 2048),
            host TEXT NOT NULL CONSTRAINT website_host CHECK (host <> ''),
            name TEXT NOT NULL CONSTRAINT website_name CHECK (length(name) BETWEEN 1 AND 300),
            kind TEXT NOT NULL CONSTRAINT website_kind CHECK (kind IN
                ('state-portal', 'aggregated-news', 'internal', 'personal', 'specialised-service')),
            criticality TEXT NOT NULL
                CONSTRAINT website_criticality CHECK (criticality IN ('ordinary', 'important', 'critical')),
            state TEXT NOT NULL CONSTRAINT website_state CHECK (state IN ('watched', 'paused', 'retired')),
            paused_until \(.integer),
            retired_at \(.integer),
            responsible TEXT CONSTRAINT website_responsible CHECK (length(responsible) BETWEEN 1 AND 200),
            contact TEXT CONSTRAINT website_contact CHECK (length(contact) BETWEEN 1 AND 200),
            licence_number TEXT CONSTRAINT website_licence CHECK (length(licence_number) BETWEEN 1 AND 100),
            licence_issued TEXT CONSTRAINT website_licence_issued CHECK (length(licence_issued) = 10),
            licence_expires TEXT CONSTRAINT website_licence_expires CHECK (length(licence_expires) = 10),
            added_at \(.integer) NOT NULL,
            changed_at \(.integer) NOT NULL,
            version \(.integer) NOT NULL CONSTRAINT website_version CHECK (version >= 1),
            search_text TEXT NOT NULL,
            search_name TEXT NOT NULL,
            CONSTRAINT website_pause CHECK ((state = 'paused') = (paused_until IS NOT NULL)),
            CONSTRAINT website_retirement CHECK ((state = 'retired') = (retired_at IS NOT NULL)),
            CONSTRAINT website_person CHECK (contact IS NULL OR responsible IS NOT NULL),
            CONSTRAINT website_licence_dates CHECK (licence_expires >= licence_issued),
            CONSTRAINT website_licence_whole CHECK
                (licence_number IS NOT NULL OR (licence_issued IS NULL AND licence_expires IS NULL))
        ) \(.strict)
        """

    private static let websiteIndexes: [SQL] = [
        // A retired website frees its address: it is registered again when it is back in use.
        "CREATE UNIQUE INDEX website_address ON website (url) WHERE retired_at IS NULL",
        "CREATE INDEX website_revision ON website (revision)",
        "CREATE INDEX website_by_name ON website (search_name, id)",
        "CREATE INDEX website_newest ON website (added_at, id)",
        "CREATE INDEX website_unit ON website (unit_id, search_name, id)",
    ]

    /// What the checks know of a website; kept apart from the registry, which people write and the log vouches for.
    private static let status: SQL = """
        CREATE TABLE website_status (
            website_id TEXT PRIMARY KEY REFERENCES website (id),
            unit_id TEXT NOT NULL,
            health \(.integer) NOT NULL CONSTRAINT website_health CHECK (health BETWEEN 0 AND 4),
            light_at \(.integer),
            deep_at \(.integer),
            outcome TEXT,
            total_ms \(.integer),
            content_hash \(.integer),
            certificate TEXT,
            availability TEXT
        ) \(.strict)
        """
}
