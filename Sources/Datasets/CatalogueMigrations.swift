import Database

/// The tables of the catalogue: what was published, what was reviewed, and how much there is.
enum CatalogueMigrations {
    static let all = [
        Migration("datasets: keep what was published", [publication]),
        Migration("datasets: keep reviews and counts of the catalogue", [review, tally]),
    ]

    private static let publication: SQL = """
        CREATE TABLE dataset_publication (
            dataset_id TEXT NOT NULL REFERENCES dataset (id),
            cut_at \(.integer) NOT NULL,
            records \(.integer) NOT NULL CONSTRAINT dataset_publication_counts CHECK (records >= 0),
            manifest TEXT NOT NULL,
            PRIMARY KEY (dataset_id, cut_at)
        ) \(.strict)
        """

    /// The newest review of each; the log has the earlier ones.
    private static let review: SQL = """
        CREATE TABLE dataset_review (
            dataset_id TEXT PRIMARY KEY REFERENCES dataset (id),
            at \(.integer) NOT NULL,
            actor TEXT NOT NULL
        ) \(.strict)
        """

    private static let tally: SQL = """
        CREATE TABLE dataset_tally (
            dataset_id TEXT PRIMARY KEY REFERENCES dataset (id),
            records \(.integer) NOT NULL,
            changed_at \(.integer) NOT NULL
        ) \(.strict)
        """
}
