import BrowserDriving
import Console
import Foundation
import Language
import Testing

@Suite("How every page looks in a browser", .serialized, .timeLimit(.minutes(5)))
struct PageLookTests {
    private static let pages = Language.allCases.flatMap { language in
        AllPages.documents(language).map { (name: $0.name, language: language) }
    }

    /// Opens every page in a window, once.
    private static func everyPage(
        in window: BrowserPage.Window,
        _ body: @escaping @Sendable (_ page: BrowserPage, _ name: String) async throws -> Void
    ) async throws {
        try await SampleServer.serving { base in
            try await withBrowser { browser in
                let page = try await browser.open(window: window)
                for (name, language) in pages {
                    page.forgetTroubles()
                    try await page.go(to: base.appending(path: SampleServer.path(name, language)))
                    try await body(page, "\(name), \(language.rawValue)")
                }
            }
        }
    }

    @Test(
        "it fits its window, is legible in light and dark, and everything on it has a name",
        arguments: [BrowserPage.Window.desk, .phone]
    )
    func look(window: BrowserPage.Window) async throws {
        try await Self.everyPage(in: window) { page, name in
            for isDark in [false, true] {
                try await page.show(isDark: isDark)
                #expect(try await page.faults().prefix(5) == [], "\(name), dark: \(isDark)")
            }
            #expect(page.troubles == [], "\(name)")
        }
    }

    @Test("by Tab alone everything is reached and seen, the way past the navigation first")
    func keyboard() async throws {
        try await Self.everyPage(in: .desk) { page, name in
            let (stops, faults) = try await page.walkByTab()
            #expect(faults.prefix(5) == [], "\(name)")
            let skip = try await page.evaluate(
                "document.querySelector('.skip')?.innerText || ''",
                as: String.self
            )
            #expect(stops.first == skip, "\(name): \(stops.prefix(3))")
        }
    }
}
