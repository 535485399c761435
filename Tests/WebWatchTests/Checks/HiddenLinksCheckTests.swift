import Testing

@testable import WebWatch

private let block = "<div style='display:none'><a href='https://mot.lab/a?b=1'>tại đây</a></div>"

@Test("a hidden link to a host that the baseline does not know is critical, quoted with its place")
func hiddenLinksNewHiddenLink() throws {
    let found = HiddenLinksCheck.findings(in: try inspect(page(body: block), before: page()))
    let finding = try #require(found.first)
    #expect(finding.severity == .critical)
    #expect(finding.evidence.map(\.reason) == [.hiddenByDisplay])
    #expect(finding.evidence.first?.quote == "tại đây → https://mot.lab/a?b=1")
    #expect(finding.evidence.first?.place == "html > body > div > a")
    #expect(finding.evidence.first?.value == "mot.lab")
}

@Test("a hidden link that the baseline knows is left out, unless it came to advertise")
func hiddenLinksKnownHiddenLink() throws {
    #expect(HiddenLinksCheck.findings(in: try inspect(page(body: block), before: page(body: block))).isEmpty)
    let spam = block.replacing("tại đây", with: "nhà cái uy tín")
    let found = HiddenLinksCheck.findings(in: try inspect(page(body: spam), before: page(body: block)))
    #expect(found.first?.severity == .critical)
}

@Test("own and trusted hosts may be hidden")
func hiddenLinksHiddenMenus() throws {
    let menu = """
        <ul hidden><li><a href=/a>a</a><li><a href=https://www.xa-mau.test/b>b</a>
        <li><a href=https://dichvucong.gov.vn>c</a><li><a href='mailto:a@mot.lab'>d</a></ul>
        """
    #expect(HiddenLinksCheck.findings(in: try inspect(page(body: menu), before: page())).isEmpty)
}

@Test("without a baseline one hidden link that says nothing is information, three are not")
func hiddenLinksFirstSight() throws {
    #expect(HiddenLinksCheck.findings(in: try inspect(page(body: block))).first?.severity == .information)
    let three = block + block.replacing("mot", with: "hai") + block.replacing("mot", with: "ba")
    #expect(HiddenLinksCheck.findings(in: try inspect(page(body: three))).first?.severity == .critical)
}

@Test("white letters on an undeclared background count only when the host is new or the words are spam")
func hiddenLinksGuessedColour() throws {
    let white = "<a style='color:#fff' href=https://mot.lab/>tại đây</a>"
    #expect(HiddenLinksCheck.findings(in: try inspect(page(body: white))).isEmpty)
    #expect(HiddenLinksCheck.findings(in: try inspect(page(body: white), before: page(body: white))).isEmpty)
    #expect(!HiddenLinksCheck.findings(in: try inspect(page(body: white), before: page())).isEmpty)
    let spam = white.replacing("tại đây", with: "tài xỉu")
    #expect(!HiddenLinksCheck.findings(in: try inspect(page(body: spam))).isEmpty)
}

@Test("a link whose whole content is hidden is hidden, and one that shows a word is not")
func hiddenLinksHiddenContent() throws {
    let inside = "<a href=https://mot.lab/><span style='font-size:0'>tại đây</span></a>"
    let found = HiddenLinksCheck.findings(in: try inspect(page(body: inside), before: page()))
    #expect(found.first?.evidence.first?.reason == .hiddenByFontSize)
    let partly = "<a href=https://mot.lab/>x<span style='font-size:0'>tại đây</span></a>"
    #expect(HiddenLinksCheck.findings(in: try inspect(page(body: partly), before: page())).isEmpty)
}

@Test("the fingerprint stays when the injected links rotate")
func hiddenLinksRotatingLinks() throws {
    let monday = HiddenLinksCheck.findings(in: try inspect(page(body: block), before: page()))
    let other = block.replacing("mot.lab", with: "chin.lab")
    let tuesday = HiddenLinksCheck.findings(in: try inspect(page(body: other), before: page()))
    #expect(monday.first?.fingerprint == tuesday.first?.fingerprint)
}
