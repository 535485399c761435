import BrowserDriving
import Foundation
import Language
import RunningPrograms
import Testing

/// What Sen is for, done as an officer does it: nothing but mouse and keyboard, in a window of a desk.
@Suite("The main job by mouse", .serialized, .timeLimit(.minutes(6)))
struct MainJobByMouseTests {
    /// From a site that turns bad to its case, and from an answer to the verdict.
    private static let patience = Duration.seconds(90)

    @Test(
        "from the sign-in to a case that closed because the site is clean, without a complaint of the browser"
    )
    func wholeWay() async throws {
        try await withSen { sen in
            try await withBrowser { browser in
                let page = try await browser.open(sen.address)
                try await signIn(page, sen.account)
                try await look(at: page, "board")
                try await page.follow("nav.rooms a[href='/cases']")
                try await page.reload(until: "#case-list a.name", atMost: Self.patience)
                try await look(at: page, "cases")
                try await page.follow("#case-list a.name")
                try await workOn(page, in: browser, sen)
                try await look(at: page, "case")
                #expect(page.troubles == [])
            }
        }
    }

    private func say(_ text: Text) -> String { text(.vietnamese) }

    private func signIn(_ page: BrowserPage, _ account: RunningSen.Account) async throws {
        #expect(try await page.address?.path == "/sign-in")
        try await look(at: page, "sign-in")
        try await page.write(account.name, into: .labelled(say(.accountName)))
        try await page.write(account.password, into: .labelled(say(.password)))
        try await page.leave(by: "Enter") { try await page.press(.enter) }
        #expect(try await page.address?.path == "/")
        #expect(try await page.text().contains(say(.labBadge)))
    }

    private func workOn(_ page: BrowserPage, in browser: Browser, _ sen: RunningSen) async throws {
        try await expect(page, at: .stageNew)
        #expect(try await page.has("#case-evidence .finding"), "there is no evidence")
        try await page.follow(.saying(say(.acceptCase)))
        try await expect(page, at: .stageAccepted)
        try await page.follow(.saying(say(.startCase)))
        try await expect(page, at: .stageInProgress)
        try await clean(try await host(page, sen), in: browser, sen)
        try await page.choose("vulnerable-software", in: .labelled(say(.rootCause)))
        try await page.write("Đã gỡ mã lạ và cập nhật phần mềm.", into: .labelled(say(.whatWasDone)))
        try await page.follow("form[action$='/answer'] button")
        try await page.reload(until: stage(.stageClosed), atMost: Self.patience)
    }

    /// Goes from the case to its website, reads its address and comes back.
    private func host(_ page: BrowserPage, _ sen: RunningSen) async throws -> String {
        let work = try #require(try await page.address?.path)
        try await page.follow("main a[href^='/websites/']")
        try await look(at: page, "website")
        let address = try await page.text().firstMatch(of: /http:\/\/([a-z0-9.-]+\.lab):\d+/)
        let host = try #require(address.map { String($0.output.1) }, "the website's page names no address")
        try await page.go(to: sen.address.appending(path: work))
        return host
    }

    /// The keeper of the site puts it right, at the lab's control page.
    private func clean(_ host: String, in browser: Browser, _ sen: RunningSen) async throws {
        let lab = try await browser.open(sen.labAddress)
        try await lab.follow(.selector("[id='\(host)'] .clean"))
        #expect(lab.troubles == [])
        try await lab.close()
    }

    private func stage(_ stage: Text) -> PageElement {
        .condition(
            "the stage “\(say(stage))”",
            "document.querySelector('[aria-current=step]')?.innerText.trim() === \(JSON.literal(say(stage)))"
        )
    }

    private func expect(_ page: BrowserPage, at stage: Text) async throws {
        try await page.wait(for: self.stage(stage))
    }

    /// Holds a page to the rules at a desk and on a phone, in light and dark.
    private func look(at page: BrowserPage, _ name: String) async throws {
        for window in [BrowserPage.Window.phone, .desk] {
            try await page.show(in: window)
            for isDark in [true, false] {
                try await page.show(isDark: isDark)
                #expect(try await page.faults().prefix(5) == [], "\(name), dark: \(isDark), \(window)")
            }
        }
        try await page.keepPicture(as: name)
    }
}
