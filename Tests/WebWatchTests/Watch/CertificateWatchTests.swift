import Database
import Foundation
import Testing
import Timekeeping

@testable import WebWatch

private typealias Verdict = CertificateObservation.Verdict

/// A website that shows a certificate of that verdict, and `days` left of it; a start page of 200 unless another `status`.
private func showing(_ verdict: Verdict, days: Int = 90, status: Int = 200) -> ScriptedFetcher.Script {
    { request in
        var result = request.url.hasSuffix("sitemap.xml") ? notFound(request) : healthy(request)
        if status != 200 { result = page("", request, status: status) }
        result.certificate = CertificateObservation(
            verdict: verdict,
            subject: "CN=doluong.nghean.gov.vn",
            issuer: "CN=Thử",
            notAfter: wednesdayMorning + .seconds(days * 86_400)
        )
        return result
    }
}

private func critical() throws -> WebsiteDetails {
    var it = try details()
    it.criticality = .critical
    return it
}

/// What one light check of `url` says of findings.
private func lightLook(
    at url: String = "https://a.vn/",
    knowing hash: UInt64? = nil,
    _ script: @escaping ScriptedFetcher.Script
) async throws -> Look? {
    try await withWatch { bench in
        let website = try await bench.add(try details(url))
        var site = try #require(try await bench.database.read { try $0.sites(after: -1) }.first?.site)
        site.contentHash = hash
        let now = bench.clock.now
        var schedule = CheckSchedule(at: now)
        schedule.watch(website.id, host: site.host, criticality: .critical, at: now)
        let order = try #require(schedule.start(room: 1, at: now + .seconds(60)).first)
        let checker = SiteChecker(
            fetcher: ScriptedFetcher(script),
            clock: bench.clock.wall,
            settings: CheckSettings(),
            outageRule: OutageRule()
        )
        return await checker.light(order, site).look
    }
}

private let certificate = Finding(.certificate, .serious, on: "https://a.vn/", evidence: [], trait: "expired")

private func tracked(_ finding: Finding) -> TrackedFinding {
    TrackedFinding(
        id: .init(.init(uuid: (0, 0, 0, 0, 0, 0, 0x70, 0, 0x80, 0, 0, 0, 0, 0, 0, 1))),
        website: .init(.init(uuid: (0, 0, 0, 0, 0, 0, 0x70, 0, 0x80, 0, 0, 0, 0, 0, 0, 2))),
        unit: commune,
        finding: finding,
        at: wednesdayMorning
    )
}

@Suite("A certificate that a light check sees")
struct CertificateWatchTests {
    @Test(
        "a light check judges the certificate as a deep one does",
        arguments: [
            (Verdict.expired, -3), (.wrongHost, 90), (.untrusted, 90), (.selfSigned, 90), (.valid, 5),
        ]
    )
    private func judged(verdict: Verdict, days: Int) async throws {
        let look = try await lightLook(showing(verdict, days: days))
        #expect(look?.kinds == [.certificate])
        #expect(look?.findings.map(\.kind) == [.certificate])
        #expect(look?.findings.map(\.severity) == [.serious])
    }

    @Test("a good certificate is a clean look, also beside a page that did not change")
    func good() async throws {
        for script in [showing(.valid), showing(.valid, status: 304)] {
            #expect(try await lightLook(script) == Look(kinds: [.certificate], findings: []))
        }
    }

    @Test("who moved to plain HTTP has no bad certificate; who was not reached says nothing of it")
    func unseen() async throws {
        let plain = Look(kinds: [.certificate], findings: [])
        #expect(try await lightLook(at: "http://a.vn/", { healthy($0) }) == plain)
        #expect(try await lightLook(at: "http://a.vn/", refused) == nil)
        #expect(try await lightLook(refused) == nil)
    }

    @Test("no second look is asked for: the next light check is one")
    func noSecondLook() {
        let change = FindingTracker.Change.began(certificate, isConfirmed: false)
        #expect(!change.wantsSecondLook)
        let again = Look(kinds: [.certificate], findings: [certificate])
        let changes = FindingTracker.changes([tracked(certificate)], again, at: wednesdayMorning)
        #expect(changes.map { if case .confirmed = $0 { true } else { false } } == [true])
    }

    @Test("five clean looks clear it, four and a sight do not, and one that was asked for does at once")
    func clearing() throws {
        var it = tracked(certificate)
        it.state = .confirmed
        let clean = Look(kinds: [.certificate], findings: [])
        for _ in 1..<FindingTracker.cleanLightLooksToClear {
            let changes = FindingTracker.changes([it], clean, at: wednesdayMorning)
            guard case .missed(let missed) = try #require(changes.first) else {
                Issue.record("was not to be cleared yet: \(changes)")
                return
            }
            it = missed
        }
        for (look, isCleared) in [
            (clean, true), (Look(kinds: [.certificate], findings: [certificate]), false),
        ] {
            let changes = FindingTracker.changes([it], look, at: wednesdayMorning)
            #expect(changes.map { if case .cleared = $0 { true } else { false } } == [isCleared])
        }
        it.cleanLooks = 0
        let asked = Look(kinds: [.certificate], findings: [], isRecheck: true)
        let changes = FindingTracker.changes([it], asked, at: wednesdayMorning)
        #expect(changes.map { if case .cleared = $0 { true } else { false } } == [true])
    }

    @Test("between two deep checks a bad certificate is told once within minutes, and cleared when mended")
    func betweenDeepChecks() async throws {
        try await withRunningWatch(deepSeconds: 3_600) { watch in
            let deep: SQL = "SELECT count(*) FROM website_check WHERE is_deep = 1"
            watch.fetcher.answer(showing(.valid))
            let site = try await watch.bench.add(try critical())
            for _ in 0..<60 where try await watch.bench.number(deep) == 0 { await watch.pass(60) }
            #expect(try await watch.health(site) == .good)

            watch.fetcher.answer(showing(.expired, days: -1))
            await watch.pass(150)
            let open = try await watch.open(site)
            #expect(open.map(\.finding.kind) == [.certificate] && open.first?.state == .confirmed)
            #expect(try await watch.health(site) == .serious)
            await watch.pass(300)
            #expect(try await watch.bench.posted() == ["website.finding-confirmed"], "told once")

            watch.fetcher.answer(showing(.valid))
            await watch.pass(400)
            #expect(try await watch.open(site).isEmpty)
            #expect(try await watch.health(site) == .good)
            #expect(
                try await watch.bench.posted() == ["website.finding-confirmed", "website.finding-cleared"]
            )
            #expect(try await watch.bench.number(deep) == 1, "all of it by light checks")
        }
    }

    @Test("a website whose certificate is good is not called good before its first deep check")
    func uncheckedStays() async throws {
        try await withRunningWatch(deepSeconds: 3_600_000) { watch in
            // A page that is refused to the watch is no new page, so that nothing asks for a deep check.
            watch.fetcher.answer(showing(.valid, status: 403))
            let site = try await watch.bench.add(try critical())
            await watch.pass(150)
            #expect(try await watch.health(site) == .unchecked)
            watch.fetcher.answer(showing(.untrusted, status: 403))
            await watch.pass(150)
            #expect(try await watch.health(site) == .serious)
        }
    }
}
