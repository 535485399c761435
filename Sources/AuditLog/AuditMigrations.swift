package import Database

extension AuditLog {
    /// The tables of the log; DESIGN.md says what each is for.
    package static let migrations = [
        Migration(
            "audit: create the log",
            [entryTable] + entryIndexes + [
                // One row, which the sequencer locks: how many leaves the tree has.
                """
                CREATE TABLE audit_tree (
                    id \(.integer) PRIMARY KEY CHECK (id = 1),
                    size \(.integer) NOT NULL CHECK (size >= 0)
                ) \(.strict)
                """,
                "INSERT INTO audit_tree (id, size) VALUES (1, 0)",
                """
                CREATE TABLE audit_tile (
                    level \(.integer) NOT NULL CHECK (level BETWEEN 0 AND 7),
                    number \(.integer) NOT NULL CHECK (number >= 0),
                    hashes \(.blob) NOT NULL CHECK (length(hashes) BETWEEN 32 AND 8192 AND length(hashes) % 32 = 0),
                    PRIMARY KEY (level, number)
                ) \(.strict)
                """,
                """
                CREATE TABLE audit_checkpoint (
                    size \(.integer) PRIMARY KEY CHECK (size > 0),
                    note TEXT NOT NULL,
                    signed_at \(.integer) NOT NULL
                ) \(.strict)
                """,
            ]
        )
    ]

    private static let entryTable: SQL = """
        CREATE TABLE audit_entry (
            id \(.countedKey),
            leaf_index \(.integer) CHECK (leaf_index >= 0),
            at \(.integer) NOT NULL,
            actor TEXT NOT NULL CHECK (length(actor) BETWEEN 1 AND 512),
            action TEXT NOT NULL CHECK (length(action) BETWEEN 1 AND 512),
            subject_kind TEXT NOT NULL CHECK (length(subject_kind) BETWEEN 1 AND 512),
            subject_id TEXT NOT NULL CHECK (length(subject_id) BETWEEN 1 AND 512),
            unit_id TEXT CHECK (length(unit_id) <= 512),
            commitment \(.blob) NOT NULL CHECK (length(commitment) = 32),
            salt \(.blob),
            content \(.blob),
            CHECK ((salt IS NULL) = (content IS NULL))
        ) \(.strict)
        """

    /// Each index costs every write, so there are three: what waits for its leaf, the leaves, and a subject's entries.
    private static let entryIndexes: [SQL] = [
        "CREATE INDEX audit_entry_waiting ON audit_entry (id) WHERE leaf_index IS NULL",
        "CREATE UNIQUE INDEX audit_entry_leaf ON audit_entry (leaf_index) WHERE leaf_index IS NOT NULL",
        "CREATE INDEX audit_entry_subject ON audit_entry (subject_id, subject_kind, id)",
    ]
}
