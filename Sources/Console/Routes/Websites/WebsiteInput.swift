import Language
import Places
import Serving
import Timekeeping
import WebWatch

/// What somebody typed into the form of a website, kept as it was typed until it is right.
struct WebsiteInput: Sendable {
    private var values: [String: String] = [:]

    private static let names = [
        "url", "name", "unit", "kind", "criticality", "responsible", "contact", "licence", "issued",
        "expires",
    ]

    init() {
        values["kind"] = WebsiteKind.statePortal.rawValue
        values["criticality"] = Criticality.ordinary.rawValue
    }

    init(_ form: FormFields) {
        for name in Self.names { values[name] = form[name] }
    }

    init(_ details: WebsiteDetails) {
        values = [
            "url": details.address.url, "name": details.name, "unit": details.unit.rawValue,
            "kind": details.kind.rawValue, "criticality": details.criticality.rawValue,
        ]
        values["responsible"] = details.responsible?.name
        values["contact"] = details.responsible?.contact
        values["licence"] = details.licence?.number
        values["issued"] = details.licence?.issued?.iso8601
        values["expires"] = details.licence?.expires?.iso8601
    }

    /// - Throws: ``WebsiteError`` for what cannot be understood; the store checks the rest.
    func details() throws(WebsiteError) -> WebsiteDetails {
        let address = try WebsiteAddress(values["url"] ?? "")
        guard let unit = values["unit"] else { throw WebsiteError(.unitUnknown, "no unit was chosen") }
        guard let kind = values["kind"].flatMap({ WebsiteKind(rawValue: $0) }),
            let criticality = values["criticality"].flatMap({ Criticality(rawValue: $0) })
        else { throw WebsiteError(.textMissing, "kind or criticality is none of the list") }
        let (issued, expires) = (try day("issued"), try day("expires"))
        return WebsiteDetails(
            address: address,
            name: values["name"] ?? "",
            unit: Places.Unit.ID(rawValue: unit),
            kind: kind,
            criticality: criticality,
            responsible: values["responsible"].map {
                ResponsiblePerson(name: $0, contact: values["contact"])
            },
            licence: values["licence"].map { Licence(number: $0, issued: issued, expires: expires) }
        )
    }

    private func day(_ name: String) throws(WebsiteError) -> Day? {
        guard let typed = values[name] else { return nil }
        guard let day = Day(iso8601: typed) else {
            let field: Text = name == "issued" ? .licenceIssued : .licenceExpires
            throw WebsiteError(.textMissing, "\(name) is no day", text: .dayUnreadable(field))
        }
        return day
    }

    func fields(units: [Places.Unit], _ language: Language) -> [Field] {
        func value(_ name: String) -> String { values[name] ?? "" }
        let unitOptions = units.map { (value: $0.id.rawValue, label: $0.name) }
        let kinds = WebsiteKind.allCases.map { (value: $0.rawValue, label: $0.text(language)) }
        let criticalities = Criticality.allCases.map { (value: $0.rawValue, label: $0.text(language)) }
        return [
            Field(
                "url",
                .websiteAddress,
                kind: .text,
                value: value("url"),
                help: .websiteAddressHelp,
                isRequired: true
            ),
            Field("name", .Websites.fieldName, value: value("name"), isRequired: true),
            Field("unit", .owningUnit, kind: .choice(unitOptions), value: value("unit"), isRequired: true),
            Field("kind", .kindByLaw, kind: .choice(kinds), value: value("kind"), isRequired: true),
            Field(
                "criticality",
                .criticality,
                kind: .choice(criticalities),
                value: value("criticality"),
                help: .criticalityHelp,
                isRequired: true
            ),
            Field("responsible", .responsible, value: value("responsible")),
            Field("contact", .Websites.fieldContact, value: value("contact"), help: .contactHelp),
            Field("licence", .licence, value: value("licence"), help: .licenceHelp),
            Field("issued", .licenceIssued, kind: .date, value: value("issued")),
            Field("expires", .licenceExpires, kind: .date, value: value("expires")),
        ]
    }
}
