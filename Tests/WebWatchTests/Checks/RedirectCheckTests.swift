import Testing

@testable import WebWatch

private func findings(_ hops: [(from: String, to: String)], url: String = PortalPage.url) -> [Finding] {
    let result = FetchResult(
        outcome: .failed(.wrongLength),
        redirects: hops.map { RedirectHop(url: $0.from, status: 302, location: $0.to) }
    )
    return RedirectCheck.findings(result, url: url, settings: CheckSettings())
}

@Test("a hop to a foreign domain is critical, also when the answer there fails")
func redirectForeign() {
    let found = findings([("https://xa-mau.test/", "https://mot.lab/x")])
    #expect(found.map(\.severity) == [.critical])
    #expect(found.first?.evidence.first?.value == "mot.lab")
    #expect(found.first?.evidence.first?.quote == "302 https://xa-mau.test/ → https://mot.lab/x")
    let later = findings([
        ("https://xa-mau.test/", "https://www.xa-mau.test/"), ("https://www.xa-mau.test/", "https://a.lab/"),
    ])
    #expect(later.map(\.severity) == [.critical])
}

@Test("hops inside the domain, to HTTPS and beyond the foreign host are silent")
func redirectHarmless() {
    #expect(findings([("http://xa-mau.test/", "https://www.xa-mau.test/vi")]).isEmpty)
    let two = findings([
        ("https://xa-mau.test/", "https://mot.lab/"), ("https://mot.lab/", "https://hai.lab/"),
    ])
    #expect(two.count == 1)
    #expect(findings([("không", "https://mot.lab/")]).isEmpty)
    #expect(findings([], url: "không").isEmpty)
}

@Test("a move to a state domain is information, and going back to plain HTTP needs attention")
func redirectMilder() {
    #expect(findings([("https://xa-mau.test/", "https://nghean.gov.vn/")]).map(\.severity) == [.information])
    let plain = findings([("https://xa-mau.test/", "http://xa-mau.test/")])
    #expect(plain.map(\.severity) == [.attention])
    #expect(plain.first?.evidence.first?.reason == .redirectToPlainText)
}
