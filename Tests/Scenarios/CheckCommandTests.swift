import Foundation
import HostileServers
import RunningPrograms
import Testing

@Suite("sen check: what it finds")
struct CheckCommandTests {
    @Test("a clean page ends with 0, seen by four visitors and with its sitemap")
    func clean() async throws {
        try await CommuneSite().serve { server in
            let outcome = try await Program.check(server.url, "--json")
            let report = try CheckReport(outcome)
            #expect(outcome.status == 0)
            #expect(report.verdict == "fine")
            #expect(report.exitCode == 0)
            #expect(report.findings.isEmpty)
            #expect(report.visits.map(\.identity) == ["visitor", "searchEngine", "fromSearch", "mobile"])
            #expect(report.visits.allSatisfy { $0.status == 200 })
            #expect(report.sitemapPages == 3)
        }
    }

    @Test(
        "hidden gambling links end with 2, quoted, with what to do, in both languages",
        arguments: [
            ("vi", "CÓ SỰ CỐ", "Liên kết ẩn", "Việc cần làm: Lưu lại mã nguồn"),
            ("en", "SERIOUS", "Hidden links", "What to do: Keep the source"),
        ]
    )
    func hiddenLinks(language: String, verdict: String, name: String, advice: String) async throws {
        try await CommuneSite(body: CommuneSite.hiddenLinks).serve { server in
            let outcome = try await Program.check(server.url, language: language)
            #expect(outcome.status == 2)
            for text in [verdict, name, advice, "“nhà cái uy tín → https://tro-choi-mot.lab/”"] {
                #expect(outcome.output.contains(text), "\(text) is missing in \(outcome.output)")
            }
            #expect(outcome.error.isEmpty, "progress belongs on a terminal")
        }
    }

    @Test("an injected script that sends away who comes from a search ends with 2")
    func injectedScript() async throws {
        let script = """
            <script>if(/google|bing|coccoc/.test(document.referrer)){window.location.href=atob('aHR0cHM6');}</script>
            """
        try await CommuneSite(head: script).serve { server in
            let outcome = try await Program.check(server.url, "--json", language: "en")
            let finding = try #require(try CheckReport(outcome).findings.first { $0.kind == "script" })
            #expect(outcome.status == 2)
            #expect(finding.evidence.first?.reason == "referer-script")
            #expect(finding.evidence.first?.quote.contains("document.referrer") == true)
            #expect(finding.advice.contains("Content-Security-Policy"))
        }
    }

    @Test("links that only a search engine receives end with 2, and say who receives them")
    func cloaked() async throws {
        let site = CommuneSite(cloaked: ("Googlebot", "<a href='https://tro-choi.lab/'>tài xỉu online</a>"))
        try await site.serve { server in
            let outcome = try await Program.check(server.url)
            #expect(outcome.status == 2)
            #expect(outcome.output.contains("Chỉ hiển thị cho máy tìm kiếm"))
        }
    }

    @Test("a search engine that is sent to a place that does not answer is noticed all the same")
    func cloakedRedirect() async throws {
        let away = "https://127.0.0.2:1/nha-cai"
        try await withServer(
            { connection in
                let isCrawler = connection.readRequest().contains("Googlebot")
                if isCrawler {
                    return connection.answer([], status: "302 Found", headers: ["Location: \(away)"])
                }
                connection.answer(
                    Array(CommuneSite().html(for: "").utf8),
                    headers: ["Content-Type: text/html"]
                )
            },
            { server in
                let report = try CheckReport(try await Program.check(server.url, "--json"))
                let finding = try #require(report.findings.first { $0.kind == "cloaking" })
                #expect(finding.evidence.first?.reason == "redirected-only")
                #expect(finding.evidence.first?.quote == away)
                #expect(report.exitCode == 2)
            }
        )
    }

    @Test("pages that only the sitemap knows end with 2")
    func parasitePages() async throws {
        try await CommuneSite(sitemap: ["/", "/tai-xiu-online-uy-tin.html"]).serve { server in
            let report = try CheckReport(try await Program.check(server.url, "--json"))
            #expect(report.kinds == ["parasite-pages"])
            #expect(report.exitCode == 2)
        }
    }

    @Test("the light check asks once and reads no content")
    func quick() async throws {
        try await CommuneSite(body: CommuneSite.hiddenLinks).serve { server in
            let outcome = try await Program.check(server.url, "--quick", "--json")
            let report = try CheckReport(outcome)
            #expect(outcome.status == 0)
            #expect(report.visits.count == 1)
            #expect(report.findings.isEmpty)
            #expect(server.connectionsCount == 1)
        }
    }
}
