import HTMLParsing
import Testing
import Timekeeping

@testable import WebWatch

/// What is known of a page, as a fetch would have brought it.
func facts(_ page: PortalPage, url: String = PortalPage.url) throws -> PageFacts {
    try facts(page.html, url: url)
}

func facts(_ html: String, url: String = PortalPage.url, status: Int = 200) throws -> PageFacts {
    let header = Answer.Header(name: "Content-Type", value: "text/html; charset=utf-8")
    return try PageFacts(Answer(status: status, finalURL: url, headers: [header], body: Array(html.utf8)))
}

/// What the checks find on a page, compared with the healthy one.
func findings(_ page: PortalPage, settings: CheckSettings = .corpus) throws -> [Finding] {
    let healthy = try facts(PortalPage())
    let scope = SiteScope(host: healthy.address.host, trusted: settings.trustedDomains)
    let baseline = healthy.baseline(scope: scope, at: Instant(secondsSince1970: 1_790_000_000))
    let inspection = PageInspection(try facts(page), baseline: baseline, settings: settings)
    return PageChecks.findings(in: inspection)
}

extension CheckSettings {
    static let corpus = CheckSettings(mandatoryLines: [.owner, .responsible, .licence])
}

@Test("the healthy page weighs what portals weigh and raises nothing against its own baseline")
func healthyPage() throws {
    let page = PortalPage()
    #expect((50_000...70_000).contains(page.html.utf8.count), "\(page.html.utf8.count) bytes")
    #expect(try findings(page).isEmpty)
    let facts = try facts(page)
    #expect(facts.mandatoryLines == Set(MandatoryLine.allCases))
    let first = PageInspection(facts, baseline: nil, settings: .corpus)
    #expect(PageChecks.findings(in: first).filter { $0.severity > .information }.isEmpty)
}

@Test("each attack is found, by its own kind and above information", arguments: Attack.all.indices)
func attackIsFound(index: Int) throws {
    let attack = Attack.all[index]
    var page = PortalPage()
    attack.change(&page)
    let all = try findings(page)
    let found = all.filter { attack.kinds.contains($0.kind) && $0.severity > .information }
    #expect(!found.isEmpty, "\(attack.name): \(all)")
    #expect(found.allSatisfy { !$0.evidence.isEmpty }, "\(attack.name)")
}

@Test("no harmless edit raises anything above information", arguments: HarmlessEdit.all.indices)
func harmlessEditIsQuiet(index: Int) throws {
    let edit = HarmlessEdit.all[index]
    var page = PortalPage()
    edit.change(&page)
    let loud = try findings(page).filter { $0.severity > .information }
    #expect(loud.isEmpty, "\(edit.name): \(loud)")
}

@Test(
    "what only a search engine, a visitor from one, or a telephone sees is found",
    arguments: [
        VisitorIdentity.searchEngine, .fromSearch, .mobile,
    ]
)
func cloakingIsFound(identity: VisitorIdentity) throws {
    let visitor = PageInspection(try facts(PortalPage()), baseline: nil, settings: .corpus)
    for attack in Attack.all where attack.name.hasPrefix("links") || attack.kinds.contains(.script) {
        var page = PortalPage()
        attack.change(&page)
        let other = PageInspection(try facts(page), baseline: nil, settings: .corpus)
        let found = CloakingCheck.findings(visitor: visitor, others: [(identity, other)])
        #expect(found.first?.severity == .critical, "\(attack.name)")
    }
    for edit in HarmlessEdit.all where !edit.name.contains("partner") {
        var page = PortalPage()
        edit.change(&page)
        let other = PageInspection(try facts(page), baseline: nil, settings: .corpus)
        #expect(CloakingCheck.findings(visitor: visitor, others: [(identity, other)]).isEmpty, "\(edit.name)")
    }
}
