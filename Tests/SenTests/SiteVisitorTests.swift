import Testing
import WebWatch

@testable import sen

@Suite("Visiting one website")
struct SiteVisitorTests {
    private let url = WebsiteFromMemory.url

    @Test("a deep visit asks as all four visitors and for the sitemap, in this order of steps")
    func deep() async {
        let site = WebsiteFromMemory([url: .commune()])
        let (visit, steps) = await site.visit()
        #expect(steps == [.attempt(number: 1), .otherVisitors, .sitemap])
        #expect(Set(site.asked.map(\.identity)) == Set(VisitorIdentity.allCases))
        #expect(visit.others.map(\.identity) == [.searchEngine, .fromSearch, .mobile])
        #expect(visit.sitemap == nil)
        #expect(visit.startedAt == WebsiteFromMemory.now)
    }

    @Test("a light visit asks once, with the limits of a probe, and reads nothing")
    func light() async {
        let site = WebsiteFromMemory([url: .commune()])
        let (visit, steps) = await site.visit(.light)
        #expect(steps == [.attempt(number: 1)])
        #expect(site.asked.count == 1)
        #expect(site.asked.first?.limits.secondsMax == 12)
        #expect(visit.visitor.facts == nil)
    }

    @Test("a website that fails is asked three times, one that refuses or was not asked only once")
    func attempts() async {
        let down = WebsiteFromMemory([url: FetchResult(outcome: .failed(.connectRefused))])
        #expect(await down.visit().0.attemptsCount == 3)
        #expect(down.asked.count == 3)
        for failure in [
            FetchFailure.bodyTooLarge, .urlInvalid(""), .addressRefused(address: "10.0.0.1", reason: ""),
        ] {
            let site = WebsiteFromMemory([url: FetchResult(outcome: .failed(failure))])
            #expect(await site.visit().0.attemptsCount == 1)
        }
    }

    @Test("a sitemap leads to further ones of the website, to no stranger's, and never in a circle")
    func sitemaps() async {
        let site = WebsiteFromMemory([
            url: .commune(),
            url + "sitemap.xml": .sitemap([
                url + "tin.xml", url + "sitemap.xml", "https://la.test/x.xml", url + "a",
            ]),
            url + "tin.xml": .sitemap([url + "tin.xml", url + "b", url + "c"]),
        ])
        let visit = await site.visit().0
        #expect(Set(visit.sitemap ?? []) == [url + "a", url + "b", url + "c", "https://la.test/x.xml"])
        #expect(!site.asked.contains { $0.url == "https://la.test/x.xml" })
        #expect(site.asked.count { $0.url == url + "tin.xml" } == 1)
    }

    @Test("no more sitemaps are read than the limit, however many are named")
    func sitemapLimit() async {
        let many = (0..<500).map { url + "\($0).xml" }
        let site = WebsiteFromMemory([url: .commune(), url + "sitemap.xml": .sitemap(many)])
        _ = await site.visit()
        #expect(site.asked.count { $0.url.hasSuffix(".xml") } == SiteVisitor.sitemapFilesMax)
    }

    @Test("own scripts and images are fetched for a baseline, strangers' are not, and no more than the limit")
    func resources() async {
        let images = (0..<90).map { "<img src='/\($0).png'>" }.joined()
        let page = "<script src='/own.js?v=2'></script><script src='https://la.test/x.js'></script>\(images)"
        let site = WebsiteFromMemory([url: .commune(page), url + "own.js?v=2": .page("let a = 1")])
        let (visit, steps) = await site.visit(withResources: true)
        #expect(steps.last == .resources)
        #expect(visit.resources.map(\.url) == [url + "own.js"])
        #expect(!site.asked.contains { $0.url.contains("la.test") })
        #expect(site.asked.count { $0.url.hasSuffix(".png") } == SiteVisitor.resourcesMax)
    }
}
