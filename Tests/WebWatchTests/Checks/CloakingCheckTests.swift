import Testing

@testable import WebWatch

private func cloaking(
    _ other: String,
    as identity: VisitorIdentity = .searchEngine,
    url: String = PortalPage.url
) throws
    -> [Finding]
{
    let visitor = try inspect(page())
    let seen = PageInspection(
        try facts(other, url: url),
        baseline: nil,
        settings: CheckSettings(),
        host: "xa-mau.test"
    )
    return CloakingCheck.findings(visitor: visitor, others: [(identity, seen)])
}

@Test("the same page for everybody is silent, whatever it holds")
func cloakingSamePage() throws {
    #expect(try cloaking(page()).isEmpty)
    let spam = try inspect(page(body: Attack.links))
    #expect(
        CloakingCheck.findings(visitor: spam, others: [(.mobile, spam), (.visitor, try inspect(page()))])
            .isEmpty
    )
}

@Test("a redirect that only one meets is critical")
func cloakingRedirect() throws {
    let found = try cloaking("<p>x", as: .fromSearch, url: "https://mot.lab/")
    #expect(found.map(\.severity) == [.critical])
    #expect(found.first?.evidence.first?.reason == .redirectedOnly)
    #expect(found.first?.evidence.first?.value == "fromSearch")
    #expect(try cloaking(page(), as: .mobile, url: "https://m.xa-mau.test/").isEmpty)
}

@Test(
    "foreign links, scripts, frames, refreshes and spam that only one receives are critical",
    arguments: [
        "<a href=https://mot.lab/>x</a>", "<script src=https://mot.lab/x.js></script>",
        "<iframe src=https://mot.lab/></iframe>",
        "<meta http-equiv=refresh content='0;url=https://mot.lab/'>",
        "<p>nhà cái uy tín</p>", "<link rel=canonical href=https://mot.lab/>",
    ]
)
func cloakingAdded(html: String) throws {
    #expect(try cloaking(page(body: html)).map(\.severity) == [.critical])
    #expect(try cloaking(page(body: html)).first?.evidence.first?.place == "searchEngine")
}

@Test("another page without anything foreign needs attention, except on a telephone")
func cloakingOtherPage() throws {
    let other = page().replacing("một cửa", with: "khác").replacing(" và ", with: " hay là ").replacing(
        "các",
        with: "x"
    )
    let longer =
        "<p>Trang này hoàn toàn không giống trang kia ở bất cứ câu chữ nào mà người ta có thể đọc thấy.</p>"
    #expect(try cloaking(longer).map(\.severity) == [.attention])
    #expect(try cloaking(longer, as: .mobile).isEmpty)
    #expect(try cloaking(other, as: .mobile).isEmpty)
}

@Test("an answer that is refused says nothing")
func cloakingRefused() throws {
    let blocked = PageInspection(
        try facts("<a href=//mot.lab>x", status: 403),
        baseline: nil,
        settings: CheckSettings()
    )
    #expect(CloakingCheck.findings(visitor: try inspect(page()), others: [(.searchEngine, blocked)]).isEmpty)
}
