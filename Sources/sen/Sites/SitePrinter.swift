import AuditLog
import Database
import Language
import Places
import Timekeeping
import WebWatch

/// Prints websites for a person or for a program.
struct SitePrinter {
    /// The units of today, for their names.
    let tree: UnitTree

    private static let healthWidth = 16
    private static let urlWidth = 44

    private struct Line: Encodable {
        let id, url, name, unit, kind, criticality, state, health: String
        let unitName, pausedUntil, retiredAt: String?
        let responsible, contact, licence, licenceIssued, licenceExpires: String?
        let lastLightCheck, lastDeepCheck, outcome: String?
        let addedAt: String
        let version: Int
    }

    /// Health, address, unit and name.
    func row(_ found: WatchedWebsite) -> String {
        let details = found.website.details
        return [
            Spoken.text(found.status.health.text).padded(to: Self.healthWidth),
            details.address.url.padded(to: Self.urlWidth),
            "\(unitName(details.unit)): \(Printable.text(details.name))",
        ].joined(separator: "  ")
    }

    func json(_ found: WatchedWebsite) -> String {
        let (website, details, status) = (found.website, found.website.details, found.status)
        let (state, pausedUntil, retiredAt) = parts(of: website.state)
        return JSONLine.text(
            Line(
                id: website.id.description,
                url: details.address.url,
                name: details.name,
                unit: details.unit.rawValue,
                kind: details.kind.rawValue,
                criticality: details.criticality.rawValue,
                state: state.rawValue,
                health: Sites.HealthName(status.health).rawValue,
                unitName: tree.unit(details.unit)?.name,
                pausedUntil: pausedUntil?.rfc3339,
                retiredAt: retiredAt?.rfc3339,
                responsible: details.responsible?.name,
                contact: details.responsible?.contact,
                licence: details.licence?.number,
                licenceIssued: details.licence?.issued?.iso8601,
                licenceExpires: details.licence?.expires?.iso8601,
                lastLightCheck: status.lastLightCheck?.rfc3339,
                lastDeepCheck: status.lastDeepCheck?.rfc3339,
                outcome: status.outcome,
                addedAt: website.addedAt.rfc3339,
                version: website.version
            )
        )
    }

    private func parts(of state: WebsiteState) -> (WebsiteFilter.State, paused: Instant?, retired: Instant?) {
        switch state {
        case .watched: (.watched, nil, nil)
        case .paused(let until): (.paused, until, nil)
        case .retired(let at): (.retired, nil, at)
        }
    }

    func unitName(_ id: Unit.ID) -> String { Printable.text(tree.unit(id)?.name ?? id.rawValue) }
}

extension SitePrinter {
    /// All about one website, one line for each thing.
    func description(of found: WatchedWebsite, findings: [TrackedFinding], baseline: KeptBaseline) -> String {
        let details = found.website.details
        var lines = ["\(Printable.text(details.name)): \(details.address.url)"]
        func add(_ label: Text, _ value: String?) {
            if let value { lines.append("  \(Spoken.text(label)): \(value)") }
        }
        add(.Sites.unit, "\(unitName(details.unit)) (\(details.unit.rawValue))")
        add(.Sites.kind, Spoken.text(details.kind.text))
        add(.Sites.criticality, Spoken.text(details.criticality.text))
        add(.responsible, details.responsible.map(person))
        add(.licence, details.licence.map(licence))
        add(.Sites.state, Spoken.text(state(found.website.state)))
        add(.Sites.health, Spoken.text(found.status.health.text))
        add(.Sites.lastCheck, lastCheck(found.status))
        add(.Sites.baseline, words(baseline))
        add(.Sites.id, found.website.id.description)
        add(.Sites.findings, findings.isEmpty ? Spoken.text(.Sites.none) : "")
        return (lines + findings.map { "    " + line($0) }).joined(separator: "\n")
    }

    private var format: Formatting {
        Formatting(language: Spoken.language, calendar: World.civilCalendar)
    }

    private func person(_ person: ResponsiblePerson) -> String {
        Printable.text([person.name, person.contact].compactMap { $0 }.joined(separator: ", "))
    }

    private func licence(_ licence: Licence) -> String {
        let days = [licence.issued, licence.expires].map { $0.map(Spoken.day) ?? "…" }
        let dates =
            licence.issued == nil && licence.expires == nil ? "" : " (\(days.joined(separator: " – ")))"
        return Printable.text(licence.number) + dates
    }

    private func state(_ state: WebsiteState) -> Text {
        switch state {
        case .watched: .Sites.watched
        case .paused(let until): .Sites.paused(until: format.dateTime(until))
        case .retired(let at): .Sites.retired(at: format.dateTime(at))
        }
    }

    private func lastCheck(_ status: WebsiteStatus) -> String {
        guard let at = [status.lastLightCheck, status.lastDeepCheck].compactMap({ $0 }).max() else {
            return Spoken.text(.Sites.notChecked)
        }
        return [format.dateTime(at), status.outcome].compactMap { $0 }.joined(separator: ", ")
    }

    private func words(_ kept: KeptBaseline) -> String {
        let present: Text =
            kept.baseline == nil
            ? .Sites.baselineMissing
            : kept.acceptedBy.map { .Sites.baselineAccepted(by: $0.code) } ?? .Sites.baselineLearned
        let waits: [Text] = kept.candidate == nil ? [] : [.Sites.baselineWaits]
        return ([present] + waits).map(Spoken.text).joined(separator: "; ")
    }

    private func line(_ found: TrackedFinding) -> String {
        let state: Text = found.state == .confirmed ? .Sites.confirmed : .Sites.suspected
        return [
            Spoken.text(found.finding.kind.name), Spoken.text(found.finding.severity.name),
            Spoken.text(state),
            format.dateTime(found.firstSeenAt), Printable.text(found.finding.url),
        ].joined(separator: " · ")
    }
}
