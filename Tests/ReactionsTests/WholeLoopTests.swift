import Cases
import Database
import Foundation
import Language
import Places
import Testing
import Timekeeping

@testable import Reactions
@testable import WebWatch

@Test("a website that turns bad gets one case with owner, ground, deadline and evidence")
func badWebsiteGetsCase() async throws {
    try await withLoop { (bench) async throws in
        let it = try await bench.badWebsite()
        #expect(it.unit == commune && it.kind == .website && it.state == .new)
        #expect(it.title == "Cổng thông tin xã Đô Lương: nghi bị xâm nhập, chèn nội dung trái phép")
        #expect(
            it.severity == .critical
                && it.ground == DeadlineRules.byDefault[kind: .website, severity: .critical].ground
        )
        #expect(it.deadline.at - it.detectedAt == .seconds(86_400))
        let evidence = try await bench.cases.evidence(of: it.id, within: .everything)
        #expect(evidence.contains { $0.quote.contains("nhà cái uy tín") })
        #expect(evidence.allSatisfy { $0.url == "https://doluong.nghean.gov.vn/" })
        #expect(it.observations > 1, "hidden links, terms and links are one matter")
    }
}

@Test("an answer while the website is still bad sends the case back with the reason")
func stillBadGoesBack() async throws {
    try await withLoop { (bench) async throws in
        let it = try await bench.badWebsite()
        try await bench.answer(it)
        try await bench.deliverTwice()
        #expect(try await bench.onlyCase().state.kind == .verifying)
        try await bench.pass(60)
        let back = try await bench.onlyCase()
        #expect(back.state == .inProgress)
        let events = try await bench.cases.timeline(of: it.id, within: .everything)
        guard case .recheckFailed(_, let reason) = events.last?.change else {
            Issue.record("the timeline ends with \(String(describing: events.last))")
            return
        }
        #expect(reason.hasPrefix("Vẫn còn thấy: ") && reason.contains("https://doluong.nghean.gov.vn/"))
    }
}

@Test("a website that cannot be opened is no clean website")
func unreachableGoesBack() async throws {
    try await withLoop { (bench) async throws in
        let it = try await bench.badWebsite()
        bench.site.shows(refused)
        try await bench.answer(it)
        try await bench.pass(60)
        let back = try #require(try await bench.allCases().first { $0.id == it.id })
        #expect(back.state == .inProgress)
    }
}

@Test("a finding that is gone is noted but closes nothing; the answer and a clean re-check do")
func cleanedAndAnsweredCloses() async throws {
    try await withLoop { (bench) async throws in
        let it = try await bench.badWebsite()
        bench.site.shows(healthy)
        try await bench.pass(900)
        #expect(try await bench.onlyCase().state == .new)
        let noted = try await bench.cases.timeline(of: it.id, within: .everything).compactMap { event in
            if case .commented(let text) = event.change { text } else { nil }
        }
        #expect(!noted.isEmpty && noted.allSatisfy { $0.hasPrefix("Không còn thấy: ") })
        #expect(Set(noted).count == noted.count, "a kind that is gone is one line")
        try await bench.answer(it)
        try await bench.pass(60)
        let closed = try await bench.onlyCase()
        guard case .closed(.recheckPassed(let answer, let takenAt, _)) = closed.state else {
            Issue.record("the case is \(closed.state)")
            return
        }
        #expect(answer.rootCause == .uploadForm && takenAt > answer.at)
        #expect(
            try await bench.lines(it).suffix(4) == ["started", "answered", "verifying", "recheck-passed"]
        )
    }
}

@Test("what comes back within 90 days opens the old case again, and is counted")
func recurrenceReopens() async throws {
    try await withLoop { (bench) async throws in
        let it = try await bench.badWebsite()
        bench.site.shows(healthy)
        try await bench.answer(it)
        try await bench.pass(60)
        #expect(try await bench.onlyCase().state.kind == .closed)
        bench.clock.advance(40 * 86_400)
        bench.site.shows(hacked)
        try await bench.pass(600)
        let again = try await bench.onlyCase()
        #expect(again.id == it.id && again.state == .new && again.recurrences == 1)
        #expect(again.deadline.at > it.deadline.at + .seconds(39 * 86_400))
    }
}

@Test("what comes back later is a new case that names the old one")
func lateRecurrenceIsNew() async throws {
    try await withLoop { (bench) async throws in
        let it = try await bench.badWebsite()
        bench.site.shows(healthy)
        try await bench.answer(it)
        try await bench.pass(60)
        bench.clock.advance(100 * 86_400)
        bench.site.shows(hacked)
        try await bench.pass(600)
        let all = try await bench.allCases()
        #expect(all.count == 2 && all[0].state == .new && all[0].recurrences == 0)
        let related = try await bench.cases.related(to: all[0].id, within: .everything)
        #expect(related.map(\.id) == [it.id])
    }
}

@Test("an overdue case is told to its owner, to the unit above, to the board, each once")
func overdueEscalates() async throws {
    try await withLoop { (bench) async throws in
        let it = try await bench.badWebsite()
        let overdue = OverdueCaseTellsOwner(bench.house)
        func look() async -> Int { await overdue.look { Issue.record($0) } }
        var levels: [EscalationLevel] = []
        for _ in 0..<7 {
            let told = await look()
            #expect(await look() == 0, "a level is told once")
            if told == 1 { levels.append(try await bench.onlyCase().escalation) }
            bench.clock.advance(86_400)
        }
        #expect(levels == [.owner, .parent, .board])
        let told = try await bench.texts(
            "SELECT topic FROM outbox WHERE topic = 'case.overdue' AND subject = \(it.id.description)"
        )
        #expect(told.count == 3)
        try await bench.deliverTwice()
    }
}

@Test("a case that waits for a re-check is not its owner's to hurry")
func verifyingIsNotOverdue() async throws {
    try await withLoop { (bench) async throws in
        let it = try await bench.badWebsite()
        try await bench.answer(it)
        try await bench.deliverTwice()
        bench.clock.advance(10 * 86_400)
        #expect(await OverdueCaseTellsOwner(bench.house).look { Issue.record($0) } == 0)
    }
}

@Test("an outage and an intrusion of one website are two matters")
func outageIsAnotherCase() async throws {
    try await withLoop { (bench) async throws in
        let it = try await bench.badWebsite()
        bench.site.shows(refused)
        try await bench.pass(900)
        let all = try await bench.allCases()
        #expect(all.count == 2 && all[1].id == it.id)
        #expect(all[0].title == "Cổng thông tin xã Đô Lương: không truy cập được")
    }
}

@Test("a passage that offends by several of its words is one proof of the case")
func onePassageOneProof() {
    let passage = "Your security is an illusion. Greetz to everybody."
    let finding = Finding(
        .defacement,
        .critical,
        on: "https://doluong.nghean.gov.vn/",
        evidence: [
            Evidence(.defacementWords, quote: passage, place: "body", value: "security is an illusion"),
            Evidence(.defacementWords, quote: passage, place: "body", value: "greetz"),
            Evidence(.defacementWords, quote: passage, place: "title", value: "greetz"),
            Evidence(.pageEmptied, value: "3"), Evidence(.pageReplaced, value: "4"),
        ]
    )
    let tracked = TrackedFinding(
        id: FindingID(UUID()),
        website: WebsiteID(UUID()),
        unit: Places.Unit.ID(rawValue: "17329"),
        finding: finding,
        at: Instant(secondsSince1970: 1_795_572_000)
    )
    #expect(tracked.caseEvidence(in: Language.english).count == 4)
}
