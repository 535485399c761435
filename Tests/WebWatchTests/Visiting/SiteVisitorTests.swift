import Synchronization
import Testing
import Timekeeping

@testable import WebWatch

private let url = "https://xa-mau.test/"
private let now = Instant(secondsSince1970: 1_764_000_000)

/// What a visit to a website sees that has these pages, and the steps it took.
private func visit(
    _ pages: [String: String],
    _ depth: SiteVisit.Depth = .deep,
    thoroughness: SiteVisitor.Thoroughness = .single,
    withResources: Bool = false,
    failing failure: FetchFailure? = nil
) async -> (visit: SiteVisit, steps: [SiteVisitor.Step], asked: [FetchRequest]) {
    let fetcher = ScriptedFetcher { request in
        if let failure { return FetchResult(outcome: .failed(failure)) }
        return pages[request.url].map { page($0, request) } ?? notFound(request)
    }
    let steps = Mutex<[SiteVisitor.Step]>([])
    let visitor = SiteVisitor(
        fetcher: fetcher,
        clock: WallClock { now },
        thoroughness: thoroughness,
        progress: { step in steps.withLock { $0.append(step) } }
    )
    let visit = await visitor.visit(url, depth, withResources: withResources)
    return (visit, steps.withLock { $0 }, fetcher.requests)
}

private func sitemap(_ addresses: [String]) -> String { addresses.map { "<loc>\($0)</loc>" }.joined() }

@Suite("Visiting one website")
struct SiteVisitorTests {
    @Test("a deep visit asks as all four visitors and for the sitemap, in this order of steps")
    func deep() async {
        let (visit, steps, asked) = await visit([url: healthyHTML])
        #expect(steps == [.attempt(number: 1), .otherVisitors, .sitemap])
        #expect(Set(asked.map(\.identity)) == Set(VisitorIdentity.allCases))
        #expect(visit.others.map(\.identity) == [.searchEngine, .fromSearch, .mobile])
        #expect(visit.sitemap == nil && visit.isSitemapKnown)
        #expect(visit.startedAt == now)
    }

    @Test("a light visit asks once, with the limits of a probe, and reads nothing")
    func light() async {
        let (visit, steps, asked) = await visit([url: healthyHTML], .light)
        #expect(steps == [.attempt(number: 1)])
        #expect(asked.map(\.limits) == [.probe])
        #expect(visit.visitor.facts == nil)
    }

    @Test("a body that was read is let go; its size and hash stay")
    func lettingGo() async {
        let visitor = await visit([url: healthyHTML]).visit.visitor
        #expect(visitor.result.answer?.body == [])
        #expect(visitor.bodyBytesCount == healthyHTML.utf8.count)
        #expect(visitor.contentHash == ContentHash.of(Array(healthyHTML.utf8)))
        #expect(visitor.facts?.title == "Cổng thông tin xã Đô Lương")
    }

    @Test("a page that is the same for everybody is read once; one byte more and it is read again")
    func twins() async {
        let visit = await visit([url: healthyHTML]).visit
        #expect(visit.others.map(\.isTwin) == [true, true, true])
        #expect(visit.others.allSatisfy { $0.facts != nil })
        let fetcher = ScriptedFetcher { page(healthyHTML + ($0.identity == .mobile ? " " : ""), $0) }
        let visitor = SiteVisitor(fetcher: fetcher, clock: WallClock { now }, thoroughness: .watching)
        let others = await visitor.visit(url, .deep, withResources: false).others
        #expect(others.map(\.isTwin) == [true, true, false])
    }

    @Test("a website that fails is asked three times, one that refuses or was not asked only once")
    func attempts() async {
        let down = await visit([:], failing: .connectRefused)
        #expect(down.visit.attemptsCount == 3 && down.asked.count == 3)
        for failure in [
            FetchFailure.bodyTooLarge, .urlInvalid(""), .addressRefused(address: "10.0.0.1", reason: ""),
        ] {
            #expect(await visit([:], failing: failure).visit.attemptsCount == 1)
        }
    }

    @Test("the watch asks once, since its later checks confirm an outage")
    func watching() async {
        let down = await visit([:], thoroughness: .watching, failing: .connectRefused)
        #expect(down.asked.count == 1)
        #expect(!down.visit.isSitemapKnown)
    }

    @Test("a sitemap leads to further ones of the website, to no stranger's, and never in a circle")
    func sitemaps() async {
        let (visit, _, asked) = await visit([
            url: healthyHTML,
            url + "sitemap.xml": sitemap([
                url + "tin.xml", url + "sitemap.xml", "https://la.test/x.xml", url + "a",
            ]),
            url + "tin.xml": sitemap([url + "tin.xml", url + "b", url + "c"]),
        ])
        #expect(Set(visit.sitemap ?? []) == [url + "a", url + "b", url + "c", "https://la.test/x.xml"])
        #expect(!asked.contains { $0.url == "https://la.test/x.xml" })
        #expect(asked.count { $0.url == url + "tin.xml" } == 1)
    }

    @Test(
        "no more sitemaps are read than the limit, however many are named",
        arguments: [SiteVisitor.Thoroughness.single, .watching]
    )
    func sitemapLimit(thoroughness: SiteVisitor.Thoroughness) async {
        let many = sitemap((0..<500).map { url + "\($0).xml" })
        let asked = await visit([url: healthyHTML, url + "sitemap.xml": many], thoroughness: thoroughness)
            .asked
        #expect(asked.count { $0.url.hasSuffix(".xml") } == thoroughness.sitemapFilesMax)
    }

    @Test("own scripts and images are fetched for a baseline, strangers' are not, and no more than the limit")
    func resources() async {
        let images = (0..<90).map { "<img src='/\($0).png'>" }.joined()
        let html = "<script src='/own.js?v=2'></script><script src='https://la.test/x.js'></script>\(images)"
        let (visit, steps, asked) = await visit(
            [url: html, url + "own.js?v=2": "let a = 1"],
            withResources: true
        )
        #expect(steps.last == .resources)
        #expect(visit.resources.map(\.url) == [url + "own.js"])
        #expect(!visit.hasAllResources)
        #expect(!asked.contains { $0.url.contains("la.test") })
        #expect(asked.count { $0.url.hasSuffix(".png") } == SiteVisitor.Thoroughness.single.resourcesMax)
    }
}

@Suite("Judging a visit")
struct SiteJudgementTests {
    private func judgement(_ visit: SiteVisit, baseline: Baseline? = nil) -> SiteJudgement {
        SiteJudgement(visit: visit, baseline: baseline, settings: CheckSettings(mandatoryLines: []))
    }

    @Test("a whole visit would have seen every kind but an outage")
    func whole() async {
        let visit = await visit([url: healthyHTML], withResources: true).visit
        let judgement = judgement(visit)
        #expect(judgement.findings().isEmpty && judgement.isWhole)
        let unseen = Set(CheckKind.allCases).subtracting(judgement.kindsLookedAt)
        #expect(unseen == [.unavailable, .certificate])
    }

    @Test(
        "a visit that nobody answered has looked at nothing, and tells of the outage by itself only when alone"
    )
    func down() async {
        let judgement = judgement(await visit([:], failing: .connectRefused).visit)
        #expect(judgement.kindsLookedAt.isEmpty && !judgement.isWhole)
        #expect(judgement.findings().map(\.kind) == [.unavailable])
        #expect(judgement.findingsBesidesOutage().isEmpty)
    }

    @Test("a page beyond the limits is told as one that was not read, and clears nothing else")
    func tooLarge() async {
        let judgement = judgement(await visit([:], failing: .bodyTooLarge).visit)
        #expect(judgement.findingsBesidesOutage().map(\.kind) == [.unreadable])
        #expect(judgement.kindsLookedAt == [.unreadable])
    }

    @Test(
        "a script whose bytes changed since the baseline is serious, and one that did not come clears nothing"
    )
    func changedScript() async throws {
        let html = healthyHTML + "<script src='/own.js'></script>"
        let before = await visit([url: html, url + "own.js": "let a = 1"], withResources: true).visit
        let baseline = try #require(before.baseline)
        let after = await visit([url: html, url + "own.js": "steal()"], withResources: true).visit
        let changed = judgement(after, baseline: baseline)
        #expect(changed.findings().map(\.kind) == [.resources])
        #expect(changed.findings().map(\.severity) == [.serious])
        let gone = judgement(await visit([url: html], withResources: true).visit, baseline: baseline)
        #expect(gone.findings().isEmpty && !gone.kindsLookedAt.contains(.resources))
    }
}
