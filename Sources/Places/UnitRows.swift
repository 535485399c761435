import Database
import Foundation
import Timekeeping

/// Units as the rows that hold them.
enum UnitRows {
    static let columns: SQL =
        """
        id, code, electronic_identifier, name, kind, parent_id, valid_from, valid_to,
        latitude, longitude, area_km2
        """

    static func units(existingOn day: Day, in transaction: any Transaction) throws -> [Unit] {
        try transaction.query(
            """
            SELECT \(columns) FROM unit
            WHERE valid_from <= \(day) AND (valid_to IS NULL OR valid_to > \(day))
            """
        ).map(unit)
    }

    static func unit(_ id: Unit.ID, in transaction: any Transaction) throws -> Unit? {
        try transaction.first("SELECT \(columns) FROM unit WHERE id = \(id)").map(unit)
    }

    static func history(in transaction: any Transaction) throws -> UnitHistory {
        let units = try transaction.query("SELECT \(columns) FROM unit").map(unit)
        let rows = try transaction.query("SELECT \(successionColumns) FROM unit_succession")
        return UnitHistory(units: units, successions: try rows.map(succession))
    }

    private static let successionColumns: SQL = "from_id, to_id, day, decision, weight"

    /// Reads the subject's id of ``AuditedUnits``: old unit, new unit and day with slashes between, which no
    /// id has.
    static func succession(subject id: String, in transaction: any Transaction) throws -> Succession? {
        let parts = id.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3 else { return nil }
        return try transaction.first(
            """
            SELECT \(successionColumns) FROM unit_succession
            WHERE from_id = \(parts[0]) AND to_id = \(parts[1]) AND day = \(parts[2])
            """
        ).map(succession)
    }

    static func boundaryContent(_ id: Unit.ID, in transaction: any Transaction) throws -> BoundaryContent? {
        try transaction.first("SELECT coordinates FROM unit_boundary WHERE unit_id = \(id)")
            .map { BoundaryContent(unit: id, coordinates: try $0[0]) }
    }

    static func boundaries(of scope: UnitScope, in transaction: any Transaction) throws -> [Unit.ID: Boundary]
    {
        var boundaries: [Unit.ID: Boundary] = [:]
        let decoder = JSONDecoder()
        let sql: SQL =
            "SELECT unit_id, coordinates FROM unit_boundary WHERE \(scope.condition(on: "unit_id"))"
        try transaction.forEachRow(of: sql) { row in
            let text: String = try row[1]
            let polygons = try decoder.decode([[[[Double]]]].self, from: Data(text.utf8))
            guard let boundary = Boundary(polygons: polygons) else {
                throw DatabaseError(kind: .unexpectedValue, detail: "a boundary is no MultiPolygon")
            }
            boundaries[try row[0]] = boundary
        }
        return boundaries
    }

    private static func unit(_ row: Row) throws(DatabaseError) -> Unit {
        let (latitude, longitude): (Double?, Double?) = (try row[8], try row[9])
        let kind: String = try row[4]
        return Unit(
            id: try row[0],
            code: try row[1],
            electronicIdentifier: try row[2],
            name: try row[3],
            kind: UnitKind(rawValue: kind) ?? .other,
            parent: try row[5],
            validFrom: try row[6],
            validTo: try row[7],
            location: latitude.flatMap { latitude in
                longitude.flatMap { GeographicPoint(latitude: latitude, longitude: $0) }
            },
            areaKm2: try row[10]
        )
    }

    private static func succession(_ row: Row) throws(DatabaseError) -> Succession {
        let weight: Double = try row[4]
        return Succession(
            from: try row[0],
            to: try row[1],
            day: try row[2],
            decision: try row[3],
            share: weight == 1 ? .whole : .part(weight: weight)
        )
    }
}
