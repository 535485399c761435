import Cases
import Language
import Places
import WebWatch

/// The map of the board: of each commune that the reader may see, how its websites and cases stand at worst.
struct BoardMap {
    let tree: UnitTree
    let layout: Places.HexagonMap
    /// The units whose websites the reader may see.
    let websites: UnitScope

    /// The boundaries, where all are known.
    let outlines: BoundaryMap?

    func drawn(_ statistics: WatchStatistics, _ counts: CaseCounts) -> CommuneMap {
        if let outlines { return .outlines(drawn(outlines, statistics, counts)) }
        let cells = layout.cells.compactMap { id, cell -> HexagonMap.Cell? in
            guard let unit = tree.unit(id), websites.contains(id) else { return nil }
            return HexagonMap.Cell(
                name: unit.name,
                column: cell.column,
                row: cell.row,
                state: state(of: id, statistics, counts).chip,
                href: ConsolePath.query(ConsolePath.websites, [("unit", id.rawValue)])
            )
        }
        // North to south, west to east: the order in which a keyboard walks over them.
        return .hexagons(HexagonMap(cells: cells.sorted { ($0.row, $0.column) < ($1.row, $1.column) }))
    }

    private func drawn(
        _ outlines: BoundaryMap,
        _ statistics: WatchStatistics,
        _ counts: CaseCounts
    ) -> OutlineMap {
        let areas = outlines.paths.compactMap { id, path -> OutlineMap.Area? in
            guard let unit = tree.unit(id), websites.contains(id) else { return nil }
            let centre = outlines.centres[id] ?? (x: 0, y: 0)
            return OutlineMap.Area(
                name: unit.name,
                path: path,
                x: centre.x,
                y: centre.y,
                state: state(of: id, statistics, counts).chip,
                href: ConsolePath.query(ConsolePath.websites, [("unit", id.rawValue)])
            )
        }
        return OutlineMap(
            areas: areas.sorted { ($0.y, $0.x) < ($1.y, $1.x) },
            width: outlines.canvas.width,
            height: outlines.canvas.height
        )
    }

    /// The worst of the commune and of what lies below it.
    private func state(
        of commune: Places.Unit.ID,
        _ statistics: WatchStatistics,
        _ counts: CaseCounts
    ) -> PlaceState {
        tree.subtree(of: commune).reduce(.empty) { worst, unit in
            let ofWebsites = statistics.byUnit[unit].map { PlaceState($0.worst) } ?? .empty
            let ofCases = counts.byUnit[unit].map { PlaceState($0) } ?? .empty
            return max(worst, ofWebsites, ofCases)
        }
    }
}

/// How a place stands, the worst last.
enum PlaceState: Int, Comparable {
    case empty, unchecked, calm, attention, incident

    init(_ health: WebsiteHealth) {
        switch health {
        case .unchecked: self = .unchecked
        case .good: self = .calm
        case .attention: self = .attention
        case .serious, .critical: self = .incident
        }
    }

    /// An open case wants attention; one that is overdue or serious is an incident until it ends.
    init(_ cases: CaseCounts.OfUnit) {
        if cases.overdue > 0 || cases.worst ?? .information >= .serious {
            self = .incident
        } else {
            self = cases.open > 0 ? .attention : .empty
        }
    }

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

    var chip: Chip {
        switch self {
        case .empty: Chip(.none, .placeWithoutWebsites)
        case .unchecked: Chip(.neutral, .Websites.healthUnchecked)
        case .calm: Chip(.ok, .Websites.healthGood)
        case .attention: Chip(.attention, .wantsAttention)
        case .incident: Chip(.incident, .hasIncident)
        }
    }
}
