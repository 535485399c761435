import Testing

@testable import WebWatch

@Test("a visible link with spam words is critical, baseline or not")
func linksSpamLink() throws {
    let spam = "<a href=https://mot.lab/>nổ hũ đổi thưởng</a>"
    for before in [nil, page(), page(body: spam)] {
        let found = LinksCheck.findings(in: try inspect(page(body: spam), before: before))
        #expect(found.map(\.severity) == [.critical])
        #expect(found.first?.evidence.first?.value == "mot.lab")
    }
}

@Test("new foreign domains are information, many at once need attention, known and trusted ones are silent")
func linksNewHosts() throws {
    func found(_ body: String, before: String? = page()) throws -> [Finding] {
        LinksCheck.findings(in: try inspect(page(body: body), before: before))
    }
    let one = "<a href=https://mot.lab/>bài viết</a><a href=https://mot.lab/2>bài khác</a>"
    #expect(try found(one).map(\.severity) == [.information])
    #expect(try found(one).first?.evidence.count == 1)
    #expect(try found(one, before: page(body: one)).isEmpty)
    #expect(try found(one, before: nil).isEmpty)
    #expect(try found("<a href=https://a.gov.vn/>a</a><a href=/b>b</a>").isEmpty)
    let many = (0..<9).map { "<a href=https://so-\($0).lab/>bài</a>" }.joined()
    #expect(try found(many).map(\.severity) == [.attention])
}
