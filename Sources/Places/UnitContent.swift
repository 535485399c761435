import Timekeeping

/// What the audit log commits to for a unit: its whole row.
struct UnitContent: Encodable {
    let id: Unit.ID
    let code: String
    let electronicIdentifier: String?
    let name: String
    let kind: UnitKind
    let parent: Unit.ID?
    let validFrom: String
    let validTo: String?
    let location: GeographicPoint?
    let areaKm2: Double?

    init(_ unit: Unit) {
        id = unit.id
        code = unit.code
        electronicIdentifier = unit.electronicIdentifier?.text
        name = unit.name
        kind = unit.kind
        parent = unit.parent
        validFrom = unit.validFrom.iso8601
        validTo = unit.validTo?.iso8601
        location = unit.location
        areaKm2 = unit.areaKm2
    }
}

struct SuccessionContent: Encodable {
    let from: Unit.ID
    let to: Unit.ID
    let day: String
    let decision: String?
    let weight: Double

    init(_ succession: Succession) {
        from = succession.from
        to = succession.to
        day = succession.day.iso8601
        decision = succession.decision
        weight = succession.share.weight
    }
}

struct BoundaryContent: Encodable {
    let unit: Unit.ID
    let coordinates: String
}
