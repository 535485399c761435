import CSVReading
package import Language
import Timekeeping

/// One row of a file of units.
struct UnitRecord {
    static let required = ["code", "name", "kind"]
    static let optional = [
        "id", "parent", "electronic_identifier", "valid_from", "valid_to", "latitude", "longitude",
        "area_km2",
    ]

    let record: CSVRecord
    let columns: Set<String>
    let history: UnitHistory
    let today: Day
    private var problems: [Text] = []

    init(record: CSVRecord, columns: Set<String>, history: UnitHistory, today: Day) {
        self.record = record
        self.columns = columns
        self.history = history
        self.today = today
    }

    /// What the row would do; `firstLines` keeps where each id was first seen.
    mutating func outcome(firstLines: inout [Unit.ID: Int]) -> UnitImport.Outcome {
        let unit = unit()
        if let first = firstLines.updateValue(record.line, forKey: unit.id) {
            problems.append(.unitTwiceInFile(firstLine: first))
            firstLines[unit.id] = first
        }
        problems += unit.problems
        guard problems.isEmpty else { return .refused(problems) }
        guard let known = history.units[unit.id] else { return .added(unit) }
        return known == unit ? .unchanged(unit) : .changed(unit)
    }

    private mutating func unit() -> Unit {
        let code = record["code"] ?? ""
        let id = Unit.ID(rawValue: record["id"] ?? code.lowercased())
        let known = history.units[id]
        return Unit(
            id: id,
            code: code,
            electronicIdentifier: identifier(otherwise: known?.electronicIdentifier),
            name: record["name"] ?? "",
            kind: kind(),
            parent: columns.contains("parent")
                ? record["parent"].map(Unit.ID.init(rawValue:)) : known?.parent,
            validFrom: day("valid_from") ?? known?.validFrom ?? today,
            validTo: columns.contains("valid_to") ? day("valid_to") : known?.validTo,
            location: location(otherwise: known?.location),
            areaKm2: columns.contains("area_km2") ? number("area_km2") : known?.areaKm2
        )
    }

    private mutating func identifier(otherwise known: ElectronicIdentifier?) -> ElectronicIdentifier? {
        guard columns.contains("electronic_identifier") else { return known }
        guard let text = record["electronic_identifier"] else { return nil }
        do { return try ElectronicIdentifier(text) } catch {
            problems.append(error.text)
            return nil
        }
    }

    private mutating func kind() -> UnitKind {
        guard let text = record["kind"] else {
            problems.append(.unitKindUnknown("", allowed: UnitKind.allCases.map(\.rawValue)))
            return .other
        }
        if let kind = UnitKind.allCases.first(where: { $0.isMeant(by: text) }) { return kind }
        problems.append(.unitKindUnknown(text, allowed: UnitKind.allCases.map(\.rawValue)))
        return .other
    }

    private mutating func day(_ column: String) -> Day? {
        guard let text = record[column] else { return nil }
        if let day = Day(iso8601: text) { return day }
        problems.append(.unitDayInvalid(column: column, text))
        return nil
    }

    private mutating func number(_ column: String) -> Double? {
        guard let text = record[column] else { return nil }
        if let number = Double(text), number.isFinite { return number }
        problems.append(.unitNumberInvalid(column: column, text))
        return nil
    }

    private mutating func location(otherwise known: GeographicPoint?) -> GeographicPoint? {
        guard columns.contains("latitude") || columns.contains("longitude") else { return known }
        let (latitude, longitude) = (number("latitude"), number("longitude"))
        if record["latitude"] == nil && record["longitude"] == nil { return nil }
        if let latitude, let longitude, let point = GeographicPoint(latitude: latitude, longitude: longitude)
        {
            return point
        }
        problems.append(.unitLocationInvalid)
        return nil
    }
}

extension UnitKind {
    /// What the kind is called.
    package var text: Text {
        switch self {
        case .province: .unitKindProvince
        case .department: .unitKindDepartment
        case .district: .unitKindDistrict
        case .ward: .unitKindWard
        case .town: .unitKindTown
        case .commune: .unitKindCommune
        case .other: .unitKindOther
        }
    }

    /// People write the kind in the file's own word, or in Vietnamese or English with or without tones.
    fileprivate func isMeant(by typed: String) -> Bool {
        [rawValue, text.vi, text.en].map(SearchText.words).contains(SearchText.words(of: typed))
    }
}
