import AuditLog
import Database
import Language
import Timekeeping

/// One write of units: each row with its audit entry.
struct UnitWriting {
    let audit: AuditLog
    let actor: Actor
    let instant: Instant
    let transaction: any Transaction

    func write(_ changes: UnitChanges, before: UnitHistory) throws {
        let changed = Dictionary(changes.units.map { ($0.id, $0) }) { _, last in last }
        for unit in TreeWalk(changed).units {  // a parent before its children, as the foreign key wants it
            try write(unit)
            let action = before.units[unit.id] == nil ? "unit.added" : "unit.changed"
            try say(action, AuditedUnits.subject(unit), unit: unit.id, UnitContent(unit))
        }
        for succession in changes.successions {
            try write(succession)
            let content = SuccessionContent(succession)
            try say(
                "unit-succession.recorded",
                AuditedUnits.subject(succession),
                unit: succession.to,
                content
            )
        }
        for (id, boundary) in changes.boundaries.sorted(by: { $0.key < $1.key }) {
            let content = BoundaryContent(unit: id, coordinates: boundary.geoJSONCoordinates)
            try write(content)
            try say("unit-boundary.set", AuditedUnits.subject(content), unit: id, content)
        }
    }

    private func say(
        _ action: String,
        _ subject: AuditSubject,
        unit: Unit.ID,
        _ content: some Encodable
    ) throws(DatabaseError) {
        try audit.append(
            action,
            of: subject,
            unit: unit.rawValue,
            encoding: content,
            by: actor,
            at: instant,
            in: transaction
        )
    }

    private func write(_ unit: Unit) throws {
        do {
            try transaction.execute(
                """
                INSERT INTO unit (\(UnitRows.columns)) VALUES (
                    \(unit.id), \(unit.code), \(unit.electronicIdentifier), \(unit.name),
                    \(unit.kind.rawValue), \(unit.parent), \(unit.validFrom), \(unit.validTo),
                    \(unit.location?.latitude), \(unit.location?.longitude), \(unit.areaKm2)
                )
                ON CONFLICT (id) DO UPDATE SET
                    code = excluded.code, electronic_identifier = excluded.electronic_identifier,
                    name = excluded.name, kind = excluded.kind, parent_id = excluded.parent_id,
                    valid_from = excluded.valid_from, valid_to = excluded.valid_to,
                    latitude = excluded.latitude, longitude = excluded.longitude,
                    area_km2 = excluded.area_km2
                """
            )
        } catch {
            throw Self.explained(error, unit)
        }
    }

    /// SQLite names the columns of the index, PostgreSQL the index.
    private static func explained(_ error: DatabaseError, _ unit: Unit) -> any Error {
        guard [.unique("unit.code"), .unique("unit_current_code")].contains(error.kind) else { return error }
        return PlacesError(
            .codeTaken,
            "the code of \(unit.id)",
            text: .unitCodeTaken(unit.code),
            cause: error
        )
    }

    private func write(_ succession: Succession) throws(DatabaseError) {
        try transaction.execute(
            """
            INSERT INTO unit_succession (from_id, to_id, day, decision, weight) VALUES (
                \(succession.from), \(succession.to), \(succession.day), \(succession.decision),
                \(succession.share.weight)
            )
            ON CONFLICT (from_id, to_id, day)
            DO UPDATE SET decision = excluded.decision, weight = excluded.weight
            """
        )
    }

    private func write(_ boundary: BoundaryContent) throws(DatabaseError) {
        try transaction.execute(
            """
            INSERT INTO unit_boundary (unit_id, coordinates)
            VALUES (\(boundary.unit), \(boundary.coordinates))
            ON CONFLICT (unit_id) DO UPDATE SET coordinates = excluded.coordinates
            """
        )
    }
}
