import AuditLog
import Database
import Foundation
import Language
import Places
import Testing
import Timekeeping

@testable import WebWatch
@testable import sen

@Suite("websites as they are printed")
struct SitePrinterTests {
    private static let noon = Instant(secondsSince1970: 1_795_500_000)

    private func day(_ text: String) throws -> Day { try #require(Day(iso8601: text)) }

    private func site(_ change: (inout Website, inout WebsiteStatus) throws -> Void = { _, _ in }) throws
        -> WatchedWebsite
    {
        var website = Website(
            id: World.ids.make(),
            details: WebsiteDetails(
                address: try WebsiteAddress("xa.example.vn"),
                name: "Trang <b>xã</b>",
                unit: Places.Unit.ID(rawValue: "17329")
            ),
            addedAt: Self.noon
        )
        var status = WebsiteStatus()
        try change(&website, &status)
        return WatchedWebsite(website: website, status: status)
    }

    private func printer() throws -> SitePrinter {
        SitePrinter(tree: try ReferenceProvince.load().history.tree(at: try day("2026-11-24")))
    }

    @Test("a row has how it stands, the address, the unit's name and the name")
    func row() throws {
        let row = try printer().row(try site { $1.health = .serious })
        #expect(row.hasPrefix("Nghiêm trọng"))
        #expect(row.contains("  https://xa.example.vn/  "))
        #expect(row.hasSuffix("Xã Anh Sơn: Trang <b>xã</b>"))
    }

    @Test("a unit that is no more is named by its id")
    func goneUnit() throws {
        let row = try printer().row(
            try site { website, _ in website.details.unit = .init(rawValue: "x~2024") }
        )
        #expect(row.hasSuffix("x~2024: Trang <b>xã</b>"))
    }

    @Test("JSON says the state with its time, and leaves out what is not known")
    func json() throws {
        let watched = try printer().json(try site())
        #expect(watched.contains(#""state":"watched""#) && watched.contains(#""health":"unchecked""#))
        #expect(!watched.contains("pausedUntil") && !watched.contains("licence"))
        let paused = try printer().json(try site { website, _ in website.state = .paused(until: Self.noon) })
        #expect(paused.contains(#""pausedUntil":"\#(Self.noon.rfc3339)""#))
        let retired = try printer().json(try site { website, _ in website.state = .retired(at: Self.noon) })
        #expect(retired.contains(#""retiredAt":"\#(Self.noon.rfc3339)""#))
    }

    @Test("the description has person, licence, last check, baseline and each open finding on a line")
    func description() throws {
        let found = try site { website, status in
            website.details.responsible = ResponsiblePerson(name: "Nguyễn Văn A", contact: "0238")
            website.details.licence = Licence(number: "12/GP", issued: try day("2026-01-02"))
            website.state = .paused(until: Self.noon)
            status.lastLightCheck = Self.noon
            status.outcome = "200"
        }
        let finding = TrackedFinding(
            id: World.ids.make(),
            website: found.website.id,
            unit: found.website.details.unit,
            finding: Finding(.hiddenLinks, .critical, on: "https://xa.example.vn/\u{202E}", evidence: []),
            at: Self.noon
        )
        let baseline = KeptBaseline(
            baseline: Baseline(url: "https://xa.example.vn/", takenAt: Self.noon),
            acceptedBy: .system("command")
        )
        let text = try printer().description(of: found, findings: [finding], baseline: baseline)
        for part in [
            "Nguyễn Văn A, 0238", "12/GP (02/01/2026 – …)", "tạm dừng đến", ", 200",
            "do system:command chấp nhận",
            "nghi vấn", "· https://xa.example.vn/",
        ] {
            #expect(text.contains(part), "\(text)")
        }
        #expect(!text.contains("\u{202E}"))
        let bare = try printer().description(of: try site(), findings: [], baseline: KeptBaseline())
        #expect(bare.contains("chưa kiểm tra") && bare.contains("Bản gốc: chưa có"))
        #expect(bare.hasSuffix("Phát hiện đang mở: không có"))
    }
}
