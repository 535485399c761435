import Access
import Cases
import Database
import Hummingbird
import Language
import Places
import Serving
import Timekeeping
import WebWatch

/// `GET /websites/{id}`: one website, with what the reader may do now.
struct WebsitePageRoute: Sendable {
    let house: ConsoleHouse

    private static let checksShown = 20
    private static let casesShown = 10
    private static let chartSeconds = 86_400
    private static let availabilityDays = 30

    /// The website of the address, if the reader may see it.
    func find(_ context: SenContext) async throws -> WatchedWebsite {
        guard let id = Website.ID(try context.parameters.require("id")) else {
            throw WebsiteError(.notFound, "the address holds no website id")
        }
        return try await find(id, for: try context.signedIn())
    }

    private func find(_ id: Website.ID, for visitor: Visitor) async throws -> WatchedWebsite {
        try await house.watch.websites.find(
            id,
            within: house.access.scope(of: visitor.principal, to: ReadWebsite.self)
        )
    }

    func show(_ request: Request, _ context: SenContext) async throws -> Response {
        try await page(of: try await find(context), request, context)
    }

    func page(
        of found: WatchedWebsite,
        _ request: Request,
        _ context: SenContext,
        error: Text? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        var model = try await model(of: found, for: try context.signedIn())
        model.formError = error
        let events = ConsolePath.events(of: LivePage.website(found.website.id).name)
        let frame = await house.frame(for: request, context, events: events)
        return .page(WebsiteView.document(model, in: frame), status: status)
    }

    /// The parts that change.
    func fragments(of id: Website.ID, for visitor: Visitor, _ frame: Frame) async throws -> [LiveFragment] {
        let model = try await model(of: try await find(id, for: visitor), for: visitor)
        return [
            LiveFragment(name: "website-state", html: WebsiteView.state(model, frame)),
            LiveFragment(name: "website-findings", html: WebsiteView.findings(model, frame)),
            LiveFragment(name: "website-chart", html: WebsiteView.chart(model, frame)),
            LiveFragment(name: "website-checks", html: WebsiteView.checks(model, frame)),
        ]
    }

    private func model(of found: WatchedWebsite, for visitor: Visitor) async throws -> WebsiteModel {
        let (website, details, now) = (found.website, found.website.details, house.clock.now())
        let scope = house.access.scope(of: visitor.principal, to: ReadWebsite.self)
        let store = house.watch.websites
        let checks = try await store.checks(
            of: website.id,
            since: now - .seconds(Self.chartSeconds),
            within: scope
        )
        let kept = try await store.baseline(of: website.id, within: scope)
        let cases = try await cases(of: website, for: visitor)
        let tree = house.tree()
        return WebsiteModel(
            id: website.id.description,
            name: details.name,
            address: details.address.url,
            visitAddress: house.watch.visitAddress(details.address.url),
            unit: (tree.unit(details.unit)?.name ?? details.unit.rawValue, details.unit.rawValue),
            state: found.chip,
            legalKind: details.kind.text,
            responsible: details.responsible.map { [$0.name, $0.contact ?? ""].filter { !$0.isEmpty } }?
                .joined(separator: " · "),
            licence: details.licence?.number,
            criticality: details.criticality.text,
            nextCheck: found.nextCheck,
            availability: try await availability(of: website.id, checks, at: now, scope),
            findings: try await findings(of: website.id, scope, cases.first { $0.state.isOpen }),
            chart: ResponseChart(points: checks.map(\.point)),
            certificate: found.status.certificate.map(Self.certificate),
            baseline: await baseline(kept),
            checks: checks.suffix(Self.checksShown).reversed().map(Self.line),
            cases: cases.map { $0.line(tree) },
            acts: WebsiteChoices(house: house)
                .acts(on: website, hasCandidate: kept.candidate != nil, for: visitor)
        )
    }

    private func cases(of website: Website, for visitor: Visitor) async throws -> [Case] {
        let scope = house.access.scope(of: visitor.principal, to: ReadCase.self)
        var filter = CaseFilter()
        filter.subject = ("website", website.id.description)
        return try await house.cases.list(filter, countMax: Self.casesShown, within: scope).cases
    }

    private func findings(
        of id: Website.ID,
        _ scope: UnitScope,
        _ open: Case?
    ) async throws -> [WebsiteModel.Finding] {
        try await house.watch.websites.findings(of: id, within: scope).map { found in
            let quotes = found.finding.evidence.map { evidence in
                (
                    quote: evidence.highlighted, place: evidence.place,
                    reason: evidence.reason.text(evidence.value)
                )
            }
            let link = open.map { ($0.id.description, $0.number.description) }
            return WebsiteModel.Finding(
                state: found.chip,
                kind: found.finding.kind.name,
                pageAddress: found.finding.url,
                since: found.firstSeenAt,
                explanation: found.finding.kind.explanation,
                quotes: quotes,
                caseLink: found.state == .confirmed ? link : nil
            )
        }
    }

    /// Of the last 30 days: the days that are summed up, and the present day from its hours and single checks.
    private func availability(
        of id: Website.ID,
        _ checks: [CheckResult],
        at now: Instant,
        _ scope: UnitScope
    ) async throws -> Double? {
        let store = house.watch.websites
        let start = now - .seconds(Self.availabilityDays * 86_400)
        let days = try await store.days(of: id, since: start, within: scope)
        let today = house.calendar.instant(house.calendar.day(of: now))
        let present = checks.filter { $0.at >= today }
        let all = days.map(\.checks).reduce(present.count, +)
        let answered = days.map(\.answered).reduce(present.count { $0.isAnswered }, +)
        return all == 0 ? nil : Double(answered) / Double(all)
    }

    private static func certificate(_ kept: CertificateSummary) -> WebsiteModel.Certificate {
        WebsiteModel.Certificate(
            state: kept.verdict.chip,
            subject: kept.subject,
            issuer: kept.issuer,
            validTo: kept.notAfter,
            names: kept.dnsNames
        )
    }

    private func baseline(_ kept: KeptBaseline) async -> WebsiteModel.Baseline? {
        guard let baseline = kept.baseline else { return nil }
        var name: String?
        if let actor = kept.acceptedBy { name = await house.name(actor) }
        return WebsiteModel.Baseline(
            acceptedAt: baseline.takenAt,
            acceptedBy: name,
            differences: kept.candidate.map { BaselineDifferences.sentences(baseline, $0) } ?? []
        )
    }

    private static func line(_ check: CheckResult) -> WebsiteModel.Check {
        WebsiteModel.Check(
            at: check.at,
            kind: check.kind.name,
            state: check.chip,
            answer: check.answer,
            time: check.isAnswered ? .milliseconds(check.totalMilliseconds) : nil
        )
    }
}

extension CheckResult {
    fileprivate var point: ResponseChart.Point {
        ResponseChart.Point(at: at, time: isAnswered ? .milliseconds(totalMilliseconds) : nil)
    }
}
