package import Database

extension UnitStore {
    package static let migrations = [
        Migration(
            "places: create the unit tables",
            [
                unitTable,
                // Two units of today never share a code; a unit that has ended may have had it.
                "CREATE UNIQUE INDEX unit_current_code ON unit (code) WHERE valid_to IS NULL",
                successionTable,
                """
                CREATE TABLE unit_boundary (
                    unit_id TEXT PRIMARY KEY REFERENCES unit (id),
                    coordinates TEXT NOT NULL
                ) \(.strict)
                """,
            ]
        )
    ]

    private static let unitTable: SQL = """
        CREATE TABLE unit (
            id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
            code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 64),
            electronic_identifier TEXT CHECK (length(electronic_identifier) BETWEEN 1 AND 35),
            name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
            kind TEXT NOT NULL
                CHECK (kind IN ('province', 'department', 'district', 'ward', 'town', 'commune', 'other')),
            parent_id TEXT REFERENCES unit (id) CHECK (parent_id <> id),
            valid_from TEXT NOT NULL CHECK (length(valid_from) = 10),
            valid_to TEXT CHECK (length(valid_to) = 10 AND valid_to > valid_from),
            latitude \(.real) CHECK (latitude BETWEEN -90 AND 90),
            longitude \(.real) CHECK (longitude BETWEEN -180 AND 180),
            area_km2 \(.real) CHECK (area_km2 >= 0),
            CHECK ((latitude IS NULL) = (longitude IS NULL))
        ) \(.strict)
        """

    private static let successionTable: SQL = """
        CREATE TABLE unit_succession (
            from_id TEXT NOT NULL REFERENCES unit (id),
            to_id TEXT NOT NULL REFERENCES unit (id),
            day TEXT NOT NULL CHECK (length(day) = 10),
            decision TEXT CHECK (length(decision) BETWEEN 1 AND 200),
            weight \(.real) NOT NULL CHECK (weight > 0 AND weight <= 1),
            PRIMARY KEY (from_id, to_id, day),
            CHECK (from_id <> to_id)
        ) \(.strict)
        """
}
