import Testing
import Timekeeping

@testable import WebWatch

/// What other monitors noticed on pages of these kinds (2026-11), and what Sen does on these.
private let attackRows: [(attack: String, peers: String, names: [String])] = [
    ("links in `display:none`", "miss | hit | hit | hit", ["display:none"]),
    (
        "links off screen; `font-size:0`; in a 1-pixel marquee; hidden by a class defined in `<style>`; white on white",
        "hit | hit | hit | hit", ["off screen", "font-size:0", "marquee", "class in", "white on white"]
    ),
    (
        "visible spam links; whole page replaced; obfuscated words; licence line removed",
        "hit | hit | hit | hit",
        ["visible spam", "whole page", "obfuscated words", "licence"]
    ),
    ("external script added", "miss | hit | miss | miss", ["external script"]),
    (
        "inline obfuscated script that redirects only visitors from search engines",
        "miss | hit | hit | miss",
        ["inline obfuscated"]
    ),
    (
        "0x0 iframe; canonical link to another host; meta refresh", "miss | hit | miss | miss",
        ["iframe", "canonical", "meta"]
    ),
    ("title and description spam", "miss | hit | hit | hit", ["title spam", "description spam"]),
    ("links inside an HTML comment", "miss | hit | hit | hit", ["HTML comment"]),
]

@Test("the comparison with other monitors prints, with a hit of Sen in every row of attacks")
func comparisonTable() throws {
    var lines = [
        "| attack | changedetection.io | urlwatch raw | urlwatch text | blackbox regex | Sen |",
        "|---|---|---|---|---|---|",
    ]
    for row in attackRows {
        let attacks = Attack.all.filter { attack in row.names.contains { attack.name.contains($0) } }
        let hits = try attacks.count { attack in
            var page = PortalPage()
            attack.change(&page)
            return try findings(page).contains {
                attack.kinds.contains($0.kind) && $0.severity > .information
            }
        }
        #expect(hits == attacks.count && hits > 0, "\(row.attack)")
        lines.append("| \(row.attack) | \(row.peers) | \(hits) of \(attacks.count) |")
    }
    let (cloaked, pages, files) = (try cloakingHits(), parasiteHits(), resourceHits())
    #expect(cloaked == 3 && pages && files)
    lines.append(
        "| shown to search engines only; only with a search referer; only to mobile | miss | miss | miss | miss | \(cloaked) of 3 |"
    )
    lines.append(
        "| parasite page that only the sitemap knows | miss | miss | miss | miss | \(pages ? "hit" : "miss") |"
    )
    lines.append(
        "| image replaced; first-party script tampered | miss | miss | miss | miss | \(files ? "hit" : "miss") |"
    )
    lines += [
        "", "| harmless edit | changedetection.io | urlwatch raw | urlwatch text | Sen |",
        "|---|---|---|---|---|",
    ]
    var loud = 0
    for edit in HarmlessEdit.all {
        var page = PortalPage()
        edit.change(&page)
        if try findings(page).contains(where: { $0.severity > .information }) { loud += 1 }
    }
    lines.append("| all \(HarmlessEdit.all.count) | 6 of 10 alarm | all alarm | 9 alarm | \(loud) alarm |")
    #expect(loud == 0)
    Attachment.record(lines.joined(separator: "\n"), named: "comparison.md")
    print(lines.joined(separator: "\n"))
}

private func cloakingHits() throws -> Int {
    let visitor = PageInspection(try facts(PortalPage()), baseline: nil, settings: .corpus)
    var page = PortalPage()
    page.bottom = Attack.links
    let other = PageInspection(try facts(page), baseline: nil, settings: .corpus)
    return [VisitorIdentity.searchEngine, .fromSearch, .mobile].count {
        !CloakingCheck.findings(visitor: visitor, others: [($0, other)]).isEmpty
    }
}

private func parasiteHits() -> Bool {
    let addresses = ["https://xa-mau.test/tin", "https://xa-mau.test/upload/nha-cai-uy-tin-789bet.html"]
    return !ParasitePagesCheck.findings(addresses, url: PortalPage.url, baseline: nil, settings: .corpus)
        .isEmpty
}

private func resourceHits() -> Bool {
    var baseline = Baseline(url: PortalPage.url, takenAt: .init(secondsSince1970: 0))
    let before = [
        ResourcesCheck.Observation(.script, url: "https://xa-mau.test/js/site.js", body: [1]),
        ResourcesCheck.Observation(.image, url: "https://xa-mau.test/anh/a.jpg", body: [1]),
    ]
    for file in before { baseline.resources[file.url] = file.hash }
    let after = [
        ResourcesCheck.Observation(.script, url: "https://xa-mau.test/js/site.js", body: [2]),
        ResourcesCheck.Observation(.image, url: "https://xa-mau.test/anh/a.jpg", body: [2]),
    ]
    return ResourcesCheck.findings(after, baseline: baseline, page: PortalPage.url).count == 2
}
