import Foundation
import Language
import Testing
import Timekeeping

@testable import WebWatch

@Test("a finding keeps its fingerprint when its evidence and the page's query change")
func fingerprintLasts() {
    let monday = Finding(
        .hiddenLinks,
        .critical,
        on: "https://xa-mau.test/?a=1",
        evidence: [Evidence(.hiddenByDisplay, quote: "nhà cái A")]
    )
    let tuesday = Finding(
        .hiddenLinks,
        .critical,
        on: "https://XA-mau.test/#top",
        evidence: [Evidence(.hiddenByDisplay, quote: "nhà cái B")]
    )
    #expect(monday.fingerprint == tuesday.fingerprint)
    #expect(monday.fingerprint == "hidden-links:4992b3d7555e7d6b")
    let elsewhere = Finding(.hiddenLinks, .critical, on: "https://xa-mau.test/tin", evidence: [])
    #expect(monday.fingerprint != elsewhere.fingerprint)
    let otherTrait = Finding(.hiddenLinks, .critical, on: "https://xa-mau.test/", evidence: [], trait: "x")
    #expect(monday.fingerprint != otherTrait.fingerprint)
}

@Test("evidence is bounded: in one line, in characters and in pieces")
func evidenceIsBounded() {
    let long = Evidence(.commentSpam, quote: String(repeating: "dài \n ", count: 1_000))
    #expect(long.quote.count == Evidence.quoteCharactersMax)
    #expect(long.quote.hasSuffix("…"))
    #expect(!long.quote.contains("\n"))
    let many = Finding(
        .terms,
        .serious,
        on: "https://xa-mau.test/",
        evidence: .init(repeating: long, count: 99)
    )
    #expect(many.evidence.count == Finding.evidenceMax)
}

@Test("findings and baselines survive storage as JSON")
func codable() throws {
    let finding = Finding(
        .script,
        .critical,
        on: "https://xa-mau.test/",
        evidence: [Evidence(.newScriptHost, quote: "<script>", place: "head", value: "cdn.lab")],
        trait: "cdn.lab"
    )
    #expect(try JSONDecoder().decode(Finding.self, from: JSONEncoder().encode(finding)) == finding)
    var baseline = Baseline(url: "https://xa-mau.test/", takenAt: Instant(secondsSince1970: 1))
    baseline.shingles = ShingleSignature(hashes: [3, 1, .max])
    baseline.inlineScripts = [.max]
    #expect(try JSONDecoder().decode(Baseline.self, from: JSONEncoder().encode(baseline)) == baseline)
}

@Test("each kind and each reason has texts in both languages that differ")
func everyKindHasTexts() {
    for kind in CheckKind.allCases {
        for text in [kind.name, kind.explanation, kind.advice] {
            #expect(!text.vi.isEmpty && !text.en.isEmpty && text.vi != text.en, "\(kind)")
        }
    }
    for reason in EvidenceReason.allCases {
        let text = reason.text("7")
        #expect(!text.vi.isEmpty && !text.en.isEmpty && text.vi != text.en, "\(reason)")
    }
    for severity in Severity.allCases { #expect(severity.name.vi != severity.name.en) }
    #expect(Severity.allCases.sorted() == Severity.allCases)
}

@Test("signatures tell the share of equal shingles, exactly for short texts and closely for long ones")
func shingles() throws {
    let short = ShingleSignature(hashes: Array(0..<20))
    #expect(short.similarity(to: short) == 1)
    #expect(short.similarity(to: ShingleSignature(hashes: Array(10..<30))) == 1.0 / 3)
    #expect(short.similarity(to: ShingleSignature(hashes: [1])) == nil)
    func long(_ range: Range<Int>) -> ShingleSignature {
        ShingleSignature(hashes: range.map { StableHash.of("shingle \($0)") })
    }
    let estimate = try #require(long(0..<4_000).similarity(to: long(2_000..<6_000)))
    #expect(abs(estimate - 1.0 / 3) < 0.1)
}

@Test("sentences name identities and limits in words, never by their codes")
func sentencesHoldNoCodes() {
    for identity in VisitorIdentity.allCases {
        for reason in [EvidenceReason.shownOnlyTo, .redirectedOnly, .differentPage] {
            let text = reason.text(identity.rawValue)
            #expect(!text.vi.contains("fromSearch") && !text.vi.contains("searchEngine"))
            #expect(text.vi.contains(identity.inSentence.vi) && text.en.contains(identity.inSentence.en))
        }
    }
    #expect(
        EvidenceReason.notReadable.text("too-deep").vi == "Vượt giới hạn phân tích: các thẻ lồng nhau quá sâu"
    )
}
