import Testing
import Timekeeping

@testable import WebWatch

private func findings(_ paths: [String], known: [String]? = nil) -> [Finding] {
    var baseline: Baseline?
    if let known {
        baseline = Baseline(url: PortalPage.url, takenAt: Instant(secondsSince1970: 0))
        baseline?.sitemapPages = Set(known.map { Sitemap.hash(of: "https://xa-mau.test/\($0)") })
    }
    return ParasitePagesCheck.findings(
        paths.map { "https://xa-mau.test/\($0)" },
        url: PortalPage.url,
        baseline: baseline,
        settings: CheckSettings()
    )
}

@Test("a path with a brand or a long term is critical, also percent-encoded and with its tones")
func parasitePagesTellingPaths() {
    for path in [
        "upload/789bet.html", "hoi-dap/nha-cai-uy-tin-2026",
        "d/n%E1%BB%95-h%C5%A9-%C4%91%E1%BB%95i-th%C6%B0%E1%BB%9Fng",
        "tai_xiu_online.php",
    ] {
        let found = findings([path, "tin-tuc/bai-1"])
        #expect(found.map(\.severity) == [.critical], "\(path)")
        #expect(found.first?.evidence.count == 1)
    }
}

@Test("short terms that fold to honest words count only in company")
func parasitePagesShortPaths() {
    #expect(
        findings(["tin/no-hu-trong-xom", "tin/ca-do-tuoi", "tin/lo-de-an", "tin/co-bac-nong-dan"]).isEmpty
    )
    #expect(findings(["a/soi-cau", "b/tai-xiu", "c/no-hu"]).map(\.severity) == [.critical])
}

@Test("hundreds of new pages at one time need attention")
func parasitePagesGrowth() {
    let many = (0..<300).map { "bai-\($0)" }
    #expect(findings(many).isEmpty)
    #expect(findings(many, known: many).isEmpty)
    #expect(findings(many, known: Array(many[..<50])).map(\.severity) == [.attention])
    #expect(findings(many, known: Array(many[..<150])).isEmpty)
}

@Test("a sitemap gives its addresses, and broken ones give what they can")
func parasitePagesSitemap() {
    let xml =
        "<urlset><url><loc> https://xa-mau.test/a?b=1&amp;c=2 </loc></url><url><loc></loc><loc>https://x.test/é</loc><loc>cut"
    #expect(
        Sitemap.addresses(in: Array(xml.utf8)) == [
            "https://xa-mau.test/a?b=1&c=2", "https://x.test/é", "cut",
        ]
    )
    #expect(Sitemap.addresses(in: []).isEmpty)
    let huge = String(repeating: "<loc>a</loc>", count: Sitemap.addressesMax + 10)
    #expect(Sitemap.addresses(in: Array(huge.utf8)).count == Sitemap.addressesMax)
}
