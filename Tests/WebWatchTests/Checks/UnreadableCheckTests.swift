import HTMLParsing
import Testing

@testable import WebWatch

@Test("a page that is too deep to read becomes a finding that names the limit")
func unreadableTooDeep() throws {
    let html = String(repeating: "<div>", count: 100_000)
    let error = #expect(throws: DocumentError.self) { try facts(html) }
    let finding = UnreadableCheck.finding(try #require(error), on: PortalPage.url)
    #expect(finding.severity == .attention)
    #expect(finding.evidence.first?.value == "too-deep")
}

@Test("each limit has a fingerprint of its own")
func unreadableFingerprints() {
    let all = DocumentError.allCases.map { UnreadableCheck.finding($0, on: PortalPage.url).fingerprint }
    #expect(Set(all).count == DocumentError.allCases.count)
}
