package import Database

/// The tables of the cases.
///
/// The rules that a damaged program must not break stand here too, as named constraints: a test breaks each one.
/// Attachments lie in the database, in chunks: they commit with their audit entry, are in every backup and leave no
/// orphans. Every table carries `unit_id`, by which a large installation can be distributed.
package enum CaseMigrations {
    package static let all = [
        Migration("cases: create the case tables", [counter, file] + fileIndexes + [event, observation]),
        Migration(
            "cases: create the tables of evidence",
            [evidence, attachment, chunk, relation, relationIndex]
        ),
        Migration("cases: find words of many units without the wide rows", searchIndexes),
        Migration("cases: find words in every order without the wide rows", searchIndexesInEveryOrder),
    ]

    /// With the unit beside the text: a search by somebody who sees many units, but not all, reads nothing else.
    private static let searchIndexes: [SQL] = [
        "DROP INDEX case_newest",
        "CREATE INDEX case_newest ON case_file (opened_at, id, unit_id, search_text)",
    ]

    /// The same for lists by deadline, which is how they open.
    ///
    /// Of 100,000 cases, a word that none has takes 25 ms so and 52 ms by the rows.
    private static let searchIndexesInEveryOrder: [SQL] = [
        "DROP INDEX case_deadline",
        "CREATE INDEX case_deadline ON case_file (deadline_at, id, unit_id, search_text)",
    ]

    private static let counter: SQL = """
        CREATE TABLE case_counter (
            year \(.integer) PRIMARY KEY,
            last \(.integer) NOT NULL CONSTRAINT case_counter_counts CHECK (last >= 1)
        ) \(.strict)
        """

    private static let file: SQL = """
        CREATE TABLE case_file (
            id TEXT PRIMARY KEY,
            unit_id TEXT NOT NULL,
            year \(.integer) NOT NULL,
            count \(.integer) NOT NULL CONSTRAINT case_count CHECK (count >= 1),
            kind TEXT NOT NULL CONSTRAINT case_kind CHECK (kind IN ('website', 'audit', 'task', 'other')),
            cause TEXT,
            subject_kind TEXT NOT NULL,
            subject_id TEXT NOT NULL,
            subject_name TEXT NOT NULL,
            title TEXT NOT NULL CONSTRAINT case_title CHECK (title <> ''),
            severity \(.integer) NOT NULL CONSTRAINT case_severity CHECK (severity BETWEEN 1 AND 4),
            ground TEXT NOT NULL,
            basis TEXT NOT NULL CONSTRAINT case_basis CHECK (basis IN ('law', 'setting')),
            state TEXT NOT NULL CONSTRAINT case_state CHECK (state IN
                ('new', 'accepted', 'in-progress', 'answered', 'verifying', 'closed', 'refused')),
            deadline_at \(.integer) NOT NULL,
            allowance TEXT NOT NULL,
            year_without_holidays \(.integer),
            opened_at \(.integer) NOT NULL,
            detected_at \(.integer) NOT NULL,
            assignee TEXT CONSTRAINT case_assignee CHECK (assignee LIKE 'account:%'),
            observations \(.integer) NOT NULL CONSTRAINT case_observations CHECK (observations >= 1),
            recurrences \(.integer) NOT NULL CONSTRAINT case_recurrences CHECK (recurrences >= 0),
            escalation \(.integer) NOT NULL CONSTRAINT case_escalation CHECK (escalation BETWEEN 0 AND 3),
            next_escalation_at \(.integer),
            root_cause TEXT,
            root_cause_words TEXT,
            what_was_done TEXT,
            answered_by TEXT,
            answered_at \(.integer),
            recheck_taken_at \(.integer),
            approved_by TEXT,
            refusal_reason TEXT,
            refused_by TEXT,
            refused_at \(.integer),
            refusal_confirmed_by TEXT,
            ended_at \(.integer),
            version \(.integer) NOT NULL CONSTRAINT case_version CHECK (version >= 1),
            event_count \(.integer) NOT NULL,
            timeline_sha256 TEXT NOT NULL CONSTRAINT case_timeline CHECK (length(timeline_sha256) = 64),
            evidence_sha256 TEXT NOT NULL CONSTRAINT case_evidence_hash CHECK (length(evidence_sha256) = 64),
            attachments_sha256 TEXT NOT NULL
                CONSTRAINT case_attachments_hash CHECK (length(attachments_sha256) = 64),
            changed_at \(.integer) NOT NULL,
            search_text TEXT NOT NULL,
            CONSTRAINT case_number UNIQUE (year, count),
            CONSTRAINT case_answer CHECK ((state IN ('answered', 'verifying', 'closed')) = (answered_at IS NOT NULL)
                AND (answered_at IS NULL) = (answered_by IS NULL)
                AND (answered_at IS NULL) = (what_was_done IS NULL)),
            CONSTRAINT case_root_cause CHECK (kind <> 'website' OR answered_at IS NULL OR root_cause IS NOT NULL),
            CONSTRAINT case_other_cause CHECK (coalesce(root_cause = 'other', 1 = 0) = (root_cause_words IS NOT NULL)),
            CONSTRAINT case_recheck CHECK ((state = 'closed' AND kind = 'website') = (recheck_taken_at IS NOT NULL)
                AND (recheck_taken_at IS NULL OR recheck_taken_at > answered_at)),
            CONSTRAINT case_approval CHECK ((state = 'closed' AND kind <> 'website') = (approved_by IS NOT NULL)),
            CONSTRAINT case_refusal CHECK ((state = 'refused') = (refused_at IS NOT NULL)
                AND (refused_at IS NULL) = (refusal_reason IS NULL) AND (refused_at IS NULL) = (refused_by IS NULL)
                AND (refusal_confirmed_by IS NULL OR state = 'refused')),
            CONSTRAINT case_end CHECK
                ((state = 'closed' OR refusal_confirmed_by IS NOT NULL) = (ended_at IS NOT NULL)),
            CONSTRAINT case_escalation_ends CHECK (next_escalation_at IS NULL OR ended_at IS NULL)
        ) \(.strict)
        """

    /// What each list and count of the board reads; measured with 100,000 cases.
    private static let fileIndexes: [SQL] = [
        "CREATE UNIQUE INDEX case_open_cause ON case_file (unit_id, cause) WHERE cause IS NOT NULL AND ended_at IS NULL",
        "CREATE INDEX case_cause ON case_file (cause, opened_at) WHERE cause IS NOT NULL",
        // With the text, so that a search reads this index and not the wide rows: a third of the time.
        "CREATE INDEX case_newest ON case_file (opened_at, id, search_text)",
        "CREATE INDEX case_unit_newest ON case_file (unit_id, opened_at, id)",
        "CREATE INDEX case_state_newest ON case_file (state, opened_at, id)",
        "CREATE INDEX case_deadline ON case_file (deadline_at, id)",
        "CREATE INDEX case_open_deadline ON case_file (deadline_at, id) WHERE ended_at IS NULL",
        "CREATE INDEX case_severity_newest ON case_file (severity, opened_at, id)",
        "CREATE INDEX case_assignee_newest ON case_file (assignee, opened_at, id) WHERE assignee IS NOT NULL",
        "CREATE INDEX case_subject ON case_file (subject_kind, subject_id, opened_at)",
        """
        CREATE INDEX case_open_counts ON case_file (unit_id, state, severity, deadline_at) WHERE ended_at IS NULL
        """,
        "CREATE INDEX case_ended ON case_file (state, ended_at, detected_at, unit_id) WHERE ended_at IS NOT NULL",
        """
        CREATE INDEX case_next_escalation ON case_file (next_escalation_at) WHERE next_escalation_at IS NOT NULL
        """,
    ]

    private static let event: SQL = """
        CREATE TABLE case_event (
            case_id TEXT NOT NULL REFERENCES case_file (id),
            position \(.integer) NOT NULL CONSTRAINT case_event_position CHECK (position >= 1),
            unit_id TEXT NOT NULL,
            at \(.integer) NOT NULL,
            actor TEXT NOT NULL,
            kind TEXT NOT NULL,
            change TEXT NOT NULL,
            PRIMARY KEY (case_id, position)
        ) \(.strict)
        """

    private static let observation: SQL = """
        CREATE TABLE case_observation (
            observation TEXT PRIMARY KEY,
            case_id TEXT NOT NULL REFERENCES case_file (id),
            unit_id TEXT NOT NULL
        ) \(.strict)
        """

    private static let evidence: SQL = """
        CREATE TABLE case_evidence (
            case_id TEXT NOT NULL REFERENCES case_file (id),
            position \(.integer) NOT NULL CONSTRAINT case_evidence_position CHECK (position BETWEEN 1 AND 1000),
            unit_id TEXT NOT NULL,
            digest TEXT NOT NULL,
            kind TEXT NOT NULL,
            quote TEXT NOT NULL,
            url TEXT,
            sha256 TEXT CONSTRAINT case_evidence_sha256 CHECK (length(sha256) = 64),
            taken_at \(.integer) NOT NULL,
            detail TEXT NOT NULL,
            PRIMARY KEY (case_id, position),
            CONSTRAINT case_evidence_once UNIQUE (case_id, digest)
        ) \(.strict)
        """

    private static let attachment: SQL = """
        CREATE TABLE case_attachment (
            id TEXT PRIMARY KEY,
            case_id TEXT NOT NULL REFERENCES case_file (id),
            position \(.integer) NOT NULL CONSTRAINT case_attachment_position CHECK (position BETWEEN 1 AND 50),
            unit_id TEXT NOT NULL,
            name TEXT NOT NULL CONSTRAINT case_attachment_name CHECK (name <> ''),
            type TEXT NOT NULL,
            bytes \(.integer) NOT NULL CONSTRAINT case_attachment_bytes CHECK (bytes BETWEEN 1 AND 10485760),
            sha256 TEXT NOT NULL CONSTRAINT case_attachment_sha256 CHECK (length(sha256) = 64),
            added_at \(.integer) NOT NULL,
            added_by TEXT NOT NULL,
            CONSTRAINT case_attachment_place UNIQUE (case_id, position)
        ) \(.strict)
        """

    private static let chunk: SQL = """
        CREATE TABLE case_attachment_chunk (
            attachment_id TEXT NOT NULL REFERENCES case_attachment (id),
            position \(.integer) NOT NULL,
            unit_id TEXT NOT NULL,
            content \(.blob) NOT NULL CONSTRAINT case_chunk_bytes CHECK (length(content) BETWEEN 1 AND 262144),
            PRIMARY KEY (attachment_id, position)
        ) \(.strict)
        """

    private static let relation: SQL = """
        CREATE TABLE case_relation (
            first_id TEXT NOT NULL REFERENCES case_file (id),
            second_id TEXT NOT NULL REFERENCES case_file (id),
            added_at \(.integer) NOT NULL,
            added_by TEXT NOT NULL,
            PRIMARY KEY (first_id, second_id),
            CONSTRAINT case_relation_order CHECK (first_id < second_id)
        ) \(.strict)
        """

    private static let relationIndex: SQL = "CREATE INDEX case_relation_second ON case_relation (second_id)"
}
