import CSVReading
import Language
import Places
import Timekeeping

/// One row of a list of websites, read as far as it can be without the registry.
struct WebsiteRecord: Sendable {
    let line: Int
    private(set) var address: WebsiteAddress?
    private(set) var problems: [Text] = []
    private var fields: [WebsiteColumn: String] = [:]
    private var unit: Places.Unit.ID?
    private var kind: WebsiteKind?
    private var criticality: Criticality?
    private var issued: Day?
    private var expires: Day?

    init(_ row: CSVRow, positions: [WebsiteColumn: Int], units: UnitNames) {
        line = row.line
        for (column, position) in positions {
            fields[column] = CSVGuard.removed(from: row.fields[position].trimmingBlanks)
        }
        do { address = try WebsiteAddress(fields[.url] ?? "") } catch { problems.append(error.text) }
        unit = units.unit(meantBy: fields[.unit] ?? "")
        if unit == nil { problems.append(.Websites.unitUnknown(fields[.unit] ?? "")) }
        kind = choice(.kind, names: { [$0.rawValue, $0.text.vi, $0.text.en] })
        criticality = choice(.criticality, names: { [$0.rawValue, $0.text.vi, $0.text.en] })
        issued = day(.licenceIssued)
        expires = day(.licenceExpires)
    }

    /// A row that is no row of the file's table.
    init(line: Int, problem: Text) {
        self.line = line
        problems = [problem]
    }

    /// The details of the website as the row wants them; a column that the file does not have leaves `known` as it is.
    func details(_ known: WebsiteDetails?) throws(WebsiteError) -> WebsiteDetails {
        guard let address, let unit else { throw WebsiteError(.importInvalid, "the row has problems") }
        var details =
            known ?? WebsiteDetails(address: address, name: "", unit: unit, kind: .statePortal)
        details.unit = unit
        details.name = fields[.name] ?? ""
        if let kind { details.kind = kind }
        if let criticality { details.criticality = criticality }
        if fields[.responsible] != nil || fields[.contact] != nil {
            let name = fields[.responsible] ?? details.responsible?.name ?? ""
            let contact = fields[.contact] ?? details.responsible?.contact ?? ""
            details.responsible =
                name.isEmpty ? nil : ResponsiblePerson(name: name, contact: contact.isEmpty ? nil : contact)
        }
        if let number = fields[.licence] {
            details.licence = number.isEmpty ? nil : Licence(number: number, issued: issued, expires: expires)
        }
        return try details.checked()
    }

    private mutating func choice<T: CaseIterable>(_ column: WebsiteColumn, names: (T) -> [String]) -> T? {
        guard let typed = fields[column]?.folded, !typed.isEmpty else { return nil }
        if let meant = T.allCases.first(where: { names($0).contains { $0.folded == typed } }) { return meant }
        problems.append(.Websites.choiceUnknown(column.rawValue, fields[column] ?? ""))
        return nil
    }

    /// `2026-11-24` or, as people write it here, `24/11/2026`.
    private mutating func day(_ column: WebsiteColumn) -> Day? {
        guard let typed = fields[column], !typed.isEmpty else { return nil }
        let parts = typed.split(separator: "/").compactMap { Int($0) }
        let civil = parts.count == 3 ? Day(year: parts[2], month: parts[1], day: parts[0]) : nil
        if let day = Day(iso8601: typed) ?? civil { return day }
        problems.append(.Websites.dayInvalid(column.rawValue, typed))
        return nil
    }
}

/// The units by what people call them in a file.
struct UnitNames: Sendable {
    private var ids: [String: Places.Unit.ID?] = [:]

    /// A name that two units share means neither.
    init(_ tree: UnitTree) {
        for unit in tree.units {
            let name = unit.name.folded
            ids[name] = ids[name] == nil ? .some(unit.id) : .some(nil)
        }
        for unit in tree.units { ids[unit.id.rawValue] = unit.id }
    }

    func unit(meantBy typed: String) -> Places.Unit.ID? { ids[typed] ?? ids[typed.folded] ?? nil }
}

extension String {
    fileprivate var trimmingBlanks: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }),
            let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
