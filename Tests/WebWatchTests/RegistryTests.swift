import Language
import Testing
import Timekeeping
import WebWatch

private let now = Instant(secondsSince1970: 1_795_500_000)
private func days(_ count: Int) -> Duration { .seconds(count * 86_400) }

@Test("only a site that gathers news needs a licence")
func licences() {
    #expect(WebsiteKind.allCases.filter(\.needsLicence) == [.aggregatedNews])
}

@Test("portals of state agencies have their own decree, all other kinds share one")
func laws() {
    #expect(WebsiteKind.statePortal.law.vi.contains("42/2022/NĐ-CP"))
    for kind in WebsiteKind.allCases where kind != .statePortal {
        #expect(kind.law.vi.contains("147/2024/NĐ-CP"))
    }
}

@Test("codes of kinds and criticalities are stable, since rows and files hold them")
func stableCodes() {
    #expect(
        WebsiteKind.allCases.map(\.rawValue)
            == ["state-portal", "aggregated-news", "internal", "personal", "specialised-service"]
    )
    #expect(Criticality.allCases.map(\.rawValue) == ["ordinary", "important", "critical"])
}

@Test("each kind and criticality has its own name in both languages")
func names() {
    let texts = WebsiteKind.allCases.map(\.text) + Criticality.allCases.map(\.text)
    for language in Language.allCases { #expect(Set(texts.map { $0(language) }).count == texts.count) }
}

@Test("sites are looked at every one to five minutes, the more critical the more often")
func lightIntervals() {
    #expect(Criticality.allCases.map(\.lightCheckSeconds) == [300, 120, 60])
}

@Test("a paused site is watched again by itself when the pause ends")
func pauseEnds() throws {
    var state = WebsiteState.watched
    try state.pause(until: now + days(2), at: now)
    #expect(!state.isWatched(at: now + days(2) - .microseconds(1)))
    #expect(state.isWatched(at: now + days(2)))
}

@Test("a pause can be moved and ended early")
func pauseMoves() throws {
    var state = WebsiteState.watched
    try state.pause(until: now + days(2), at: now)
    try state.pause(until: now + days(1), at: now)
    #expect(state == .paused(until: now + days(1)))
    try state.resume()
    #expect(state == .watched)
}

@Test("a pause ends in the future, within thirty days", arguments: [-1, 0, 31])
func pauseOutOfRange(end: Int) {
    var state = WebsiteState.watched
    let error = #expect(throws: WebsiteError.self) { try state.pause(until: now + days(end), at: now) }
    #expect(error?.code == .pauseOutOfRange)
    #expect(error?.text(.vietnamese).contains("30 ngày") == true)
    #expect(state == .watched)
}

@Test("a retired site cannot be paused, resumed or retired again")
func retiredIsFinal() throws {
    var state = WebsiteState.watched
    try state.retire(at: now)
    #expect(!state.isWatched(at: now))
    let refusals = [
        #expect(throws: WebsiteError.self) { try state.pause(until: now + days(1), at: now) },
        #expect(throws: WebsiteError.self) { try state.resume() },
        #expect(throws: WebsiteError.self) { try state.retire(at: now) },
    ]
    #expect(refusals.map { $0?.code } == [.retired, .retired, .retired])
    #expect(state == .retired(at: now))
}

@Test("each error has a code of its room and tells the person something")
func errors() {
    for code in WebsiteErrorCode.allCases {
        #expect(code.rawValue.hasPrefix("website."))
        #expect(!code.text.vi.isEmpty && code.text.vi != code.text.en)
    }
    #expect(WebsiteErrorCode.notFound.category == .notFound)
    #expect(WebsiteErrorCode.retired.category == .conflict)
    #expect(WebsiteErrorCode.pauseOutOfRange.category == .invalid)
}
