package import Database

/// The table of requests that must not be done twice.
package enum APIMigrations {
    package static let all = [
        Migration(
            "api: create the table of idempotency keys",
            [
                """
                CREATE TABLE api_idempotency (
                    actor TEXT NOT NULL,
                    idempotency_key TEXT NOT NULL,
                    request_sha256 \(.blob) NOT NULL CHECK (length(request_sha256) = 32),
                    begun_at \(.integer) NOT NULL,
                    status \(.integer) CHECK (status BETWEEN 200 AND 499),
                    headers TEXT,
                    body \(.blob),
                    PRIMARY KEY (actor, idempotency_key),
                    CHECK ((status IS NULL) = (headers IS NULL) AND (status IS NULL) = (body IS NULL))
                ) \(.strict)
                """,
                "CREATE INDEX api_idempotency_by_age ON api_idempotency (begun_at)",
            ]
        )
    ]
}
