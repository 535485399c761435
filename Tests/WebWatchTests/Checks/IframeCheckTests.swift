import Testing

@testable import WebWatch

private func frames(_ body: String, before: String? = page()) throws -> [Finding] {
    IframeCheck.findings(in: try inspect(page(body: body), before: before))
}

@Test(
    "a foreign frame that shows nothing is critical at first sight",
    arguments: [
        "<iframe src=https://mot.lab/ width=0 height=0></iframe>",
        "<iframe src=//mot.lab height='1'></iframe>",
        "<iframe src=https://mot.lab/ style='width:0;height:0'></iframe>",
        "<div style='position:absolute;top:-999px'><iframe src=https://mot.lab/></iframe></div>",
        "<object data=https://mot.lab/ width=1 height=1></object>",
        "<iframe src=https://mot.lab/ hidden></iframe>",
    ]
)
func iframeHiddenFrame(html: String) throws {
    let found = try frames(html, before: nil)
    #expect(found.map(\.severity) == [.critical])
    #expect(found.first?.evidence.first?.reason == .hiddenFrame)
}

@Test("a new visible frame needs attention, a trusted one is information, a known one is silent")
func iframeVisibleFrames() throws {
    let frame = "<iframe src='https://mot.lab/ban-do?x=1' width=600 height=400></iframe>"
    #expect(try frames(frame).map(\.severity) == [.attention])
    #expect(try frames(frame, before: nil).isEmpty)
    #expect(try frames(frame, before: page(body: frame.replacing("x=1", with: "x=2"))).isEmpty)
    #expect(
        try frames("<iframe src=https://www.youtube.com/embed/a></iframe>").map(\.severity) == [.information]
    )
    #expect(try frames("<iframe src=/ban-do></iframe>").isEmpty)
    #expect(try frames("<iframe src=javascript:void(0) width=0></iframe><iframe></iframe>").isEmpty)
}

@Test("the hidden frame of a trusted measuring service is silent at first sight")
func iframeMeasuringFrame() throws {
    let frame =
        "<iframe src=https://www.googletagmanager.com/ns.html height=0 width=0 style='display:none'></iframe>"
    #expect(try frames("<noscript>\(frame)</noscript>", before: nil).isEmpty)
}

@Test("frames of one host are one finding")
func iframeOneHostOneFinding() throws {
    let found = try frames(
        "<iframe src=https://mot.lab/1 width=0></iframe><iframe src=https://mot.lab/2></iframe>"
    )
    #expect(found.count == 1)
    #expect(found.first?.severity == .critical)
    #expect(found.first?.evidence.count == 2)
}
