import BrowserDriving
import Foundation
import Language
import RunningPrograms
import Testing

@Suite("Pages of the running program in a browser", .serialized, .timeLimit(.minutes(3)))
struct ServedPageTests {
    @Test(
        "a page that is not there is a whole page: styled, in its typeface, without a complaint of the browser"
    )
    func errorPage() async throws {
        try await withSen { sen in
            try await withBrowser { browser in
                let address = sen.address.appending(path: "khong-co")
                let page = try await browser.open(address)
                #expect(page.troubles == ["status 404: \(address)"])
                let font: Bool = try await page.evaluate(
                    """
                    [...document.fonts].some(f => f.status === 'loaded' && getComputedStyle(document.body).fontFamily\
                    .includes(f.family.replace(/"/g, '')))
                    """
                )
                #expect(font, "the typeface was not loaded")
                for window in [BrowserPage.Window.desk, .phone] {
                    for isDark in [false, true] {
                        try await page.show(in: window)
                        try await page.show(isDark: isDark)
                        #expect(try await page.faults() == [], "\(window), dark: \(isDark)")
                    }
                }
            }
        }
    }

    @Test("the lab says on every page that its data are invented, and its control page has no fault")
    func labPages() async throws {
        try await withSen { sen in
            try await withBrowser { browser in
                let lab = try await browser.open(sen.labAddress, window: .phone)
                #expect(lab.troubles == [])
                #expect(try await lab.faults() == [])
                let page = try await browser.open(sen.address.appending(path: "khong-co"))
                #expect(try await page.text().contains(Text.labBadge(.vietnamese)))
            }
        }
    }
}
