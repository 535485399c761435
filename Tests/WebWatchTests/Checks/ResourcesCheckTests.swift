import Testing
import Timekeeping

@testable import WebWatch

private func observed(_ scripts: Int, images: Int = 0, byte: UInt8) -> [ResourcesCheck.Observation] {
    (0..<scripts).map { .init(.script, url: "https://xa-mau.test/js/\($0).js", body: [byte]) }
        + (0..<images).map { .init(.image, url: "https://xa-mau.test/anh/\($0).png", body: [byte]) }
}

private func findings(_ before: [ResourcesCheck.Observation], _ after: [ResourcesCheck.Observation])
    -> [Finding]
{
    var baseline = Baseline(url: PortalPage.url, takenAt: Instant(secondsSince1970: 0))
    for file in before { baseline.resources[file.url] = file.hash }
    return ResourcesCheck.findings(after, baseline: baseline, page: PortalPage.url)
}

@Test("one tampered script is serious, a release of many needs attention")
func resourcesScripts() {
    #expect(findings(observed(1, byte: 1), observed(1, byte: 2)).map(\.severity) == [.serious])
    #expect(findings(observed(5, byte: 1), observed(5, byte: 2)).map(\.severity) == [.attention])
}

@Test("a replaced image needs attention and is quoted by its address")
func resourcesImages() {
    let found = findings(observed(0, images: 2, byte: 1), observed(0, images: 2, byte: 2))
    #expect(found.map(\.severity) == [.attention])
    #expect(
        found.first?.evidence.map(\.quote) == [
            "https://xa-mau.test/anh/0.png", "https://xa-mau.test/anh/1.png",
        ]
    )
}

@Test("equal files, new ones and ones that were not fetched are silent")
func resourcesSilent() {
    #expect(findings(observed(3, images: 3, byte: 1), observed(3, images: 3, byte: 1)).isEmpty)
    #expect(findings([], observed(3, byte: 1)).isEmpty)
    #expect(findings(observed(3, byte: 1), []).isEmpty)
}
