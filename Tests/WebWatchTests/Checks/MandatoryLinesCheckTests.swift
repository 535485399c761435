import Foundation
import Testing

@testable import WebWatch

private func lines(_ html: String, before: String? = nil, wanted: Set<MandatoryLine>) throws -> [Finding] {
    let settings = CheckSettings(mandatoryLines: wanted)
    return MandatoryLinesCheck.findings(in: try inspect(html, before: before, settings: settings))
}

@Test(
    "lines are found in capitals, decomposed or without tones",
    arguments: [
        "GIẤY PHÉP SỐ 12/GP-TTĐT", "Giấy phép thiết lập trang thông tin điện tử tổng hợp số 5",
        "giay phep so 12", "Giấy phép số 12".decomposedStringWithCanonicalMapping,
    ]
)
func mandatoryLinesLicence(text: String) throws {
    #expect(try lines("<p>\(text)", wanted: [.licence]).isEmpty)
}

@Test("a line that was never there is information, one that went needs attention")
func mandatoryLinesMissing() throws {
    let bare = try lines("<p>Xã Mẫu", wanted: [.licence, .owner, .responsible])
    #expect(bare.map(\.severity) == [.information, .information, .information])
    #expect(
        bare.compactMap { $0.evidence.first?.reason } == [
            .missingLicence, .missingOwner, .missingResponsible,
        ]
    )
    let gone = try lines("<p>Xã Mẫu", before: page(), wanted: [])
    #expect(gone.map(\.severity) == [.attention, .attention])
    #expect(try lines(page(), before: page(), wanted: [.owner, .responsible]).isEmpty)
}

@Test("an error page lacks nothing")
func mandatoryLinesErrorPage() throws {
    let inspection = PageInspection(try facts("<p>x", status: 503), baseline: nil, settings: CheckSettings())
    #expect(MandatoryLinesCheck.findings(in: inspection).isEmpty)
}
