import BrowserDriving
import Foundation
import RunningPrograms
import Testing

/// The driver held to pages whose faults are known: a check that finds nothing must be one that can find something.
@Suite("What the browser sees and does", .serialized, .timeLimit(.minutes(2)))
struct DrivingTests {
    private static let fitting = "<meta name='viewport' content='width=device-width'>"

    private static func page(_ body: String, head: String = "<title>Trang</title>\(fitting)") -> URL? {
        let html = "<!doctype html><html lang='vi'><meta charset='utf-8'>\(head)<body>\(body)</body></html>"
        return URL(string: "data:text/html;base64,\(Data(html.utf8).base64EncodedString())")
    }

    @Test("a good page has no fault at any size")
    func goodPage() async throws {
        let good = Self.page(
            """
            <main><h1>Đăng nhập</h1><form><label>Tên <input name=ten></label><button>Vào</button></form></main>
            """
        )
        try await withBrowser { browser in
            for window in [BrowserPage.Window.desk, .phone] {
                let page = try await browser.open(good, window: window)
                #expect(try await page.faults() == [])
                #expect(try await page.walkByTab().stops == ["ten", "Vào"])
            }
        }
    }

    @Test("each fault is found and named")
    func badPage() async throws {
        let bad = Self.page(
            """
            <h1>Một</h1><h1>Hai</h1><h3>Nhảy bậc</h3><input name=trong><button></button><p id=a id2=b></p><p id=a>
            <p style='color:#999;background:#fff'>mờ nhạt</p>
            <p style='white-space:nowrap;width:10px'>một dòng rất dài không chịu xuống dòng nên tràn ra ngoài cửa sổ</p>
            <div style='overflow-x:auto;width:100px'><p style='width:900px'>cuộn được</p></div>
            """,
            head: Self.fitting
        )
        try await withBrowser { browser in
            let page = try await browser.open(bad, window: .phone)
            let faults = try await page.faults().joined(separator: "\n")
            for found in [
                "no title", "2 first headings", "0 main parts", "skips a level: Nhảy bậc", "no label",
                "id twice: a",
                "a button without a name", "2.85:1 “mờ nhạt”", "scrolls sideways",
                "outside the window: “một dòng",
            ] { #expect(faults.contains(found), "\(found) is not in:\n\(faults)") }
            #expect(!faults.contains("outside the window: “cuộn được"))
        }
    }

    @Test("a page that is not made for a narrow window is found")
    func unfitting() async throws {
        let page = Self.page("<main><h1>Rộng</h1></main>", head: "<title>Rộng</title>")
        try await withBrowser { browser in
            #expect(try await browser.open(page).faults() == [])
            let faults = try await browser.open(page, window: .phone).faults()
            #expect(faults == ["is not made for a window of 390 px"])
        }
    }

    @Test("where there is no Chromium the test fails and says what to install")
    func noChromium() {
        do {
            _ = try Browser.executable(in: "/nowhere:/nowhere/else")
            Issue.record("it was found")
        } catch {
            #expect(error.description.contains("Scripts/deps packages test"))
        }
    }

    @Test("a control that hides its focus, and one that lies outside, are found")
    func badFocus() async throws {
        let bad = Self.page(
            """
            <button style='outline:none'>Giấu</button><button>Tốt</button>
            <button style='position:fixed;left:-900px'>Ngoài</button>
            """
        )
        try await withBrowser { browser in
            let (stops, faults) = try await browser.open(bad).walkByTab()
            #expect(stops == ["Giấu", "Tốt", "Ngoài"])
            let expected = [
                "does not show the focus: Giấu", "outside the window when it has the focus: Ngoài",
            ]
            #expect(faults == expected)
        }
    }

    @Test("mouse and keyboard are real: a click lands where a person's would, and nowhere when covered")
    func hands() async throws {
        let form = Self.page(
            """
            <label>Tên <input id=ten value=cũ></label><select id=loai><option value=a>A<option value=b>B</select>
            <button onclick="out.textContent=`${ten.value} ${loai.value} ${event.isTrusted}`">Gửi</button><p id=out></p>
            <div style='position:relative'><button>Che</button><div style='position:absolute;inset:0'></div></div>
            """
        )
        try await withBrowser { browser in
            let page = try await browser.open(form)
            try await page.write("Nguyễn Thị Mẫu", into: .labelled("Tên"))
            try await page.choose("b", in: "#loai")
            await #expect(throws: BrowserError.self) { try await page.choose("c", in: "#loai") }
            try await page.choose("b", in: "#loai")
            try await page.click(.saying("Gửi"))
            try await page.wait(forText: "Nguyễn Thị Mẫu b true")
            await #expect(throws: BrowserError.self) { try await page.click(.saying("Che")) }
            #expect(try await page.picture().starts(with: [0x89, 0x50, 0x4E, 0x47]))
        }
    }

    @Test("what goes wrong on a page is heard: the console, scripts, requests")
    func troubles() async throws {
        let bad = Self.page("<script>console.error('hỏng'); fetch('http://127.0.0.1:9/x'); khong()</script>")
        try await withBrowser { browser in
            let page = try await browser.open(bad)
            for expected in ["console: hỏng", "khong is not defined", "failed: http://127.0.0.1:9/x"] {
                let last = ContinuousClock.now + .seconds(5)
                while !page.troubles.contains(where: { $0.contains(expected) }), ContinuousClock.now < last {
                    try await Task.sleep(for: .milliseconds(20))
                }
                #expect(page.troubles.contains { $0.contains(expected) }, "\(expected): \(page.troubles)")
            }
            page.forgetTroubles()
            #expect(page.troubles.isEmpty)
        }
    }

    @Test("waiting in vain says what the page shows instead")
    func inVain() async throws {
        try await withBrowser { browser in
            let page = try await browser.open(Self.page("<p>chỉ có thế này</p>"))
            do {
                try await page.wait(for: "#khong-co", atMost: .milliseconds(100))
                Issue.record("it was found")
            } catch let error as BrowserError {
                #expect(
                    error.description.contains("#khong-co") && error.description.contains("chỉ có thế này")
                )
            }
        }
    }

    @Test("dark colours and the size of the window are what the page sees")
    func surroundings() async throws {
        try await withBrowser { browser in
            let page = try await browser.open(Self.page("<p>x</p>"), window: .desk, isDark: true)
            #expect(try await page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches"))
            #expect(try await page.evaluate("[innerWidth, innerHeight]") == [1_440, 900])
            try await page.show(isDark: false)
            #expect(try await page.evaluate("matchMedia('(prefers-color-scheme: light)').matches"))
        }
    }
}
