import CPlacesData
import CSVReading
import Language
import Timekeeping

/// Tỉnh Nghệ An as the program ships it: facts, with their sources in docs/data-sources.md.
package struct ReferenceProvince: Sendable {
    package let units: [Unit]
    package let successions: [Succession]
    /// The shipped layout of the hexagon map of the communes since 2025-07-01.
    package let hexagons: [Unit.ID: HexagonCell]

    package var history: UnitHistory { UnitHistory(units: units, successions: successions) }

    package static let provinceID = Unit.ID(rawValue: "40")
    /// The resolution of the Standing Committee of the National Assembly of 16 June 2025 that merged the
    /// communes.
    package static let mergerDecision = "1678/NQ-UBTVQH15"

    /// Reads the files that the program carries inside itself.
    ///
    /// - Throws: ``PlacesError`` when a file was changed and no longer fits; a test reads them all.
    package static func load() throws(PlacesError) -> ReferenceProvince {
        let days = try Days()
        let province = Unit(
            id: provinceID,
            code: provinceID.rawValue,
            name: "Tỉnh Nghệ An",
            kind: .province,
            parent: nil,
            validFrom: days.provinceRestored
        )
        let before = try unitsBefore(days)
        return ReferenceProvince(
            units: [province] + (try departments(days)) + (try communes(days)) + before,
            successions: try successions(days),
            hexagons: try hexagons()
        )
    }

    /// The id of a unit that ended with the merger: the statistics office uses some of its codes again.
    static func endedID(_ code: String) -> Unit.ID { Unit.ID(rawValue: code + "~2024") }
}

extension ReferenceProvince {
    private static func departments(_ days: Days) throws(PlacesError) -> [Unit] {
        try ReferenceTable(places_departments, columns: ["id", "name"]).rows { (row) throws(PlacesError) in
            let id = try row.text("id")
            return Unit(
                id: Unit.ID(rawValue: id),
                code: id,
                name: try row.text("name"),
                kind: .department,
                parent: provinceID,
                validFrom: days.departments
            )
        }
    }

    private static func communes(_ days: Days) throws(PlacesError) -> [Unit] {
        let columns = ["code", "name", "type", "latitude", "longitude", "area_km2"]
        return try ReferenceTable(places_communes_2025, columns: columns).rows { (row) throws(PlacesError) in
            let code = try row.text("code")
            return Unit(
                id: Unit.ID(rawValue: code),
                code: code,
                name: try row.text("name"),
                kind: try row.value("type") { UnitKind(rawValue: $0) },
                parent: provinceID,
                validFrom: days.merger,
                location: try row.location(),
                areaKm2: try row.value("area_km2") { Double($0) }
            )
        }
    }

    /// The districts and communes that ended with the merger, each district before its communes.
    private static func unitsBefore(_ days: Days) throws(PlacesError) -> [Unit] {
        let columns = [
            "code", "name", "type", "district_code", "district", "district_type", "latitude", "longitude",
        ]
        let table = ReferenceTable(places_communes_before_2025_07, columns: columns)
        let communes: [(commune: Unit, district: String)] = try table.rows { (row) throws(PlacesError) in
            let code = try row.text("code")
            let district = try row.text("district_code")
            let commune = Unit(
                id: endedID(code),
                code: code,
                name: try row.text("name"),
                kind: try row.value("type") { kinds[$0] },
                parent: endedID(district),
                validFrom: days.listBeforeMerger,
                validTo: days.merger,
                location: try row.location()
            )
            return (commune, try row.text("district"))
        }
        let districts = Dictionary(grouping: communes) { $0.commune.parent }.compactMap {
            id,
            members -> Unit? in
            guard let id, let name = members.first?.district else { return nil }
            return Unit(
                id: id,
                code: String(id.rawValue.prefix { $0 != "~" }),
                name: name,
                kind: .district,
                parent: provinceID,
                validFrom: days.listBeforeMerger,
                validTo: days.merger
            )
        }
        return districts.sorted { $0.id < $1.id } + communes.map(\.commune)
    }

    private static let kinds: [String: UnitKind] = ["Xã": .commune, "Phường": .ward, "Thị trấn": .town]

    private static func successions(_ days: Days) throws(PlacesError) -> [Succession] {
        let columns = ["old_code", "new_code", "kind"]
        return try ReferenceTable(places_successions_2025_07_01, columns: columns).rows {
            (row) throws(PlacesError) in
            Succession(
                from: endedID(try row.text("old_code")),
                to: Unit.ID(rawValue: try row.text("new_code")),
                day: days.merger,
                decision: mergerDecision,
                share: try row.value("kind") { $0 == "whole" ? .whole : nil }
            )
        }
    }

    private static func hexagons() throws(PlacesError) -> [Unit.ID: HexagonCell] {
        let columns = ["code", "column", "row"]
        let cells = try ReferenceTable(places_hexagons, columns: columns).rows { (row) throws(PlacesError) in
            (
                Unit.ID(rawValue: try row.text("code")),
                HexagonCell(
                    column: try row.value("column") { Int($0) },
                    row: try row.value("row") { Int($0) }
                )
            )
        }
        return Dictionary(cells) { first, _ in first }
    }
}

/// The days on which the shipped facts turn.
private struct Days {
    /// The National Assembly restored the province on this day.
    let provinceRestored: Day
    /// From this day the 412 communes and 20 districts were as listed (1243/NQ-UBTVQH15); most are older.
    let listBeforeMerger: Day
    /// From this day the departments are the 14 of resolution 07/NQ-HĐND of the province.
    let departments: Day
    /// On this day communes merged and districts ended (1678/NQ-UBTVQH15).
    let merger: Day

    init() throws(PlacesError) {
        guard let provinceRestored = Day(year: 1991, month: 8, day: 12),
            let listBeforeMerger = Day(year: 2024, month: 12, day: 1),
            let departments = Day(year: 2025, month: 3, day: 1),
            let merger = Day(year: 2025, month: 7, day: 1)
        else { throw PlacesError(.importInvalid, "a day of the reference data is no day") }
        self.provinceRestored = provinceRestored
        self.listBeforeMerger = listBeforeMerger
        self.departments = departments
        self.merger = merger
    }
}
