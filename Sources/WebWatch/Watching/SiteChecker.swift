import Timekeeping

/// Makes the checks: fetches and judges, and writes nothing.
struct SiteChecker: Sendable {
    let fetcher: any WebsiteFetcher
    let clock: WallClock
    let settings: CheckSettings
    let outageRule: OutageRule

    /// Whether the site answers, by which certificate, and whether its start page changed.
    ///
    /// The certificate is judged here too: an hour until the next deep check is an hour of warnings in every browser.
    func light(_ order: CheckOrder, _ known: WatchedSite) async -> CheckReport {
        let started = clock.now()
        let request = FetchRequest.probe(known.url, etag: known.etag, lastModified: known.lastModified)
        let result = await fetcher.fetch(request)
        var report = report(order, known, result, started)
        if let bad = CertificateCheck.findings(result, url: known.url, settings: settings, now: started) {
            report.see(bad, of: [.certificate])
        }
        guard let answer = result.answer, answer.status < 300 else { return report }
        let hash = ContentHash.of(answer.body)
        let isChanged = hash != known.contentHash
        report.site.contentHash = hash
        report.site.etag = answer.header("etag")
        report.site.lastModified = answer.header("last-modified")
        report.end = CheckEnd(result, changed: isChanged)
        return report
    }

    /// Everything that a visit to the start page, asked for by four identities, and the files beside it can tell.
    func deep(_ order: CheckOrder, _ known: WatchedSite, _ baseline: Baseline?) async -> CheckReport {
        let visitor = SiteVisitor(fetcher: fetcher, clock: clock, thoroughness: .watching)
        let visit = await visitor.visit(known.url, .deep, withResources: true)
        var report = report(order, known, visit.visitor.result, visit.startedAt)
        let judgement = SiteJudgement(visit: visit, baseline: baseline, settings: settings)
        report.see(judgement.findingsBesidesOutage(), of: judgement.kindsLookedAt)
        report.isConclusive = judgement.isWhole
        if let hash = visit.visitor.contentHash { report.site.contentHash = hash }
        if judgement.isWhole { report.page = visit.baseline }
        return report
    }

    /// What both kinds of check tell: result, certificate and whether an outage has begun or ended.
    private func report(
        _ order: CheckOrder,
        _ known: WatchedSite,
        _ result: FetchResult,
        _ started: Instant
    ) -> CheckReport {
        var site = known
        let decision = site.availability.record(Reachability(result), at: clock.now(), by: outageRule)
        var findings: [Finding] = []
        switch site.availability.state {
        case .down(let outage), .returning(let outage, _):
            findings.append(UnavailableCheck.finding(of: outage, on: known.url))
        case .up, .suspected: break
        }
        if let firewall = UnavailableCheck.firewallFinding(result, on: known.url) {
            findings.append(firewall)
        }
        let hasNews = decision != .nothing || order.kind == .deep
        return CheckReport(
            order: order,
            site: site,
            result: CheckResult(order.kind, result, at: started),
            end: CheckEnd(result, changed: false),
            certificate: result.certificate.map(CertificateSummary.init),
            look: hasNews ? Look(kinds: [.unavailable], findings: findings) : nil
        )
    }
}

extension CheckResult {
    init(_ kind: CheckOrder.Kind, _ result: FetchResult, at started: Instant) {
        self.init(
            at: started,
            kind: kind,
            status: result.answer?.status,
            failure: result.failure?.code,
            totalMilliseconds: Int(clamping: max(0, result.timing.totalMicroseconds / 1_000))
        )
    }
}
