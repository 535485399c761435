import Database

/// The table of what agencies ask of each other's data.
enum SharingMigrations {
    static let all = [
        Migration(
            "datasets: create the table of sharing requests",
            [
                """
                CREATE TABLE sharing_request (
                    id TEXT PRIMARY KEY,
                    dataset_id TEXT NOT NULL REFERENCES dataset (id),
                    unit_id TEXT NOT NULL,
                    grantee_id TEXT NOT NULL,
                    state TEXT NOT NULL CONSTRAINT sharing_state
                        CHECK (state IN ('pending', 'granted', 'refused', 'revoked')),
                    asked TEXT NOT NULL,
                    asked_by TEXT NOT NULL,
                    asked_at \(.integer) NOT NULL,
                    granted TEXT,
                    decided_by TEXT,
                    decided_at \(.integer),
                    refusal_reason TEXT,
                    refusal_basis TEXT,
                    revoked_by TEXT,
                    revoked_at \(.integer),
                    revocation_reason TEXT,
                    version \(.integer) NOT NULL CONSTRAINT sharing_version CHECK (version >= 1),
                    changed_at \(.integer) NOT NULL,
                    CONSTRAINT sharing_decision CHECK ((state = 'pending') = (decided_at IS NULL)
                        AND (decided_at IS NULL) = (decided_by IS NULL)),
                    CONSTRAINT sharing_grant CHECK ((state IN ('granted', 'revoked')) = (granted IS NOT NULL)),
                    CONSTRAINT sharing_refusal CHECK ((state = 'refused') = (refusal_reason IS NOT NULL)
                        AND (refusal_reason IS NULL) = (refusal_basis IS NULL)),
                    CONSTRAINT sharing_revocation CHECK ((state = 'revoked') = (revoked_at IS NOT NULL)
                        AND (revoked_at IS NULL) = (revoked_by IS NULL)
                        AND (revoked_at IS NULL) = (revocation_reason IS NULL))
                ) \(.strict)
                """,
                "CREATE INDEX sharing_request_dataset ON sharing_request (dataset_id, asked_at, id)",
                "CREATE INDEX sharing_request_grantee ON sharing_request (grantee_id, state)",
            ]
        )
    ]
}
