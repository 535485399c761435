import Testing

@testable import WebWatch

private func refreshes(_ content: String, before: String? = nil) throws -> [Finding] {
    func head(_ content: String) -> String { "<meta http-equiv=refresh content=\"\(content)\">" }
    return RefreshCheck.findings(
        in: try inspect(page(head: head(content)), before: before.map { page(head: head($0)) })
    )
}

@Test(
    "the target is found however it is written",
    arguments: [
        "0;url=https://mot.lab/", "0; URL='https://mot.lab/'", "5 ,https://mot.lab/", "0;https://mot.lab/",
        " 3 ; url = https://mot.lab/ ", "0;url=//mot.lab/",
    ]
)
func refreshTargets(content: String) throws {
    let found = try refreshes(content)
    #expect(found.map(\.severity) == [.critical])
    #expect(found.first?.evidence.first?.value == "https://mot.lab/")
}

@Test("a page that reloads itself is silent, as is a target that the baseline knows")
func refreshHarmless() throws {
    #expect(try refreshes("300").isEmpty)
    #expect(try refreshes("300;").isEmpty)
    #expect(try refreshes("0;url=/vi/").isEmpty)
    #expect(try refreshes("0;url=https://mot.lab/a", before: "0;url=https://mot.lab/b").isEmpty)
    #expect(try refreshes("0;url=/vi/", before: "300").map(\.severity) == [.information])
    #expect(try refreshes("0;url=https://nghean.gov.vn/").map(\.severity) == [.attention])
}

@Test("the header refreshes as the tag does")
func refreshHeader() throws {
    let answer = Answer(
        status: 200,
        finalURL: PortalPage.url,
        headers: [
            .init(name: "Refresh", value: "1; url=https://mot.lab/"),
            .init(name: "Content-Type", value: "text/html"),
        ],
        body: Array("<p>x".utf8)
    )
    let inspection = PageInspection(try PageFacts(answer), baseline: nil, settings: CheckSettings())
    #expect(RefreshCheck.findings(in: inspection).first?.evidence.first?.place == "header")
}
