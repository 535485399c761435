import HTMLParsing

/// What all checks find in one visit, and of what the visit could tell: pure functions of what was seen.
package struct SiteJudgement {
    private let visit: SiteVisit
    private let baseline: Baseline?
    private let settings: CheckSettings

    package init(visit: SiteVisit, baseline: Baseline?, settings: CheckSettings) {
        self.visit = visit
        self.baseline = baseline
        self.settings = settings
    }

    /// With what the attempts themselves tell of an outage; the gravest first, each trouble once.
    package func findings() -> [Finding] { sorted(reach() + lasting()) }

    /// Without outages, which the watch judges over several checks.
    func findingsBesidesOutage() -> [Finding] { sorted(lasting()) }

    private func lasting() -> [Finding] {
        (certificate() ?? []) + RedirectCheck.findings(result, url: visit.url, settings: settings)
            + page() + cloaking() + sitemap() + resources()
    }

    private func sorted(_ all: [Finding]) -> [Finding] {
        var seen: Set<String> = []
        return all.filter { seen.insert($0.fingerprint).inserted }.sorted { $0.severity > $1.severity }
    }

    /// The kinds that would have been found had they been there: their absence means that they are gone.
    var kindsLookedAt: Set<CheckKind> {
        var kinds: Set<CheckKind> = []
        let away = RedirectCheck.findings(result, url: visit.url, settings: settings)
        if result.answer != nil || !away.isEmpty { kinds.insert(.redirect) }
        if certificate() != nil { kinds.insert(.certificate) }
        let wasRead = visit.visitor.facts != nil || visit.visitor.unreadable != nil
        if wasRead || unread() != nil { kinds.insert(.unreadable) }
        guard isWhole else { return kinds }
        kinds.formUnion(PageChecks.all.map { $0.kind })
        // Who does not answer all of them may be hiding something, so that such a look clears nothing.
        if visit.others.allSatisfy({ $0.facts != nil }) || !cloaking().isEmpty { kinds.insert(.cloaking) }
        if visit.isSitemapKnown { kinds.insert(.parasitePages) }
        if visit.hasAllResources { kinds.insert(.resources) }
        return kinds
    }

    /// Whether the start page was read from its beginning to its end.
    var isWhole: Bool { visit.visitor.facts != nil && unread() == nil }

    private var result: FetchResult { visit.visitor.result }
    private var host: String? { WebAddress(visit.url)?.host }

    /// Every attempt has failed when the last one has.
    private func reach() -> [Finding] {
        guard case .failed(let code) = Reachability(result) else { return [] }
        let status = result.answer.map { String($0.status) }
        let evidence = Evidence(
            status == nil ? .noAnswer : .errorStatus,
            place: visit.url,
            value: status ?? code
        )
        return [Finding(.unavailable, .serious, on: visit.url, evidence: [evidence], trait: "down")]
    }

    private func certificate() -> [Finding]? {
        CertificateCheck.findings(result, url: visit.url, settings: settings, now: visit.startedAt)
    }

    private func page() -> [Finding] {
        guard visit.depth == .deep else { return [] }
        if let error = visit.visitor.unreadable { return [UnreadableCheck.finding(error, on: visit.url)] }
        guard let facts = visit.visitor.facts else { return unread().map { [$0] } ?? [] }
        let found = PageChecks.findings(in: inspection(facts))
        // The footer of a page that was cut off may well say what the law asks for.
        return unread().map { [$0] + found.filter { $0.kind != .mandatoryLines } } ?? found
    }

    /// A page that was not received whole: what was not read cannot be called clean.
    private func unread() -> Finding? {
        switch result.failure {
        case .bodyTooLarge, .decompressionRatioExceeded, .headersTooLarge:
            return UnreadableCheck.finding(.tooLarge, on: visit.url)
        case .decompressionFailed:
            return UnreadableCheck.finding(.parserFailed, on: visit.url)
        case nil where result.answer?.bodyWasCut == true:
            return UnreadableCheck.finding(.tooLarge, on: visit.url)
        default: return nil
        }
    }

    private func inspection(_ facts: PageFacts, against baseline: Baseline? = nil) -> PageInspection {
        PageInspection(facts, baseline: baseline ?? self.baseline, settings: settings, host: host)
    }

    private func cloaking() -> [Finding] {
        guard let facts = visit.visitor.facts else { return [] }
        // What everybody receives cloaks nothing, and most pages are of that kind.
        let others = visit.others.filter { !$0.isTwin }.compactMap { page in
            page.facts.map { (identity: page.identity, page: inspection($0)) }
        }
        return CloakingCheck.findings(visitor: inspection(facts), others: others)
            + visit.others.compactMap(redirectedAway)
    }

    /// Another visitor who was sent to a foreign place that does not answer, so that there is no page to compare.
    private func redirectedAway(_ page: VisitedPage) -> Finding? {
        guard page.facts == nil else { return nil }
        let known = Set(result.redirects.map(\.location))
        let away = RedirectCheck.findings(page.result, url: visit.url, settings: settings)
            .first { $0.severity == .critical }
        guard away != nil, let hop = page.result.redirects.last, !known.contains(hop.location) else {
            return nil
        }
        let code = page.identity.rawValue
        let evidence = Evidence(.redirectedOnly, quote: hop.location, place: code, value: code)
        return Finding(.cloaking, .critical, on: visit.url, evidence: [evidence], trait: code)
    }

    private func sitemap() -> [Finding] {
        guard let addresses = visit.sitemap else { return [] }
        return ParasitePagesCheck.findings(
            addresses,
            url: visit.url,
            baseline: baseline,
            settings: settings
        )
    }

    private func resources() -> [Finding] {
        guard let baseline else { return [] }
        return ResourcesCheck.findings(visit.resources, baseline: baseline, page: visit.url)
    }
}
