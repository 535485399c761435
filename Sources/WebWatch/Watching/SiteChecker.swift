import HTMLParsing
import Timekeeping

/// Makes the checks: fetches and judges, and writes nothing.
struct SiteChecker: Sendable {
    let fetcher: any WebsiteFetcher
    let clock: WallClock
    let settings: CheckSettings
    let outageRule: OutageRule

    /// Whether the site answers, with its certificate and whether its start page changed.
    func light(_ order: CheckOrder, _ known: WatchedSite) async -> CheckReport {
        let started = clock.now()
        let request = FetchRequest(url: known.url, etag: known.etag, lastModified: known.lastModified)
        let result = await fetcher.fetch(request)
        var report = report(order, known, result, started)
        guard let answer = result.answer, answer.status < 300 else { return report }
        let hash = ContentHash.of(answer.body)
        let isChanged = hash != known.contentHash
        report.site.contentHash = hash
        report.site.etag = answer.header("etag")
        report.site.lastModified = answer.header("last-modified")
        report.end = CheckEnd(result, changed: isChanged)
        return report
    }

    /// Everything that one page, asked for by four identities, and the sitemap can tell.
    func deep(_ order: CheckOrder, _ known: WatchedSite, _ baseline: Baseline?) async -> CheckReport {
        let started = clock.now()
        let result = await fetcher.fetch(FetchRequest(url: known.url))
        var report = report(order, known, result, started)
        var look = report.look ?? Look(kinds: [], findings: [])
        let redirects = RedirectCheck.findings(result, url: known.url, settings: settings)
        if result.answer != nil || !redirects.isEmpty { look.kinds.insert(.redirect) }
        look.findings += redirects
        if let certificate = result.certificate {
            look.kinds.insert(.certificate)
            look.findings += CertificateCheck.findings(
                certificate,
                url: known.url,
                settings: settings,
                now: clock.now()
            )
        } else if known.url.hasPrefix("http:"), result.answer != nil {
            look.kinds.insert(.certificate)  // there is none any more
        }
        if let answer = result.answer, answer.status < 400 {
            report.site.contentHash = ContentHash.of(answer.body)
            report.isConclusive = true
            await read(answer, baseline, &look, &report)
        }
        report.look = look
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

    private func read(
        _ answer: Answer,
        _ baseline: Baseline?,
        _ look: inout Look,
        _ report: inout CheckReport
    ) async {
        look.kinds.insert(.unreadable)
        let facts: PageFacts
        do { facts = try PageFacts(answer) } catch {
            look.findings.append(UnreadableCheck.finding(error, on: report.site.url))
            report.isConclusive = false
            return
        }
        let visitor = PageInspection(facts, baseline: baseline, settings: settings, host: report.site.host)
        look.kinds.formUnion(PageChecks.all.map { $0.kind })
        look.findings += PageChecks.findings(in: visitor)
        let others = await inspectAsOthers(report.site, baseline)
        let cloaked = CloakingCheck.findings(visitor: visitor, others: others)
        // who does not answer all of them may be hiding something, so that this look clears nothing
        if others.count == VisitorIdentity.allCases.count - 1 || !cloaked.isEmpty {
            look.kinds.insert(.cloaking)
        }
        look.findings += cloaked
        var page = facts.baseline(at: report.result.at)
        await readSitemap(report.site, baseline, &look, &page)
        report.page = page
    }

    /// One after the other, so that a check holds the bytes of one page at a time and the host sees one visitor.
    private func inspectAsOthers(
        _ site: WatchedSite,
        _ baseline: Baseline?
    ) async -> [(identity: VisitorIdentity, page: PageInspection)] {
        var others: [(identity: VisitorIdentity, page: PageInspection)] = []
        for identity in VisitorIdentity.allCases where identity != .visitor {
            let result = await fetcher.fetch(FetchRequest(url: site.url, identity: identity))
            guard let answer = result.answer, let facts = try? PageFacts(answer) else { continue }
            others.append(
                (identity, PageInspection(facts, baseline: baseline, settings: settings, host: site.host))
            )
        }
        return others
    }

    private func readSitemap(
        _ site: WatchedSite,
        _ baseline: Baseline?,
        _ look: inout Look,
        _ page: inout Baseline
    ) async {
        guard let url = AddressParser(base: site.url).parse("/sitemap.xml")?.href else { return }
        let result = await fetcher.fetch(FetchRequest(url: url))
        guard let answer = result.answer else { return }
        look.kinds.insert(.parasitePages)
        guard answer.status == 200 else { return }
        let addresses = Sitemap.addresses(in: answer.body)
        guard !addresses.isEmpty else { return }
        look.findings += ParasitePagesCheck.findings(
            addresses,
            url: site.url,
            baseline: baseline,
            settings: settings
        )
        page.sitemapPages = Set(addresses.map(Sitemap.hash(of:)))
    }
}

/// Whether a page is another one than before.
enum ContentHash {
    /// Of the bytes without digits, so that a counter, a clock or a date is no change.
    static func of(_ body: [UInt8]) -> UInt64 {
        var hash = StableHash()
        for byte in body where !(0x30...0x39).contains(byte) { hash.add(byte) }
        return hash.value
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
