import Places

/// A unit as the API shows it.
enum UnitShape {
    private static let fields: [Schema.Field] = [
        .required("id", .string), .required("code", .string), .required("name", .string),
        .required("kind", .choice(UnitKind.allCases.map(\.rawValue))),
        .required("parent", .nullable(.string)),
        .required("electronicIdentifier", .nullable(.string)), .required("validFrom", .day),
        .required("validTo", .nullable(.day)), .required("latitude", .nullable(.number)),
        .required("longitude", .nullable(.number)), .required("areaKm2", .nullable(.number)),
    ]
    private static let reference = Schema.named(
        "UnitReference",
        .object([.required("id", .string), .required("name", .string)])
    )

    static let schema = Schema.named("Unit", .object(fields))
    static let detailed = Schema.named(
        "UnitWithNeighbours",
        .object(fields + [.required("path", .list(reference)), .required("children", .list(reference))])
    )
    static let lineages = Schema.object([
        .required("items", .list(.object([.required("unit", schema), .required("weight", .number)])))
    ])

    private static func members(_ unit: Places.Unit) -> [(String, JSON)] {
        [
            ("id", .text(unit.id.rawValue)), ("code", .text(unit.code)), ("name", .text(unit.name)),
            ("kind", .text(unit.kind.rawValue)), ("parent", JSON(unit.parent?.rawValue)),
            ("electronicIdentifier", JSON(unit.electronicIdentifier?.text)),
            ("validFrom", JSON(unit.validFrom)),
            ("validTo", JSON(unit.validTo)), ("latitude", JSON(unit.location?.latitude)),
            ("longitude", JSON(unit.location?.longitude)), ("areaKm2", JSON(unit.areaKm2)),
        ]
    }

    static func json(_ unit: Places.Unit, _ tree: UnitTree) -> JSON { JSON(members(unit)) }

    static func detailed(_ unit: Places.Unit, _ tree: UnitTree) -> JSON {
        JSON(
            members(unit) + [
                ("path", .list(tree.path(of: unit.id).map(reference))),
                ("children", .list(tree.children(of: unit.id).map(reference))),
            ]
        )
    }

    /// A unit with how much it received or gave.
    static func json(_ lineage: Lineage) -> JSON {
        ["unit": JSON(members(lineage.unit)), "weight": JSON(lineage.weight)]
    }

    private static func reference(_ unit: Places.Unit) -> JSON {
        ["id": .text(unit.id.rawValue), "name": .text(unit.name)]
    }
}
