import Access
import Database
import Foundation
import Places
import Testing
import Timekeeping

@testable import WebWatch

private let hidden = Finding(.hiddenLinks, .critical, on: "https://a.vn/", evidence: [])
private let title = Finding(.title, .serious, on: "https://a.vn/", evidence: [])
private let down = Finding(.unavailable, .serious, on: "https://a.vn/", evidence: [], trait: "down")
private let pageKinds: Set<CheckKind> = [.hiddenLinks, .title]
private let siteID = WebsiteID(.init(uuid: (0, 0, 0, 0, 0, 0, 0x70, 0, 0x80, 0, 0, 0, 0, 0, 0, 1)))

private func tracked(_ finding: Finding, _ number: UInt8 = 1) -> TrackedFinding {
    let id = FindingID(.init(uuid: (0, 0, 0, 0, 0, 0, 0x70, 0, 0x80, 0, 0, 0, 0, 0, 0, number)))
    return TrackedFinding(id: id, website: siteID, unit: commune, finding: finding, at: wednesdayMorning)
}

private func look(_ findings: [Finding], kinds: Set<CheckKind> = pageKinds, recheck: Bool = false) -> Look {
    Look(kinds: kinds, findings: findings, isRecheck: recheck)
}

/// The only change that a look makes to one open finding.
private func change(
    _ open: TrackedFinding,
    _ look: Look,
    after seconds: Int = 60
) throws -> FindingTracker.Change {
    let changes = FindingTracker.changes([open], look, at: wednesdayMorning + .seconds(seconds))
    return try #require(changes.first)
}

private func confirmed(_ finding: Finding) throws -> TrackedFinding {
    guard case .confirmed(let it) = try change(tracked(finding), look([finding])) else {
        throw Unexpected()
    }
    return it
}

private struct Unexpected: Error {}

@Test("what is seen once is suspected, what is seen twice is confirmed and dated from the first sight")
func secondLookConfirms() throws {
    #expect(
        FindingTracker.changes([], look([hidden]), at: wednesdayMorning) == [
            .began(hidden, isConfirmed: false)
        ]
    )
    let it = try confirmed(hidden)
    #expect(it.state == .confirmed && it.firstSeenAt == wednesdayMorning && it.sightings == 2)
    #expect(it.confirmedAt == wednesdayMorning + .seconds(60))
}

@Test("a suspicion that the second look does not share is dropped")
func suspicionDropped() throws {
    guard case .cleared(let it) = try change(tracked(hidden), look([])) else { throw Unexpected() }
    #expect(it.confirmedAt == nil && it.clearedAt != nil)
}

@Test("a confirmed finding takes two clean looks, and a sight in between starts the count again")
func cleanLooksClear() throws {
    let it = try confirmed(hidden)
    guard case .missed(let once) = try change(it, look([])) else { throw Unexpected() }
    guard case .seen(let again, isWorse: false) = try change(once, look([hidden])) else { throw Unexpected() }
    guard case .missed(let first) = try change(again, look([])) else { throw Unexpected() }
    guard case .cleared(let gone) = try change(first, look([])) else { throw Unexpected() }
    #expect(gone.state == .cleared)
}

@Test("one clean look is enough when somebody asked for it")
func recheckClears() throws {
    let it = try confirmed(hidden)
    guard case .cleared = try change(it, look([], recheck: true)) else { throw Unexpected() }
}

@Test("a look at other kinds does not miss a finding, but what it happens to see is seen")
func blindLook() throws {
    let it = try confirmed(hidden)
    #expect(FindingTracker.changes([it], look([], kinds: [.certificate]), at: wednesdayMorning).isEmpty)
    let part = FindingTracker.changes([], look([hidden], kinds: [.certificate]), at: wednesdayMorning)
    #expect(part == [.began(hidden, isConfirmed: false)])
}

@Test("an outage has been confirmed by its own check, and ends with it")
func outageConfirmsItself() throws {
    let seen = look([down], kinds: [.unavailable])
    #expect(FindingTracker.changes([], seen, at: wednesdayMorning) == [.began(down, isConfirmed: true)])
    var open = tracked(down)
    open.state = .confirmed
    guard case .cleared = try change(open, look([], kinds: [.unavailable])) else { throw Unexpected() }
}

@Test("a finding that grows graver says so, and two of one group in one look are one")
func worse() throws {
    let it = try confirmed(Finding(.title, .attention, on: "https://a.vn/", evidence: []))
    let lesser = Finding(.title, .information, on: "https://a.vn/?x=1", evidence: [])
    guard case .seen(let now, isWorse: true) = try change(it, look([lesser, title])) else {
        throw Unexpected()
    }
    #expect(now.finding.severity == .serious)
}

@Test("however many findings a page makes, no more than the limit are open")
func openLimit() {
    let many = (0..<200).map { Finding(.title, .serious, on: "https://a.vn/\($0)", evidence: []) }
    #expect(FindingTracker.changes([], look(many), at: wednesdayMorning).count == FindingTracker.openMax)
}

@Test("a clock that was set back never ends a finding before it was seen")
func clockSetBack() throws {
    guard case .cleared(let it) = try change(tracked(hidden), look([]), after: -500) else {
        throw Unexpected()
    }
    #expect(it.clearedAt == it.lastSeenAt)
}

@Test("a finding is read back as it was written, and only one of a group is open")
func findingRows() async throws {
    try await withWatch { bench in
        let site = try await bench.add(try details())
        let evidence = Evidence(.noAnswer, quote: "\u{1}\"<b>nhà cái</b>", place: "title", value: "nhà cái")
        let finding = Finding(.terms, .critical, on: "https://a.vn/", evidence: [evidence])
        let it = TrackedFinding(
            id: bench.store.ids.make(),
            website: site.id,
            unit: commune,
            finding: finding,
            at: wednesdayMorning
        )
        try await bench.database.write { try it.insert(in: $0) }
        #expect(try await bench.store.findings(of: site.id, within: .everything) == [it])
        #expect(try await bench.store.finding(it.id, within: .everything) == it)
        #expect(await failure { _ = try await bench.store.finding(it.id, within: .units([])) } == .notFound)
        let second = TrackedFinding(
            id: bench.store.ids.make(),
            website: site.id,
            unit: commune,
            finding: finding,
            at: wednesdayMorning
        )
        await #expect(throws: DatabaseError.self) {
            try await bench.database.write { try second.insert(in: $0) }
        }
    }
}

@Test(
    "the schema refuses a finding that cannot be",
    arguments: [
        ("severity = 'bad'", "website_finding_severity"), ("state = 'gone'", "website_finding_state"),
        ("state = 'confirmed'", "website_finding_confirmation"), ("cleared_at = 5", "website_finding_end"),
        ("last_seen_at = 1", "website_finding_seen"), ("sightings = 0", "website_finding_sightings"),
        ("kind = ''", "website_finding_kind"), ("fingerprint = ''", "website_finding_fingerprint"),
        ("clean_looks = -1", "website_finding_clean_looks"),
        ("evidence = '\(String(repeating: "x", count: 200_000))'", "website_finding_evidence"),
    ]
)
func findingSchema(assignment: String, constraint: String) async throws {
    try await withWatch { bench in
        let site = try await bench.add(try details())
        let it = TrackedFinding(
            id: bench.store.ids.make(),
            website: site.id,
            unit: commune,
            finding: hidden,
            at: wednesdayMorning
        )
        try await bench.database.write { try it.insert(in: $0) }
        let kind = await refusal(bench.database, "UPDATE website_finding SET \(trusted: assignment)")
        #expect(kind == .check(constraint))
    }
}

@Test("a page is accepted as the new baseline once, by permit, with its audit entry and a check asked for")
func acceptBaselines() async throws {
    try await withWatch { bench in
        let site = try await bench.add(try details())
        let page = Baseline(url: site.details.address.url, takenAt: bench.clock.now)
        #expect(
            await failure { _ = try await bench.store.acceptBaseline(of: site.id, by: bench.permit()) }
                == .nothingToAccept
        )
        try await bench.database.write { try $0.keep(page, asBaseline: false, of: site.id, commune) }
        let stranger: Permit<AcceptBaseline> = bench.permit(otherCommune)
        #expect(
            await failure { _ = try await bench.store.acceptBaseline(of: site.id, by: stranger) } == .notFound
        )
        #expect(try await bench.store.acceptBaseline(of: site.id, by: bench.permit()) == page)
        let kept = try await bench.store.baseline(of: site.id, within: .everything)
        #expect(kept == KeptBaseline(baseline: page, acceptedBy: officer, candidate: nil))
        #expect(try await bench.audited() == ["website.added", "website.baseline-accepted"])
        #expect(try await bench.number("SELECT count(*) FROM website_recheck") == 1)
        let broken = await refusal(bench.database, "UPDATE website_baseline SET baseline = NULL")
        #expect(broken == .check("website_baseline_accepted"))
    }
}

@Test("another address forgets the baseline of the old one, with an entry when a person had accepted it")
func movedAddress() async throws {
    try await withWatch { bench in
        let site = try await bench.add(try details())
        let page = Baseline(url: site.details.address.url, takenAt: bench.clock.now)
        try await bench.database.write { try $0.keep(page, asBaseline: false, of: site.id, commune) }
        _ = try await bench.store.acceptBaseline(of: site.id, by: bench.permit())
        let moved = try details("moi.vn")
        _ = try await bench.store.edit(site.id, moved, expecting: 1, by: bench.permit())
        #expect(try await bench.store.baseline(of: site.id, within: .everything) == KeptBaseline())
        #expect(try await bench.audited().suffix(2) == ["website.changed", "website.baseline-gone"])
    }
}

@Test("a check is asked for with one entry, and not of a retired website")
func recheckAsked() async throws {
    try await withWatch { bench in
        let site = try await bench.add(try details())
        try await bench.store.requestRecheck(of: site.id, forCase: "c1", by: bench.permit())
        try await bench.store.requestRecheck(of: site.id, forCase: "c1", by: bench.permit())
        #expect(try await bench.number("SELECT count(*) FROM website_recheck") == 1)
        #expect(
            try await bench.audited().suffix(2) == Array(repeating: "website.recheck-requested", count: 2)
        )
        _ = try await bench.store.retire(site.id, by: bench.permit())
        #expect(
            await failure { try await bench.store.requestRecheck(of: site.id, by: bench.permit()) }
                == .retired
        )
    }
}
