/// The newest batch of one writer that the database has kept.
///
/// When a connection breaks during a commit, nobody has said whether it took place. The mark is part of the commit, so it
/// says so afterwards, also on a replica that has become the primary.
struct PostgresCommitMark {
    /// Marks of processes that ended are of no use to anybody.
    private static let daysKept = 7

    let writer: String
    var batch: Int64

    static let table = """
        CREATE TABLE IF NOT EXISTS sen_writer
            (id TEXT PRIMARY KEY, batch BIGINT NOT NULL, at TIMESTAMPTZ NOT NULL)
        """
    static let tidying = "DELETE FROM sen_writer WHERE at < now() - interval '\(daysKept) days'"

    var statement: SQL {
        """
        INSERT INTO sen_writer (id, batch, at) VALUES (\(writer), \(batch), now())
        ON CONFLICT (id) DO UPDATE SET batch = excluded.batch, at = excluded.at
        """
    }

    /// Whether the database has kept this batch.
    ///
    /// Asked under the lock of all writers: a commit that is still going on in the server holds it to its end.
    func isKept(_ connection: PostgresConnection) throws(DatabaseError) -> Bool {
        try connection.post(raw: "BEGIN")
        try connection.post(raw: PostgresBatch.lock)
        try connection.post("SELECT batch FROM sen_writer WHERE id = \(writer)")
        let row = try connection.finish()?.rows.first
        try connection.post(raw: "COMMIT")
        try connection.finish()
        guard let row else { return false }
        let kept: Int64 = try row[0]
        return kept >= batch
    }
}
