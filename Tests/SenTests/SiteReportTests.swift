import Foundation
import Language
import Testing
import Timekeeping
import WebWatch

@testable import sen

@Suite("One website's report")
struct SiteReportTests {
    private let url = WebsiteFromMemory.url

    private func report(_ result: FetchResult, _ depth: SiteVisit.Depth = .deep) async -> SiteReport {
        await WebsiteFromMemory([url: result]).report(depth)
    }

    @Test("each verdict has its own exit code, as the help text promises")
    func exitCodes() {
        #expect(SiteReport.Verdict.allCases.map(\.exitCode) == [0, 1, 2, 3])
        #expect(
            SiteReport.Verdict.allCases.map(\.rawValue) == ["fine", "attention", "serious", "not-checked"]
        )
    }

    @Test(
        "how a fetch that brings no page ends",
        arguments: [
            (FetchFailure.dnsFailed(""), SiteReport.Verdict.serious), (.connectRefused, .serious),
            (.timedOut(.body), .serious), (.tlsFailed(""), .serious), (.tooManyRedirects, .serious),
            (.bodyTooLarge, .attention), (.decompressionRatioExceeded, .attention),
            (.decompressionFailed, .attention), (.headersTooLarge, .attention),
            (.urlInvalid(""), .notChecked), (.addressRefused(address: "::1", reason: ""), .notChecked),
            (.redirectRefused(""), .notChecked), (.cancelled, .notChecked),
        ]
    )
    func failures(failure: FetchFailure, verdict: SiteReport.Verdict) async {
        #expect(await report(FetchResult(outcome: .failed(failure))).verdict == verdict)
    }

    @Test(
        "how each status ends",
        arguments: [(200, 0), (404, 2), (410, 2), (500, 2), (401, 3), (403, 3), (429, 3)]
    )
    func statuses(status: Int, code: Int32) async {
        for depth in [SiteVisit.Depth.light, .deep] {
            #expect(await report(.page("Xã Mẫu", status: status), depth).verdict.exitCode == code)
        }
    }

    @Test("an expired certificate is serious although the page is fine")
    func certificate() async {
        var result = FetchResult.commune()
        let yesterday = WebsiteFromMemory.now - .seconds(86_400)
        result.certificate = CertificateObservation(verdict: .expired, notAfter: yesterday)
        let report = await report(result, .light)
        #expect(report.findings.map(\.kind) == [.certificate])
        #expect(report.verdict == .serious)
    }

    @Test("a page that was cut off is not called clean, and not blamed for a footer nobody has read")
    func cut() async {
        let page = FetchResult.page("<p>Tin tức</p>", isCut: true)
        #expect(await report(page).findings.map(\.kind) == [.unreadable])
    }

    @Test("what another visitor alone receives is critical; one who is refused says nothing")
    func visitors() async {
        let spam = FetchResult.commune("<a href='https://tro-choi.lab/'>tài xỉu online</a>")
        let cloaked = WebsiteFromMemory([url: .commune()], forVisitor: [.mobile: spam])
        #expect(await cloaked.report().findings.map(\.kind) == [.cloaking])
        let refused = WebsiteFromMemory(
            [url: .commune()],
            forVisitor: [.searchEngine: .page("", status: 403)]
        )
        #expect(await refused.report().verdict == .fine)
    }

    @Test("a visitor who is sent to the same dead place as everybody is no cloaking")
    func sameRedirect() async {
        var away = FetchResult(outcome: .failed(.dnsFailed("")))
        away.redirects = [RedirectHop(url: url, status: 302, location: "https://tro-choi.lab/")]
        let report = await report(away)
        #expect(Set(report.findings.map(\.kind)) == [.redirect, .unavailable])
        let crawler = WebsiteFromMemory([url: .commune()], forVisitor: [.searchEngine: away])
        #expect(await crawler.report().findings.map(\.kind) == [.cloaking])
    }

    @Test("the gravest finding stands first, and each stands once")
    func order() async {
        let body = "<div hidden><a href='https://tro-choi.lab/'>nhà cái uy tín</a></div>"
        let findings = await report(.page(body)).findings
        #expect(findings.map(\.severity) == findings.map(\.severity).sorted(by: >))
        #expect(Set(findings.map(\.fingerprint)).count == findings.count)
    }

    @Test("a baseline holds sitemap and scripts, survives its file, and is refused for an error page")
    func baseline() async throws {
        let site = WebsiteFromMemory([
            url: .commune("<script src='/a.js'></script>"), url + "a.js": .page("let a = 1"),
            url + "sitemap.xml": .sitemap([url + "a"]),
        ])
        let baseline = try #require(
            await site.visit(withResources: true).0.baseline
        )
        #expect(baseline.sitemapPages == [Sitemap.hash(of: url + "a")])
        #expect(Array(baseline.resources.keys) == [url + "a.js"])
        let path = FileManager.default.temporaryDirectory.appending(path: "sen-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try BaselineFile(path: path).write(baseline, of: url)
        #expect(try BaselineFile(path: path).read(for: "https://www.xa-mau.test/tin") == baseline)
        #expect(await report(.page("x", status: 403)).visit.baseline == nil)
    }
}

@Suite("The report as text")
struct SiteReportTextTests {
    private func text(_ result: FetchResult, _ language: Language) async -> String {
        SiteReportText(
            report: await WebsiteFromMemory([WebsiteFromMemory.url: result]).report(),
            style: TerminalText(hasColour: false),
            formatting: Formatting(language: language, calendar: CivilCalendar(timeZone: .gmt)),
            language: language
        ).text()
    }

    @Test("a healthy page takes a few lines, in either language")
    func healthy() async {
        let vietnamese = await text(.commune(), .vietnamese)
        #expect(vietnamese.contains("BÌNH THƯỜNG — không có phát hiện nào"))
        #expect(vietnamese.contains("máy tìm kiếm 200"))
        let english = await text(.commune(), .english)
        #expect(english.contains("FINE — no findings"))
        #expect(english.contains("a search engine 200"))
        #expect(english.split(separator: "\n").count < 10)
    }

    @Test("the address of a strange certificate or page commands no terminal")
    func harmless() async {
        var result = FetchResult.commune()
        result.certificate = CertificateObservation(verdict: .selfSigned, issuer: "\u{1B}[2J\u{202E}x")
        let text = await text(result, .english)
        #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
        #expect(text.contains("\\u{1b}[2J"))
    }

    @Test(
        "Vietnamese and ordinary signs stay as they are, what moves a cursor or turns text does not",
        arguments: [
            ("Đặng Thị Hường → 100 %", "Đặng Thị Hường → 100 %"), ("a\nb", "a\\u{a}b"),
            ("\u{9B}1m", "\\u{9b}1m"),
            ("a\u{200B}b", "a\\u{200b}b"), ("e\u{301}", "e\u{301}"), ("\u{E000}", "\\u{e000}"),
        ]
    )
    func harmless(text: String, shown: String) { #expect(TerminalText.harmless(text) == shown) }
}
