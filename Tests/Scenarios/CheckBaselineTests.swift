import Foundation
import HostileServers
import RunningPrograms
import Synchronization
import Testing

@Suite("sen check: comparing with an earlier state")
struct CheckBaselineTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "sen-\(UUID().uuidString)")
    private var file: String { folder.appending(path: "mốc.json").path }

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func save(_ url: String) async throws {
        let saved = try await Program.check(url, "--save-baseline", file)
        #expect(saved.status == 0)
        #expect(saved.error.contains("Đã ghi mốc so sánh vào \(file)."))
    }

    /// Saves the state of one website, lets it become another, and compares.
    private func report(_ before: CommuneSite, then after: CommuneSite) async throws -> CheckReport {
        let show = SiteOnShow(before)
        return try await show.serve { server in
            try await save(server.url)
            show.site.withLock { $0 = after }
            return try CheckReport(try await Program.check(server.url, "--baseline", file, "--json"))
        }
    }

    @Test("an unchanged page is fine")
    func unchanged() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let report = try await report(CommuneSite(), then: CommuneSite())
        #expect(report.verdict == "fine")
        #expect(report.findings.isEmpty)
        #expect(report.baselineTakenAt != nil)
    }

    @Test("a replaced page, a new frame and a changed script are found against the baseline")
    func changed() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let words = (0..<90).map { "từ\($0 % 7) câu\($0 % 11) xóm\($0 % 13)" }.joined(separator: " ")
        let defaced = CommuneSite(
            body: "<iframe src='https://khung.lab/'></iframe>",
            news: "Hacked by Nhóm Thử Nghiệm. Your security is an illusion.",
            script: "document.title = 'hacked';"
        )
        let report = try await report(CommuneSite(news: words), then: defaced)
        #expect(report.kinds.isSuperset(of: ["defacement", "iframe", "resources"]))
        #expect(report.exitCode == 2)
    }

    @Test("a page with findings is saved with a warning")
    func savedThoughInfected() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try await CommuneSite(body: CommuneSite.hiddenLinks).serve { server in
            let saved = try await Program.check(server.url, "--save-baseline", file, language: "en")
            #expect(saved.status == 2)
            #expect(saved.error.contains("serious findings"))
        }
    }

    @Test("a page that cannot be read makes no baseline and leaves an older one as it is")
    func nothingToSave() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try await CommuneSite().serve { try await save($0.url) }
        let before = try Data(contentsOf: URL(filePath: file))
        let server = HostileServer { _ in }
        server.stop()
        let outcome = try await Program.check(server.url, "--save-baseline", file)
        #expect(outcome.status == 3)
        #expect(outcome.error.contains("không ghi mốc so sánh"))
        #expect(try Data(contentsOf: URL(filePath: file)) == before)
    }

    @Test(
        "a file that is no baseline ends with 3 before anything is fetched",
        arguments: ["{}", "", "[1", "\0"]
    )
    func noBaseline(content: String) async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try content.write(toFile: file, atomically: true, encoding: .utf8)
        try await CommuneSite().serve { server in
            let outcome = try await Program.check(server.url, "--baseline", file)
            #expect(outcome.status == 3)
            #expect(outcome.error.contains("không phải là mốc so sánh của Sen"))
            #expect(server.connectionsCount == 0)
        }
    }

    @Test("a file that is missing says how to make one, one of another website whose it is")
    func missingOrOfAnother() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let missing = try await Program.check("http://127.0.0.1:8080/", "--baseline", file, language: "en")
        #expect(missing.status == 3)
        #expect(missing.error.contains("--save-baseline"))
        try await CommuneSite().serve { try await save($0.url) }
        let other = try await Program.check("http://xa-khac.test/", "--baseline", file, language: "en")
        #expect(other.status == 3)
        #expect(other.error.contains("another website: http://127.0.0.1"))
    }
}
