import Foundation
import HTMLParsing
import Lab
import Language
import Places
import Timekeeping
import WebWatch

/// What the tests look at: the sites as `sen lab` makes them.
let labSites: [LabSite] = {
    guard let communes = try? LabSites.communes() else { return [] }
    return LabSites.sites(LabSites.sitesDefault, of: communes)
}()

let labAddress = LabAddress(port: 8_090)
let labStart = Instant(secondsSince1970: 1_790_000_000)

/// The watch over one site in memory: it asks as the fetcher does and puts the answers through the checks.
struct Watching {
    let site: LabSite
    var condition = SiteCondition.healthy
    /// Grows with each visit, as the counter on the page does.
    private var visit = 0
    private let settings = CheckSettings()

    init(_ site: LabSite) { self.site = site }

    private var url: String { labAddress.url(site.host) }

    mutating func answer(_ path: String, as identity: VisitorIdentity = .visitor) -> LabAnswer {
        visit += 1
        return site.answer(
            LabRequest(
                path: path,
                userAgent: Self.userAgent(identity),
                referer: identity == .fromSearch || identity == .mobile ? "https://www.google.com/" : "",
                address: labAddress,
                visit: visit,
                clock: "08:15:\(visit % 60) 24/11/2026"
            ),
            in: condition
        )
    }

    private static func userAgent(_ identity: VisitorIdentity) -> String {
        switch identity {
        case .visitor, .fromSearch: "Mozilla/5.0 (compatible; Sen/1.0)"
        case .searchEngine: "Mozilla/5.0 (compatible; Googlebot/2.1) Sen/1.0"
        case .mobile: "Mozilla/5.0 (Linux; Android 14; K) Chrome/126.0.0.0 Mobile Safari/537.36"
        }
    }

    /// One fetch, with one redirect followed.
    private mutating func fetch(as identity: VisitorIdentity) -> FetchResult {
        let answer = answer("/", as: identity)
        if answer.delaySeconds > FetchLimits.standard.secondsMax {
            return FetchResult(outcome: .failed(.timedOut(.firstByte)))
        }
        guard let location = answer.location else {
            return FetchResult(outcome: .answered(Self.answer(answer, url: url)))
        }
        let hop = RedirectHop(url: url, status: answer.status, location: location)
        let there = Self.answer(Planted.page("x"), url: location)
        return FetchResult(outcome: .answered(there), redirects: [hop])
    }

    private static func answer(_ answer: LabAnswer, url: String) -> Answer {
        Answer(
            status: answer.status,
            finalURL: url,
            headers: [.init(name: "Content-Type", value: answer.contentType)],
            body: Array(answer.body.utf8)
        )
    }

    /// The site as somebody accepted it.
    mutating func baseline() throws -> Baseline {
        var baseline = try facts(as: .visitor).baseline(at: labStart)
        for file in resources() { baseline.resources[file.url] = file.hash }
        baseline.sitemapPages = Set(sitemap().map(Sitemap.hash))
        return baseline
    }

    private mutating func facts(as identity: VisitorIdentity) throws -> PageFacts {
        guard let answer = fetch(as: identity).answer else { throw NoAnswer() }
        return try PageFacts(answer)
    }

    private struct NoAnswer: Error {}

    private mutating func resources() -> [ResourcesCheck.Observation] {
        let script = answer("/js/site.js").body
        let image = answer("/anh/0.svg").body
        return [
            .init(.script, url: labAddress.url(site.host, "/js/site.js"), body: Array(script.utf8)),
            .init(.image, url: labAddress.url(site.host, "/anh/0.svg"), body: Array(image.utf8)),
        ]
    }

    private mutating func sitemap() -> [String] {
        Sitemap.addresses(in: Array(answer("/sitemap.xml").body.utf8))
    }

    /// All that a light and a deep check find.
    mutating func findings(against baseline: Baseline?) throws -> [Finding] {
        let result = fetch(as: .visitor)
        var found = outage() + RedirectCheck.findings(result, url: url, settings: settings)
        guard result.answer != nil, found.isEmpty else { return found }
        let visitor = PageInspection(
            try facts(as: .visitor),
            baseline: baseline,
            settings: settings,
            host: site.host
        )
        found += PageChecks.findings(in: visitor)
        var others: [(identity: VisitorIdentity, page: PageInspection)] = []
        for identity in [VisitorIdentity.searchEngine, .fromSearch, .mobile] {
            let page = try facts(as: identity)
            others.append(
                (identity, PageInspection(page, baseline: baseline, settings: settings, host: site.host))
            )
        }
        found += CloakingCheck.findings(visitor: visitor, others: others)
        found += ParasitePagesCheck.findings(sitemap(), url: url, baseline: baseline, settings: settings)
        if let baseline { found += ResourcesCheck.findings(resources(), baseline: baseline, page: url) }
        return found
    }

    /// As many failures in a row as confirm an outage.
    private mutating func outage() -> [Finding] {
        var tracker = OutageTracker()
        let rule = OutageRule()
        for number in 0..<rule.failuresToConfirm {
            let seen = Reachability(fetch(as: .visitor))
            let decision = tracker.record(seen, at: labStart + .seconds(number * 60), by: rule)
            if case .begin(let outage) = decision { return [UnavailableCheck.finding(of: outage, on: url)] }
        }
        return []
    }
}
