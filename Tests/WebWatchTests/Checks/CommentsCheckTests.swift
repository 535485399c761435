import Testing

@testable import WebWatch

private func comments(_ comment: String, before: String? = nil) throws -> [Finding] {
    CommentsCheck.findings(
        in: try inspect(page(body: "<!--\(comment)-->"), before: before.map { page(body: "<!--\($0)-->") })
    )
}

@Test("links in a comment need attention, spam in it is serious")
func commentsSeverities() throws {
    let found = try comments(" <a href='https://mot.lab/x'>tại đây</a> ")
    #expect(found.map(\.severity) == [.attention])
    #expect(found.first?.evidence.first?.value == "mot.lab")
    let spam = try comments("<a href=https://mot.lab/>nhà cái uy tín</a>")
    #expect(spam.map(\.severity) == [.serious])
    #expect(spam.first?.evidence.first?.reason == .commentSpam)
}

@Test("licences, conditional comments and trusted or known hosts are silent")
func commentsHonestComments() throws {
    #expect(try comments(" MIT licence, see https://mot.lab/licence ").isEmpty)
    #expect(try comments("[if lt IE 9]><script src=https://oss.maxcdn.com/x.js></script><![endif]").isEmpty)
    #expect(try comments("<a href=https://nghean.gov.vn/>x</a><a href=/y>y</a>").isEmpty)
    let known = "<a href=https://mot.lab/>x</a>"
    #expect(try comments(known, before: known).isEmpty)
    #expect(try comments(known, before: "").count == 1)
}
