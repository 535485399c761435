import Access
import Hummingbird
import Language
import Places
import Timekeeping

/// `/api/v1/units`: the units of government as they are or were on a day.
///
/// Everybody with a key sees them all.
enum UnitResource {
    static let operations: [Operation] = [
        .get(
            "/api/v1/units",
            "listUnits",
            .API.listUnits,
            [
                .query("at", .day, .API.atDay),
                .query("under", .text(min: 1, max: Places.Unit.ID.charactersMax), .API.underUnit),
                .query("q", .text(min: 1, max: 200), .API.searchWords), .cursor,
                .limit(max: pageMax),
            ],
            answers: .json(.page(of: UnitShape.schema, counted: true)),
            list
        ),
        .get(
            "/api/v1/units/{id}",
            "getUnit",
            .API.getUnit,
            [.query("at", .day, .API.atDay)],
            answers: .json(UnitShape.detailed),
            one
        ),
        .get(
            "/api/v1/units/{id}/successors",
            "listUnitSuccessors",
            .API.listSuccessors,
            [.query("at", .day, .API.successorsAt)],
            answers: .json(UnitShape.lineages)
        ) { call in
            let (id, day, history) = try await asked(call)
            return .json(["items": .list(history.successors(of: id, at: day).map(UnitShape.json))])
        },
        .get(
            "/api/v1/units/{id}/predecessors",
            "listUnitPredecessors",
            .API.listPredecessors,
            [.query("at", .day, .API.predecessorsAt)],
            answers: .json(UnitShape.lineages)
        ) { call in
            let (id, day, history) = try await asked(call)
            return .json(["items": .list(history.predecessors(of: id, at: day).map(UnitShape.json))])
        },
    ]

    /// The whole province with its former units fits.
    static let pageMax = 1_000
    /// Found by words on one page.
    private static let foundMax = 200

    private static func tree(_ call: Call) async throws -> UnitTree {
        guard let day = call.day("at") else { return call.house.tree() }
        return try await call.house.units.tree(at: day)
    }

    private static func list(_ call: Call) async throws -> Answer {
        let tree = try await tree(call)
        var units = tree.units
        if let under = call.query["under"] {
            let id = Places.Unit.ID(rawValue: under)
            guard tree.unit(id) != nil else { throw unknown("under") }
            units = tree.subtree(of: id).compactMap { tree.unit($0) }
        }
        if let words = call.query["q"] {
            let found = Set(tree.search(words, countMax: foundMax).map(\.id))
            units = units.filter { found.contains($0.id) }
        }
        let start =
            try call.cursor { text in Int(text).flatMap { (0...units.count).contains($0) ? $0 : nil } } ?? 0
        let end = min(start + call.limit, units.count)
        let items = units[start..<end].map { UnitShape.json($0, tree) }
        return call.page(items, next: end < units.count ? "\(end)" : nil, total: units.count)
    }

    private static func one(_ call: Call) async throws -> Answer {
        let tree = try await tree(call)
        guard let unit = tree.unit(Places.Unit.ID(rawValue: try call.path("id"))) else { throw unknown("id") }
        return .json(UnitShape.detailed(unit, tree))
    }

    /// The unit that is asked about and the day, today without one.
    private static func asked(_ call: Call) async throws -> (Places.Unit.ID, Day, UnitHistory) {
        let id = Places.Unit.ID(rawValue: try call.path("id"))
        let history = try await call.house.units.history()
        guard history.units[id] != nil else { throw unknown("id") }
        return (id, call.day("at") ?? call.house.tree().day, history)
    }

    /// Answers as any unit that is out of sight does.
    static func unknown(_ field: String) -> FieldFailure {
        FieldFailure(field: field, failure: AccessError(.outOfSight, "no such unit"))
    }
}
