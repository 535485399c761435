import Access
import AuditLog
import BrowserDriving
import Datasets
import Foundation
import Language
import Places
import Testing

@testable import Console

@Suite("How the pages of shared data look in a browser", .serialized, .timeLimit(.minutes(5)))
struct DatasetLookTests {
    @Test(
        "real pages fit their window, are legible in light and dark, and everything on them has a name",
        arguments: [BrowserPage.Window.desk, .phone]
    )
    func look(window: BrowserPage.Window) async throws {
        let pages = try await Self.pages()
        try await SampleServer.serving(pages: pages) { base in
            try await withBrowser { browser in
                let page = try await browser.open(window: window)
                for (path, _) in pages {
                    page.forgetTroubles()
                    try await page.go(to: base.appending(path: path))
                    for isDark in [false, true] {
                        try await page.show(isDark: isDark)
                        #expect(try await page.faults().prefix(5) == [], "\(path), dark: \(isDark)")
                        try await page.keepPicture(
                            as: "datasets-\(path.dropFirst(5))-\(window)-\(isDark ? "dark" : "light")"
                        )
                    }
                    #expect(page.troubles == [], "\(path)")
                }
            }
        }
    }

    @Test("a form made from a schema is gone through by Tab alone")
    func keyboard() async throws {
        let pages = try await Self.pages()
        try await SampleServer.serving(pages: pages) { base in
            try await withBrowser { browser in
                let page = try await browser.open(window: .desk)
                for (path, _) in pages {
                    try await page.go(to: base.appending(path: path))
                    #expect(try await page.walkByTab().faults.prefix(5) == [], "\(path)")
                }
            }
        }
    }

    /// Every page of the room with records of a scratch province, and a form that was sent with mistakes.
    private static func pages() async throws -> [(path: String, document: [UInt8])] {
        var pages: [(path: String, document: [UInt8])] = []
        try await withWall { wall in
            try await wall.declare(stationDeclaration(approvals: #"["unit", "owner"]"#, id: "cho-duyet"))
            try await wall.declare(stationDeclaration("personal", id: "ca-nhan"))
            try await wall.declare(stationDeclaration("open", id: "mo"))
            for (unit, period, count) in [(cuaLo, "09", 5), (anhSon, "09", 0), (cuaLo, "10", 17)] {
                try await wall.put(
                    #"{"org":"\#(unit.rawValue)","period":"2026-\#(period)","stations":\#(count)}"#,
                    in: .init(rawValue: "mo")
                )
            }
            try await wall.declare()
            try await wall.stations(cuaLo, "2026-09", 5)
            try await wall.stations(anhSon, "2026-10", 0)
            try await wall.stations(cuaLo, "2026-08", 1234, more: Self.more)
            try await wall.stations(cuaLo, "2026-08", 1235, more: Self.more)
            let pending = #"{"org":"16732","period":"2026-10","stations":7}"#
            try await wall.put(pending, in: .init(rawValue: "cho-duyet"))
            for target in ["https://nhan.nghean.example/webhook/sen/tram-phat-song", "https://gone.example/"]
            {
                _ = try await wall.webhooks.store.make(
                    of: stationsID,
                    to: target,
                    after: -1,
                    by: SystemAccess.permitForTest(Places.Unit.ID(rawValue: "40"))
                )
            }
            try await wall.sequencer.drain()
            try await wall.webhooks.turn()
            let (root, key) = ("/datasets/tram-phat-song", "?key=16732%2F2026-08")
            for language in Language.allCases {
                for (name, path) in [
                    ("catalogue", "/datasets"), ("nothing", "/datasets?q=khong"), ("dataset", root),
                    ("empty", "/datasets/ca-nhan"), ("records", "\(root)/records"),
                    ("purpose", "/datasets/ca-nhan/purpose"), ("record", "\(root)/record\(key)"),
                    ("waiting", "/datasets/cho-duyet/record?key=16732%2F2026-10"), ("new", "\(root)/new"),
                    ("edit", "\(root)/record/edit\(key)"), ("connections", "\(root)/subscriptions"),
                    ("unconnected", "/datasets/ca-nhan/subscriptions"), ("open", "/open"),
                    ("open-nothing", "/open?q=khong"), ("open-dataset", "/open/mo"),
                ] {
                    let answer = try await wall.door.get(path, as: .leader.reading(language))
                    pages.append(("real/\(name)-\(language.rawValue)", Array(answer.text.utf8)))
                }
                let wrong = try await wall.door.post(
                    "\(root)/new",
                    ["f/org": "16732", "f/stations": "nhiều", "f/checked": "31/02/2026", "n/sites": "2"],
                    as: .leader.reading(language)
                )
                pages.append(("real/mistakes-\(language.rawValue)", Array(wrong.text.utf8)))
            }
        }
        return pages
    }

    private static let more = """
        ,"area":1234.5,"checked":"2026-08-31","technology":"5G","shared":true,"place":{"lat":18.8},\
        "sites":[{"name":"Cửa Lò 1","height":42.5},{"name":"Cửa Lò 2"}]
        """
}
