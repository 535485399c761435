import Database
import Language
import Places
import Timekeeping
import WebWatch

/// A website as the API shows and takes it.
enum WebsiteShape {
    static let kinds = WebsiteKind.allCases.map(\.rawValue)
    static let criticalities = Criticality.allCases.map(\.rawValue)
    static let states = WebsiteFilter.State.allCases.map(\.rawValue)
    static let healthCodes = WebsiteHealth.allCases.map(\.code)

    private static let person = Schema.object([
        .required("name", .text(min: 1, max: WebsiteField.responsible.charactersMax)),
        .optional("contact", .nullable(.text(min: 1, max: WebsiteField.contact.charactersMax))),
    ])
    private static let licence = Schema.object([
        .required("number", .text(min: 1, max: WebsiteField.licence.charactersMax)),
        .optional("issued", .nullable(.day)), .optional("expires", .nullable(.day)),
    ])
    static let unitID = Schema.text(min: 1, max: Places.Unit.ID.charactersMax)

    /// What an officer enters.
    static let details = Schema.named(
        "WebsiteDetails",
        .object([
            .required(
                "address",
                .text(min: 1, max: WebsiteAddress.bytesMax, format: .uri, pattern: "^https?://")
            ),
            .required("name", .text(min: 1, max: WebsiteField.name.charactersMax)), .required("unit", unitID),
            .required("kind", .choice(kinds)), .required("criticality", .choice(criticalities)),
            .optional("responsible", .nullable(person)), .optional("licence", .nullable(licence)),
        ])
    )

    private static let certificate = Schema.object([
        .required("verdict", .string), .required("subject", .string), .required("issuer", .string),
        .required("notAfter", .nullable(.instant)),
    ])

    static let schema = Schema.named(
        "Website",
        .object([
            .required("id", .uuid), .required("address", .string), .required("name", .string),
            .required("unit", .string), .required("kind", .choice(kinds)),
            .required("criticality", .choice(criticalities)), .required("responsible", .nullable(person)),
            .required("licence", .nullable(licence)), .required("state", .choice(states)),
            .required("pausedUntil", .nullable(.instant)), .required("retiredAt", .nullable(.instant)),
            .required("health", .choice(healthCodes)), .required("outcome", .nullable(.string)),
            .required("lastLightCheck", .nullable(.instant)), .required("lastDeepCheck", .nullable(.instant)),
            .required("milliseconds", .nullable(.integer(min: 0))),
            .required("certificate", .nullable(certificate)),
            .required("version", .integer(min: 1)), .required("addedAt", .instant),
            .required("changedAt", .instant),
        ])
    )

    static func json(_ found: WatchedWebsite) -> JSON {
        let (website, status) = (found.website, found.status)
        let details = website.details
        return JSON([
            ("id", .text(website.id.description)), ("address", .text(details.address.url)),
            ("name", .text(details.name)), ("unit", .text(details.unit.rawValue)),
            ("kind", .text(details.kind.rawValue)), ("criticality", .text(details.criticality.rawValue)),
            ("responsible", json(details.responsible)), ("licence", json(details.licence)),
            ("state", .text(website.state.code)), ("pausedUntil", JSON(website.state.pausedUntil)),
            ("retiredAt", JSON(website.state.retiredAt)), ("health", .text(status.health.code)),
            ("outcome", JSON(status.outcome)), ("lastLightCheck", JSON(status.lastLightCheck)),
            ("lastDeepCheck", JSON(status.lastDeepCheck)), ("milliseconds", JSON(status.totalMilliseconds)),
            ("certificate", json(status.certificate)), ("version", JSON(website.version)),
            ("addedAt", JSON(website.addedAt)), ("changedAt", JSON(website.changedAt)),
        ])
    }

    private static func json(_ person: ResponsiblePerson?) -> JSON {
        guard let person else { return .null }
        return ["name": .text(person.name), "contact": JSON(person.contact)]
    }

    private static func json(_ licence: Licence?) -> JSON {
        guard let licence else { return .null }
        return [
            "number": .text(licence.number), "issued": JSON(licence.issued), "expires": JSON(licence.expires),
        ]
    }

    private static func json(_ certificate: CertificateSummary?) -> JSON {
        guard let certificate else { return .null }
        return [
            "verdict": .text(certificate.verdict.rawValue), "subject": .text(certificate.subject),
            "issuer": .text(certificate.issuer), "notAfter": JSON(certificate.notAfter),
        ]
    }
}

// What callers send.
extension WebsiteShape {
    /// The details of a body that fits ``details``.
    static func read(_ body: JSON) throws -> WebsiteDetails {
        guard let name = body["name"]?.text, let unit = body["unit"]?.text,
            let kind = body["kind"]?.text.flatMap({ WebsiteKind(rawValue: $0) }),
            let criticality = body["criticality"]?.text.flatMap({ Criticality(rawValue: $0) })
        else { throw APIError(.fieldMissing, "the body does not fit its schema") }
        return WebsiteDetails(
            address: try WebsiteAddress(body["address"]?.text ?? ""),
            name: name,
            unit: Places.Unit.ID(rawValue: unit),
            kind: kind,
            criticality: criticality,
            responsible: body["responsible"].flatMap(person),
            licence: body["licence"].flatMap(licence)
        )
    }

    private static func person(_ value: JSON) -> ResponsiblePerson? {
        value["name"]?.text.map { ResponsiblePerson(name: $0, contact: value["contact"]?.text) }
    }

    private static func licence(_ value: JSON) -> Licence? {
        func day(_ name: String) -> Day? { value[name]?.text.flatMap { Day(iso8601: $0) } }
        return value["number"]?.text.map {
            Licence(number: $0, issued: day("issued"), expires: day("expires"))
        }
    }
}

extension WebsiteHealth {
    var code: String { "\(self)" }
}

extension WebsiteState {
    var code: String {
        switch self {
        case .watched: "watched"
        case .paused: "paused"
        case .retired: "retired"
        }
    }
    var pausedUntil: Instant? { if case .paused(let until) = self { until } else { nil } }
    var retiredAt: Instant? { if case .retired(let at) = self { at } else { nil } }
}
