package import Database

/// The units whose things somebody may see; a list query puts it into its `WHERE`.
package enum UnitScope: Hashable, Sendable {
    case everything
    case units(Set<Unit.ID>)

    package func contains(_ id: Unit.ID) -> Bool {
        switch self {
        case .everything: true
        case .units(let ids): ids.contains(id)
        }
    }

    /// A condition that holds for the rows of these units; `column` is a name that code has chosen.
    ///
    /// Each id is a bound parameter: PostgreSQL takes 65,535 of them and SQLite 32,766, a province has some
    /// hundreds.
    package func condition(on column: String) -> SQL {
        switch self {
        case .everything: return "1 = 1"
        case .units(let ids) where ids.isEmpty: return "1 = 0"
        case .units(let ids):
            let list = SQL.joined(ids.sorted().map { "\($0)" }, by: ", ")
            return "\(trusted: column) IN (\(list))"
        }
    }
}
