package import Database

/// The tables of the watch.
///
/// The rules that a damaged program must not break stand here too, as named constraints: a test breaks each one.
package enum WebsiteMigrations {
    package static let all = [
        Migration("websites: create the registry", [website] + websiteIndexes + [status]),
        Migration(
            "websites: create findings and baselines",
            [finding] + findingIndexes + [baseline, recheck]
        ),
        Migration(
            "websites: create the results of checks",
            [
                check, "CREATE INDEX website_check_at ON website_check (at)",
                summary("website_hour"), "CREATE INDEX website_hour_start ON website_hour (start)",
                summary("website_day"), "CREATE INDEX website_day_start ON website_day (start)",
            ]
        ),
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

    private static let finding: SQL = """
        CREATE TABLE website_finding (
            id TEXT PRIMARY KEY,
            website_id TEXT NOT NULL REFERENCES website (id),
            unit_id TEXT NOT NULL,
            kind TEXT NOT NULL CONSTRAINT website_finding_kind CHECK (kind <> ''),
            severity TEXT NOT NULL CONSTRAINT website_finding_severity
                CHECK (severity IN ('information', 'attention', 'serious', 'critical')),
            url TEXT NOT NULL,
            fingerprint TEXT NOT NULL CONSTRAINT website_finding_fingerprint CHECK (fingerprint <> ''),
            evidence TEXT NOT NULL CONSTRAINT website_finding_evidence CHECK (length(evidence) <= 131072),
            state TEXT NOT NULL
                CONSTRAINT website_finding_state CHECK (state IN ('suspected', 'confirmed', 'cleared')),
            first_seen_at \(.integer) NOT NULL,
            last_seen_at \(.integer) NOT NULL,
            confirmed_at \(.integer),
            cleared_at \(.integer),
            sightings \(.integer) NOT NULL CONSTRAINT website_finding_sightings CHECK (sightings >= 1),
            clean_looks \(.integer) NOT NULL CONSTRAINT website_finding_clean_looks CHECK (clean_looks >= 0),
            CONSTRAINT website_finding_seen CHECK (last_seen_at >= first_seen_at),
            CONSTRAINT website_finding_confirmation CHECK
                ((state <> 'confirmed' OR confirmed_at IS NOT NULL) AND (state <> 'suspected' OR confirmed_at IS NULL)),
            CONSTRAINT website_finding_end CHECK ((state = 'cleared') = (cleared_at IS NOT NULL))
        ) \(.strict)
        """

    private static let findingIndexes: [SQL] = [
        """
        CREATE UNIQUE INDEX website_finding_open ON website_finding (website_id, kind, fingerprint)
        WHERE state <> 'cleared'
        """,
        "CREATE INDEX website_finding_of ON website_finding (website_id, first_seen_at)",
        "CREATE INDEX website_finding_newest ON website_finding (confirmed_at) WHERE state = 'confirmed'",
    ]

    private static let baseline: SQL = """
        CREATE TABLE website_baseline (
            website_id TEXT PRIMARY KEY REFERENCES website (id),
            unit_id TEXT NOT NULL,
            baseline TEXT,
            accepted_by TEXT,
            candidate TEXT,
            CONSTRAINT website_baseline_accepted CHECK (accepted_by IS NULL OR baseline IS NOT NULL)
        ) \(.strict)
        """

    /// Checks that somebody asked for; a row stays until the check has ended.
    private static let recheck: SQL = """
        CREATE TABLE website_recheck (
            website_id TEXT NOT NULL REFERENCES website (id),
            case_id TEXT NOT NULL,
            unit_id TEXT NOT NULL,
            kinds TEXT NOT NULL,
            asked_at \(.integer) NOT NULL,
            PRIMARY KEY (website_id, case_id)
        ) \(.strict)
        """

    /// Two million rows a day: the website by its small number, and no reference that each would be held against.
    private static let check: SQL = """
        CREATE TABLE website_check (
            website_number \(.integer) NOT NULL,
            at \(.integer) NOT NULL,
            unit_id TEXT NOT NULL,
            is_deep \(.integer) NOT NULL CONSTRAINT website_check_deep CHECK (is_deep IN (0, 1)),
            is_answered \(.integer) NOT NULL CONSTRAINT website_check_answered CHECK (is_answered IN (0, 1)),
            outcome TEXT NOT NULL CONSTRAINT website_check_outcome CHECK (outcome <> ''),
            total_ms \(.integer) NOT NULL CONSTRAINT website_check_time CHECK (total_ms >= 0),
            PRIMARY KEY (website_number, at)
        ) \(.strict)
        """

    private static func summary(_ name: String) -> SQL {
        """
        CREATE TABLE \(trusted: name) (
            website_number \(.integer) NOT NULL,
            start \(.integer) NOT NULL,
            unit_id TEXT NOT NULL,
            checks \(.integer) NOT NULL,
            answered \(.integer) NOT NULL,
            fastest_ms \(.integer) NOT NULL,
            sum_ms \(.integer) NOT NULL,
            slowest_ms \(.integer) NOT NULL,
            PRIMARY KEY (website_number, start),
            CONSTRAINT \(trusted: name)_counts CHECK (checks >= 1 AND answered BETWEEN 0 AND checks)
        ) \(.strict)
        """
    }
}
