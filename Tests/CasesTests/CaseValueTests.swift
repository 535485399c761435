import Language
import Testing
import Timekeeping

@testable import Cases

@Test(
    "a case number is written with at least four digits and read back",
    arguments: ["HS-2026-0412", "HS-2026-12345"]
)
func caseNumbers(text: String) {
    #expect(CaseNumber(text)?.description == text)
    #expect(CaseNumber(text.lowercased()) == CaseNumber(text))
}

@Test(
    "what is no case number is refused",
    arguments: [
        "", "HS-2026-", "HS-26-0001", "HS-2026-0000", "HS-2026-412", "HS-2026-1234567890", "HS-2026-+123",
        "412",
    ]
)
func notCaseNumbers(text: String) { #expect(CaseNumber(text) == nil) }

@Test("each root cause reads its own code; only the other one takes words")
func rootCauses() {
    for cause in RootCause.listed + [.other("Mất điện")] {
        #expect(RootCause(code: cause.code, words: cause.words) == cause)
    }
    #expect(RootCause(code: "other", words: nil) == nil)
    #expect(RootCause(code: "upload-form", words: "x") == nil)
    #expect(RootCause(code: "magic", words: nil) == nil)
}

@Test("a draft is cleaned: spaces around it, control characters and text that runs backwards are gone")
func cleanedDraft() throws {
    let clean = try draft(title: "  Trang\u{0} bị\u{202E} chèn\n").checked()
    #expect(clean.title == "Trang bị chèn")
}

@Test("an empty or overlong text names its field in both languages")
func refusedTexts() throws {
    let empty = #expect(throws: CaseError.self) { try draft(title: " \u{7} ").checked() }
    #expect(empty?.code == .textMissing)
    #expect(empty?.text(.vietnamese).contains("Tiêu đề") == true)
    let long = #expect(throws: CaseError.self) {
        try draft(title: String(repeating: "ạ", count: 301)).checked()
    }
    #expect(long?.code == .textTooLong)
    #expect(long?.text(.english).contains("300") == true)
    _ = try draft(title: String(repeating: "ạ", count: 300)).checked()
    // A million marks on one letter are one character; the bytes are counted first.
    let marks = "a" + String(repeating: "\u{301}", count: 1_000_000)
    #expect(code { () throws(CaseError) in _ = try marks.checked(as: .title) } == .textTooLong)
}

@Test(
    "evidence with an address, hash or detail that is none is refused",
    arguments: [
        CaseEvidence(kind: "x", quote: "q", url: "javascript:alert(1)", takenAt: wednesdayMorning),
        CaseEvidence(kind: "x", quote: "q", sha256: "ABC", takenAt: wednesdayMorning),
        CaseEvidence(kind: "x", quote: "q", takenAt: wednesdayMorning, detail: "[1]"),
        CaseEvidence(kind: "x", quote: "q", takenAt: wednesdayMorning, detail: "{"),
    ]
)
func badEvidence(evidence: CaseEvidence) {
    #expect(code { () throws(CaseError) in _ = try evidence.checked() } == .evidenceInvalid)
}

@Test("a quote of a hostile page is cut, not refused")
func hostileQuote() throws {
    let quote = "\u{0}<script>" + String(repeating: "nhà cái ", count: 10_000)
    let clean = try CaseEvidence(kind: "x", quote: quote, takenAt: wednesdayMorning).checked()
    #expect(clean.quote.unicodeScalars.count == CaseField.quote.charactersMax)
    #expect(clean.quote.hasPrefix("<script>"))
}

@Test("every code, state, severity, kind, cause, ground, level and holiday is said in both languages")
func allTexts() {
    var texts = CaseErrorCode.allCases.map(\.text) + CaseState.Kind.allCases.map(\.text)
    texts += CaseSeverity.allCases.map(\.text) + CaseKind.allCases.map(\.text) + RootCause.listed.map(\.text)
    texts += LegalGround.allCases.flatMap { [$0.citation, $0.provision] }
    texts += EscalationLevel.allCases.map(\.text) + HolidayCalendar.Holiday.allCases.map(\.text)
    texts += CaseField.allCases.map(\.text) + [DeadlineRule.Basis.law.text, DeadlineRule.Basis.setting.text]
    #expect(texts.allSatisfy { !$0.vi.isEmpty && !$0.en.isEmpty && $0.vi != $0.en })
    #expect(Text.Case.holidaysUnknown(year: 2028).vi.contains("2028"))
}
