import HTMLParsing
import Testing
import Timekeeping

@testable import WebWatch

/// Every check on one page, as a deep check runs them.
private func inspectEverything(_ answer: Answer) {
    guard let facts = try? PageFacts(answer) else { return }
    let settings = CheckSettings()
    let baseline = facts.baseline(at: Instant(secondsSince1970: 0))
    let inspection = PageInspection(facts, baseline: nil, settings: settings)
    let own = PageInspection(facts, baseline: baseline, settings: settings)
    for finding in PageChecks.findings(in: inspection) + PageChecks.findings(in: own) {
        #expect(finding.evidence.count <= Finding.evidenceMax)
    }
    _ = CloakingCheck.findings(visitor: inspection, others: [(.searchEngine, own)])
}

@Test("mutated pages, under any label and address, go through all checks without a trap")
func mutatedPages() {
    var generator = SystemRandomNumberGenerator()
    var portal = PortalPage()
    portal.articles = [String(PortalPage.sections[0].prefix(80))]
    portal.head = "<meta http-equiv=refresh content='0;url=//mot.lab'><script>eval(atob('a'))</script>"
    portal.bottom = Attack.links + "<!-- \(Attack.links) --><iframe src=//mot.lab width=0></iframe>"
    let seed = Array(portal.html.utf8)
    let types = [
        nil, "text/html", "text/html; charset=utf-16le", "text/html;charset=gb18030", "a/b; charset=\"\"",
    ]
    let urls = ["https://xa-mau.test/", "", "no address", "http://[::1]/", "https://xa-mau.test:8443/a?b#c"]
    for _ in 0..<400 {
        var bytes = seed
        for _ in 0..<Int.random(in: 1...60, using: &generator) {
            let place = Int.random(in: 0..<bytes.count, using: &generator)
            switch Int.random(in: 0...3, using: &generator) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
            case 1: bytes.remove(at: place)
            case 2: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
            default:
                let end = min(bytes.count, place + Int.random(in: 0...200, using: &generator))
                bytes.insert(
                    contentsOf: bytes[place..<end],
                    at: Int.random(in: 0..<bytes.count, using: &generator)
                )
            }
        }
        let headers =
            types.randomElement(using: &generator).flatMap { $0 }
            .map { [Answer.Header(name: "content-type", value: $0)] } ?? []
        let url = urls.randomElement(using: &generator) ?? ""
        inspectEverything(Answer(status: 200, finalURL: url, headers: headers, body: bytes))
    }
}

@Test("random bytes go through all checks without a trap")
func randomPages() {
    var generator = SystemRandomNumberGenerator()
    for length in 0..<400 {
        let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
        inspectEverything(Answer(status: 200, finalURL: "https://xa-mau.test/", body: bytes))
    }
}

@Test("pages made to be slow end soon: links, styles, comments, scripts and terms by the hundred thousand")
func slowPages() {
    let clock = ContinuousClock()
    for (name, piece, count) in [
        ("links", "<a href=https://mot.lab/ style='display:none'>nhà cái</a>", 20_000),
        ("styles", "<style>.a .b>.c{display:none}</style><p class='a b c'>", 2_000),
        ("comments", "<!-- <a href=https://mot.lab/>x</a> -->", 20_000),
        ("scripts", "<script>var a='\\x41';eval(atob(document.referrer))</script>", 10_000),
        ("terms", "<p>nhà cái 789bet công an cảnh báo đăng ký ngay tài xỉu</p>", 5_000),
        ("separators", "c.á-c_ư*ợ.c.", 50_000), ("spaces", " \u{200B}", 100_000),
        ("quotes", "<a href='", 50_000),
    ] {
        let body = Array(String(repeating: piece, count: count).utf8)
        let took = clock.measure {
            inspectEverything(Answer(status: 200, finalURL: "https://xa-mau.test/", body: body))
        }
        #expect(took < .seconds(20), "\(name): \(took)")
    }
}
