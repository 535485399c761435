import Testing

@testable import WebWatch

private func canonicals(_ href: String, before: String? = nil) throws -> [Finding] {
    let healthy = before.map { page(head: "<link rel=canonical href=\($0)>") }
    return CanonicalCheck.findings(
        in: try inspect(page(head: "<link rel=Canonical href='\(href)'>"), before: healthy)
    )
}

@Test("a foreign canonical address is critical, a trusted one needs attention, an own one is silent")
func canonicalOwners() throws {
    #expect(try canonicals("https://mot.lab/x").map(\.severity) == [.critical])
    #expect(try canonicals("//mot.lab").first?.evidence.first?.value == "mot.lab")
    #expect(try canonicals("https://nghean.gov.vn/").map(\.severity) == [.attention])
    #expect(try canonicals("https://xa-mau.test/tin").isEmpty)
    #expect(try canonicals("/tin").isEmpty)
    #expect(try canonicals("https://[").isEmpty)
}

@Test("what the baseline has is accepted, another host of the own domain is information")
func canonicalAgainstBaseline() throws {
    #expect(try canonicals("https://mot.lab/y", before: "https://mot.lab/x").isEmpty)
    let found = try canonicals("https://www.xa-mau.test/", before: "https://xa-mau.test/")
    #expect(found.map(\.severity) == [.information])
    #expect(found.first?.evidence.first?.reason == .canonicalChanged)
}

@Test("an alternate or a style sheet is no canonical address")
func canonicalOtherRelations() throws {
    let head =
        "<link rel=alternate href=https://mot.lab/><link rel=stylesheet href=https://mot.lab/><link rel=canonical>"
    #expect(CanonicalCheck.findings(in: try inspect(page(head: head))).isEmpty)
}
