import Testing

@testable import WebWatch

private func defacement(_ page: PortalPage, before: PortalPage? = PortalPage()) throws -> [Finding] {
    DefacementCheck.findings(in: try inspect(page.html, before: before?.html))
}

@Test("a page with half of its articles new is still the page, one with all new is not")
func defacementSimilarity() throws {
    var half = PortalPage()
    half.articles =
        Array(PortalPage.sections[..<40]) + (0..<17).map { "Bài viết khác hẳn số \($0) về mùa gặt." }
    #expect(try defacement(half).isEmpty)
    var all = PortalPage()
    all.articles = (0..<50).map { "Dòng chữ lạ chưa ai từng đọc ở xã này lần thứ \($0) liền nhau thế kia." }
    let found = try defacement(all)
    #expect(found.map(\.kind) == [.defacement])
    #expect((found.first?.severity ?? .information) >= .serious)
    #expect(found.first?.evidence.first?.reason == .pageReplaced)
}

@Test("a message of an attacker is critical on its own page and needs attention in a long one")
func defacementMessages() throws {
    let short = DefacementCheck.findings(in: try inspect("<title>x</title><h1>Hacked by Nhóm Thử</h1>"))
    #expect(short.map(\.severity) == [.critical])
    #expect(short.first?.evidence.first?.reason == .defacementWords)
    var long = PortalPage()
    long.articles.insert("Hacked by là dòng chữ để lại.", at: 0)
    #expect(try defacement(long).map(\.severity) == [.attention])
}

@Test("an emptied page is serious")
func defacementEmptied() throws {
    let found = DefacementCheck.findings(
        in: try inspect("<title>x</title><p>Bảo trì", before: PortalPage().html)
    )
    #expect(found.map(\.severity) == [.serious])
    #expect(found.first?.evidence.first?.reason == .pageEmptied)
}

@Test("an error page and a page without baseline say nothing")
func defacementSilent() throws {
    #expect(try defacement(PortalPage(), before: nil).isEmpty)
    let error = PageInspection(
        try facts("<p>hacked by", status: 500),
        baseline: nil,
        settings: CheckSettings()
    )
    #expect(DefacementCheck.findings(in: error).isEmpty)
}
