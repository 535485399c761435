import Access
import AuditLog
import Cryptography
import Database
import Foundation
import Places
import Synchronization
import Testing
import Timekeeping

@testable import WebWatch

private func critical(_ address: String = "doluong.nghean.gov.vn") throws -> WebsiteDetails {
    var it = try details(address)
    it.criticality = .critical
    return it
}

@Test("a new website is found and checked while the watch runs, and its first good page becomes the baseline")
func firstChecks() async throws {
    try await withRunningWatch { watch in
        await watch.pass(30)
        let site = try await watch.bench.add(try critical())
        #expect(try await watch.health(site) == .unchecked)
        await watch.pass(600)
        let found = try await watch.bench.store.find(site.id, within: .everything)
        #expect(found.status.health == .good && found.status.outcome == "200")
        #expect(found.status.lastLightCheck != nil && found.status.lastDeepCheck != nil)
        let kept = try await watch.bench.store.baseline(of: site.id, within: .everything)
        #expect(kept.baseline?.title == "Cổng thông tin xã Đô Lương" && kept.acceptedBy == nil)
        #expect(try await watch.bench.number("SELECT count(*) FROM website_check") >= 10)
        let identities = Set(watch.fetcher.requests.map(\.identity))
        #expect(identities == Set(VisitorIdentity.allCases))
        #expect(try await watch.bench.posted().isEmpty)
        #expect(
            try await watch.bench.audited() == ["website.added"],
            "observations are no writes of a person"
        )
    }
}

@Test("hidden links are confirmed by a second look at once, told once, and cleared after clean deep checks")
func hackedAndCleaned() async throws {
    try await withRunningWatch { watch in
        let site = try await watch.bench.add(try critical())
        await watch.pass(600)
        watch.fetcher.answer(hacked)
        await watch.pass(120)
        let open = try await watch.open(site)
        let hidden = try #require(open.first { $0.finding.kind == .hiddenLinks })
        #expect(hidden.state == .confirmed && !hidden.finding.evidence.isEmpty)
        let confirmedAt = try #require(hidden.confirmedAt)
        #expect(confirmedAt - hidden.firstSeenAt <= .seconds(30))
        #expect(try await watch.health(site) == .critical)
        let told = try await watch.bench.posted()
        #expect(Set(told) == ["website.finding-confirmed"] && told.count == open.count)
        await watch.pass(600)
        #expect(try await watch.bench.posted().count == told.count, "told once")

        watch.fetcher.answer { $0.url.hasSuffix("sitemap.xml") ? notFound($0) : healthy($0) }
        await watch.pass(1200)
        #expect(try await watch.open(site).isEmpty)
        #expect(try await watch.health(site) == .good)
        #expect(try await watch.bench.posted().filter { $0 == "website.finding-cleared" }.count == told.count)
    }
}

@Test("what only search engines get to see is found")
func cloaked() async throws {
    try await withRunningWatch { watch in
        let site = try await watch.bench.add(try critical())
        watch.fetcher.answer { request in
            request.identity == .searchEngine ? hacked(request) : healthy(request)
        }
        await watch.pass(900)
        #expect(try await watch.open(site).map(\.finding.kind).contains(.cloaking))
        #expect(try await watch.bench.store.baseline(of: site.id, within: .everything).baseline == nil)
    }
}

@Test("pages that only the sitemap knows are found")
func parasitePages() async throws {
    try await withRunningWatch { watch in
        let site = try await watch.bench.add(try critical())
        let sitemap = (0..<5).map {
            "<url><loc>https://doluong.nghean.gov.vn/nha-cai-uy-tin-\($0)</loc></url>"
        }
        watch.fetcher.answer { request in
            request.url.hasSuffix("sitemap.xml") ? page(sitemap.joined(), request) : healthy(request)
        }
        await watch.pass(900)
        #expect(try await watch.open(site).map(\.finding.kind) == [.parasitePages])
    }
}

@Test("an outage is told after several failures in a row, and its end when the site answers")
func outage() async throws {
    try await withRunningWatch { watch in
        let site = try await watch.bench.add(try critical())
        await watch.pass(600)
        watch.fetcher.answer(refused)
        await watch.pass(300)
        let open = try await watch.open(site)
        #expect(open.map(\.finding.kind) == [.unavailable] && open.first?.state == .confirmed)
        #expect(try await watch.health(site) == .serious)
        watch.fetcher.answer { $0.url.hasSuffix("sitemap.xml") ? notFound($0) : healthy($0) }
        await watch.pass(900)
        #expect(try await watch.open(site).isEmpty)
        #expect(try await watch.bench.posted() == ["website.finding-confirmed", "website.finding-cleared"])
    }
}

@Test("a website whose start page is not there is told as one that does not answer")
func startPageMissing() async throws {
    try await withRunningWatch { watch in
        let site = try await watch.bench.add(try critical())
        watch.fetcher.answer(notFound)
        await watch.pass(900)
        #expect(try await watch.open(site).map(\.finding.kind) == [.unavailable])
        #expect(try await watch.health(site) == .serious)
    }
}

@Test("a page too large is no outage but is told as unreadable, and a refusal is only worth reading")
func noOutage() async throws {
    try await withRunningWatch { watch in
        let site = try await watch.bench.add(try critical())
        watch.fetcher.answer { page("<p>Forbidden", $0, status: 403) }
        await watch.pass(600)
        #expect(try await watch.open(site).map(\.finding.severity) == [.information])
        #expect(try await watch.bench.posted().isEmpty)
        watch.fetcher.answer { _ in FetchResult(outcome: .failed(.bodyTooLarge)) }
        await watch.pass(900)
        let open = try await watch.open(site).map(\.finding)
        #expect(open.map(\.kind) == [.unreadable] && open.map(\.severity) == [.attention])
    }
}

@Test("a check asked for during a pause is made when the pause ends")
func recheckAfterPause() async throws {
    try await withRunningWatch { watch in
        let site = try await watch.bench.add(try critical())
        await watch.pass(300)
        let until = watch.bench.clock.now + .seconds(60)
        _ = try await watch.bench.store.pause(site.id, until: until, by: watch.bench.permit())
        await watch.pass(10)
        try await watch.bench.store.requestRecheck(of: site.id, forCase: "HS-2", by: watch.bench.permit())
        await watch.pass(30)
        #expect(try await watch.bench.posted().isEmpty)
        await watch.pass(60)
        #expect(try await watch.bench.posted() == ["website.recheck-passed"])
    }
}

@Test("a single failure is told to nobody")
func hiccup() async throws {
    try await withRunningWatch { watch in
        try await watch.bench.add(try critical())
        await watch.pass(600)
        watch.fetcher.answer(refused)
        await watch.pass(30)
        watch.fetcher.answer { $0.url.hasSuffix("sitemap.xml") ? notFound($0) : healthy($0) }
        await watch.pass(300)
        #expect(try await watch.bench.posted().isEmpty)
    }
}

@Test(
    "a re-check fails while the website is bad, names its case, and passes and clears at once when it is clean"
)
func rechecks() async throws {
    try await withRunningWatch { watch in
        let site = try await watch.bench.add(try critical())
        watch.fetcher.answer(hacked)
        await watch.pass(900)
        let recheck: Permit<RecheckWebsite> = watch.bench.permit()
        try await watch.bench.store.requestRecheck(of: site.id, forCase: "HS-1", by: recheck)
        await watch.pass(30)
        #expect(try await watch.bench.posted().last == "website.recheck-failed")
        watch.fetcher.answer { $0.url.hasSuffix("sitemap.xml") ? notFound($0) : healthy($0) }
        try await watch.bench.store.requestRecheck(of: site.id, forCase: "HS-1", by: recheck)
        await watch.pass(30)
        #expect(try await watch.bench.posted().last == "website.recheck-passed")
        #expect(try await watch.open(site).isEmpty)
        let bodies = try await watch.bench.texts(
            "SELECT body FROM outbox WHERE topic LIKE '%recheck%' ORDER BY id"
        )
        let messages = try bodies.map { try JSONDecoder().decode(RecheckMessage.self, from: Data($0.utf8)) }
        #expect(messages.map(\.forCase) == ["HS-1", "HS-1"])
        #expect(messages.map(\.reason) == [.findings, .clean])
        #expect(messages.first?.findings.isEmpty == false)
        #expect(try await watch.bench.number("SELECT count(*) FROM website_recheck") == 0)
    }
}

@Test(
    "a re-check of a website that does not answer fails, and other kinds of findings do not stand in the way"
)
func recheckEdges() async throws {
    try await withRunningWatch { watch in
        let site = try await watch.bench.add(try critical())
        watch.fetcher.answer(hacked)
        await watch.pass(900)
        let recheck: Permit<RecheckWebsite> = watch.bench.permit()
        try await watch.bench.store.requestRecheck(of: site.id, forCase: "a", kinds: [.iframe], by: recheck)
        await watch.pass(30)
        #expect(try await watch.bench.posted().last == "website.recheck-passed")
        watch.fetcher.answer(refused)
        try await watch.bench.store.requestRecheck(of: site.id, forCase: "b", kinds: [.iframe], by: recheck)
        await watch.pass(60)
        let bodies = try await watch.bench.texts(
            "SELECT body FROM outbox WHERE topic = 'website.recheck-failed' ORDER BY id DESC LIMIT 1"
        )
        #expect(bodies.first?.contains(#""reason":"unreadable""#) == true, "\(bodies)")
    }
}

@Test("a redesign is accepted as the new baseline, and the next check clears what it explains")
func redesignAccepted() async throws {
    try await withRunningWatch { watch in
        let site = try await watch.bench.add(try critical())
        await watch.pass(600)
        let redesign = """
            <title>Cổng mới</title><p>Giao diện vừa đổi sang mẫu chung toàn tỉnh, bố cục gồm ba cột, màu xanh
            chủ đạo, ảnh sông núi quê hương nằm phía trên, danh mục dịch vụ xếp theo nhóm việc thường gặp.</p>
            """
        watch.fetcher.answer { request in
            request.url.hasSuffix("sitemap.xml") ? notFound(request) : page(redesign, request)
        }
        await watch.pass(600)
        #expect(try await watch.open(site).map(\.finding.kind).contains(.defacement))
        _ = try await watch.bench.store.acceptBaseline(of: site.id, by: watch.bench.permit())
        await watch.pass(60)
        #expect(try await watch.open(site).filter { $0.finding.severity > .information }.isEmpty)
    }
}

@Test("pausing and retiring stop the checks while the watch runs, and a pause ends by itself")
func registryChanges() async throws {
    try await withRunningWatch { watch in
        let site = try await watch.bench.add(try critical())
        await watch.pass(300)
        let until = watch.bench.clock.now + .seconds(600)
        _ = try await watch.bench.store.pause(site.id, until: until, by: watch.bench.permit())
        await watch.pass(10)
        let before = watch.fetcher.requests.count
        await watch.pass(500)
        #expect(watch.fetcher.requests.count == before)
        await watch.pass(300)
        #expect(watch.fetcher.requests.count > before)
        _ = try await watch.bench.store.retire(site.id, by: watch.bench.permit())
        await watch.pass(10)
        #expect(await watch.service.siteCount == 0)
    }
}

@Test("a check that was under way while the address changed says nothing about the new one")
func addressChangedMeanwhile() async throws {
    try await withRunningWatch { watch in
        let site = try await watch.bench.add(try critical())
        let store = watch.bench.store
        let permit: Permit<RegisterWebsite> = watch.bench.permit()
        let known = try await watch.bench.database.read { try $0.sites(after: -1) }
        let old = try #require(known.first?.site)
        let checker = SiteChecker(
            fetcher: watch.fetcher,
            clock: store.clock,
            settings: CheckSettings(),
            outageRule: OutageRule()
        )
        var schedule = CheckSchedule(at: watch.bench.clock.now)
        schedule.watch(site.id, host: old.host, criticality: .critical, at: watch.bench.clock.now)
        schedule.checkNow(site.id, at: watch.bench.clock.now)
        let order = try #require(schedule.start(room: 1, at: watch.bench.clock.now).first)
        watch.fetcher.answer(hacked)
        let report = await checker.deep(order, old, nil)
        _ = try await store.edit(site.id, try critical("moi.vn"), expecting: 1, by: permit)
        let recorder = WatchRecorder(database: store.database, ids: store.ids, clock: store.clock)
        #expect(try await recorder.write([report]).isEmpty)
        #expect(try await watch.open(site).isEmpty)
        #expect(try await watch.health(site) == .unchecked)
    }
}

@Test("the watch goes on where it was after it is started again")
func restart() async throws {
    try await withRunningWatch { watch in
        let site = try await watch.bench.add(try critical())
        await watch.pass(600)
        let second = WatchService(
            store: watch.bench.store,
            fetcher: watch.fetcher,
            settings: WatchSettings(checks: CheckSettings(mandatoryLines: [])),
            calendar: CivilCalendar(timeZone: .gmt),
            pause: { _ in throw CancellationError() },
            onFailure: { _ in }
        )
        await second.round()
        #expect(await second.siteCount == 1)
        #expect(try await watch.health(site) == .good)
    }
}

@Test("the loop checks many websites at the same time, and ends with everything written")
func loop() async throws {
    let ticks = Mutex(0)
    let clock = Mutex<HandClock?>(nil)
    let pause: @Sendable (Duration) async throws -> Void = { _ in
        let count = ticks.withLock { count in
            count += 1
            return count
        }
        if count > 40 { throw CancellationError() }
        clock.withLock { $0?.advance(20) }
        try await Task.sleep(for: .milliseconds(5))
    }
    try await withRunningWatch(pause: pause) { watch in
        clock.withLock { $0 = watch.bench.clock }
        ticks.withLock { $0 = 0 }
        for index in 0..<40 { try await watch.bench.add(try critical("xa\(index).vn")) }
        await watch.service.run()
        #expect(try await watch.bench.store.statistics(within: .everything).neverChecked == 0)
        #expect(await watch.service.punctuality.started > 100)
    }
}

@Test("the board's numbers tell watched, paused and unchecked websites and the worst of each unit")
func boardNumbers() async throws {
    try await withRunningWatch { watch in
        try await watch.bench.add(try critical())
        var other = try critical("bachngoc.nghean.gov.vn")
        other.unit = otherCommune
        try await watch.bench.add(other)
        watch.fetcher.answer { $0.url.contains("bachngoc") ? hacked($0) : healthy($0) }
        await watch.pass(900)
        let late = try await watch.bench.add(try critical("moi.vn"))
        let numbers = try await watch.bench.store.statistics(within: .everything)
        #expect(numbers.watched == 3 && numbers.neverChecked == 1)
        #expect(numbers.byUnit[otherCommune]?.worst == .critical && numbers.byUnit[commune]?.worst == .good)
        #expect(numbers.byHealth == [.good: 1, .critical: 1, .unchecked: 1])
        let end = watch.bench.clock.now + .seconds(60)
        _ = try await watch.bench.store.pause(late.id, until: end, by: watch.bench.permit())
        #expect(try await watch.bench.store.statistics(within: .units([commune])).paused == 1)
        let newest = try await watch.bench.store.newestFindings(within: .everything)
        #expect(Set(newest.map(\.unit)) == [otherCommune])
        #expect(try await watch.bench.store.newestFindings(within: .units([commune])).isEmpty)
    }
}

@Test("a counter or a clock on a page is no change of it")
func contentHash() {
    let before = ContentHash.of(Array("<p>Lượt truy cập: 12345, 09:00".utf8))
    #expect(ContentHash.of(Array("<p>Lượt truy cập: 9, 10:31".utf8)) == before)
    #expect(ContentHash.of(Array("<p>Lượt truy cập: x, 09:00".utf8)) != before)
}

/// What the verifier of the log says of the websites.
private func problem(of bench: WatchBench) async throws -> AuditProblem.Code? {
    let key = try Ed25519PrivateKey(seed: Array(repeating: 1, count: 32)).publicKey
    let verifier = AuditVerifier(
        database: bench.database,
        key: try #require(NoteVerifyKey(name: "test", key: key)),
        tables: [WebsiteStore.auditedTable, WebsiteStore.auditedBaselines]
    )
    return try await verifier.verify().problem?.code
}

@Test(
    "the verifier finds nothing wrong with what store and watch wrote, and each row changed behind them",
    arguments: [
        nil, "UPDATE website SET criticality = 'ordinary'", "UPDATE website SET responsible = 'Ai đó'",
        "UPDATE website_baseline SET baseline = '{}'",
    ] as [SQL?]
)
func verifiable(tampering: SQL?) async throws {
    try await withRunningWatch { watch in
        let site = try await watch.bench.add(try critical())
        watch.fetcher.answer(hacked)
        await watch.pass(900)
        _ = try await watch.bench.store.acceptBaseline(of: site.id, by: watch.bench.permit())
        try await watch.bench.store.requestRecheck(of: site.id, by: watch.bench.permit())
        _ = try await watch.bench.store.erasePerson(of: site.id, by: watch.bench.permit())
        await watch.pass(60)
        if let tampering { _ = try await watch.bench.database.write { try $0.execute(tampering) } }
        let found = try await problem(of: watch.bench)
        #expect(found == (tampering == nil ? nil : .rowChanged))
    }
}
