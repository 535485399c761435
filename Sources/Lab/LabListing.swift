package import Language
import Places
import Timekeeping

/// What the lab says of one site to a program.
package struct LabSiteStatus: Encodable, Sendable {
    package let host, url, view, name, unit, state, stateText: String
    package let attack, attackText: String?
    package let since: String
    package let edits: [String]
}

/// What the lab says of itself to a program.
package struct LabStatus: Encodable, Sendable {
    package let broken: Int
    package let brokenText: String
    package let startedAt: String
    package let sites: [LabSiteStatus]

    package init(_ state: LabState, port: Int, language: Language) {
        sites = state.sites.compactMap { site in
            state.entry(site.host).map { LabSiteStatus(site, $0, port: port, language: language) }
        }
        broken = sites.count { $0.attack != nil }
        brokenText = Text.labBrokenOf(broken, sites.count)(language)
        startedAt = state.startedAt.rfc3339
    }
}

extension LabSiteStatus {
    package init(_ site: LabSite, _ entry: LabState.Entry, port: Int, language: Language) {
        host = site.host
        url = LabAddress(port: port).url(site.host)
        view = LabAddress(port: port, suffix: LabAddress.browserSuffix).url(site.host)
        name = site.name
        unit = site.unit.rawValue
        state = entry.phase.code
        stateText = entry.phase.text(language)
        attack = entry.condition.attack?.rawValue
        attackText = entry.condition.attack?.name(language)
        since = entry.since.rfc3339
        edits = entry.condition.edits.map(\.rawValue)
    }
}

extension LabState.Phase {
    package var code: String {
        switch self {
        case .healthy: "healthy"
        case .edited: "edited"
        case .broken: "broken"
        case .cleaned: "cleaned"
        }
    }

    package var text: Text {
        switch self {
        case .healthy: .labHealthy
        case .edited: .labEdited
        case .broken: .labBroken
        case .cleaned: .labCleaned
        }
    }
}

/// The sites as the import of the registry reads them (RFC 4180).
package enum LabListing {
    package static let columns = ["url", "name", "unit", "kind", "criticality", "responsible", "licence"]

    package static func csv(_ sites: [LabSite], address: LabAddress) -> String {
        let rows = sites.map { site in
            [
                address.url(site.host), "Cổng thông tin điện tử \(site.nameInSentence) (giả lập)",
                site.unit.rawValue,
                "state-portal", "critical", site.responsible, site.licenceNumber,
            ]
        }
        return ([columns] + rows).map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
    }

    private static func field(_ text: String) -> String {
        guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
