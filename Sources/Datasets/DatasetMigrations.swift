package import Database

/// The tables that all datasets share; those of a single dataset are made with it, see ``RecordTable``.
package enum DatasetMigrations {
    package static let all =
        [Migration("datasets: create the tables of declarations", [dataset, schema])] + SharingMigrations.all
        + CatalogueMigrations.all

    private static let dataset: SQL = """
        CREATE TABLE dataset (
            id TEXT PRIMARY KEY,
            number \(.integer) NOT NULL CONSTRAINT dataset_number UNIQUE CHECK (number >= 1),
            unit_id TEXT NOT NULL,
            classification TEXT NOT NULL CONSTRAINT dataset_classification
                CHECK (classification IN ('open', 'shared', 'restricted', 'personal')),
            declaration TEXT NOT NULL,
            columns TEXT NOT NULL,
            version \(.integer) NOT NULL CONSTRAINT dataset_version CHECK (version >= 1),
            schema_version \(.integer) NOT NULL CONSTRAINT dataset_schema_version CHECK (schema_version >= 1),
            declared_at \(.integer) NOT NULL,
            changed_at \(.integer) NOT NULL,
            search_text TEXT NOT NULL
        ) \(.strict)
        """

    private static let schema: SQL = """
        CREATE TABLE dataset_schema (
            dataset_id TEXT NOT NULL REFERENCES dataset (id),
            version \(.integer) NOT NULL CONSTRAINT dataset_schema_counts CHECK (version >= 1),
            content TEXT NOT NULL,
            at \(.integer) NOT NULL,
            actor TEXT NOT NULL,
            PRIMARY KEY (dataset_id, version)
        ) \(.strict)
        """
}
