package import Foundation
import RunningPrograms

/// A headless Chromium with a profile of its own; it ends with the test that started it.
package final class Browser: Sendable {
    /// From the start to the first answer, on a machine that does much else besides.
    private static let startSecondsMax = 60
    private static let stopSecondsMax = 10
    private static let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
    /// Nothing but the pages of the test: no first-run pages, no updates, no calls home.
    private static let flags = [
        "--headless=new", "--remote-debugging-pipe", "--no-first-run", "--no-default-browser-check",
        "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions", "--disable-sync",
        "--disable-background-networking", "--disable-component-update", "--disable-default-apps",
        "--password-store=basic", "--mute-audio", "--force-color-profile=srgb", "--lang=vi",
        "--accept-lang=vi",
    ]

    private let process: ChildProcess
    private let profile: ScratchFolder
    private let tools: DevTools

    private init(_ process: ChildProcess, _ profile: ScratchFolder, _ tools: DevTools) {
        self.process = process
        self.profile = profile
        self.tools = tools
    }

    deinit { process.signal(SIGKILL) }  // nothing for one that was stopped

    /// - Throws: ``BrowserError`` that says what to install when there is no Chromium.
    package static func start() async throws -> Browser {
        let profile = try ScratchFolder("sen-browser")
        let (commands, answers) = (try Channel(), try Channel())
        let order = SpawnOrder(
            try executable(in: SpawnOrder.plainEnvironment["PATH"] ?? "/usr/bin"),
            flags + noSandbox + ["--user-data-dir=\(profile.path)profile", "about:blank"],
            environment: SpawnOrder.plainEnvironment,
            in: profile.path,
            descriptors: [2: profile.openLog("log"), 3: commands.theirs, 4: answers.theirs]
        )
        let process = try await ChildProcess.start(order)
        let browser = Browser(process, profile, DevTools(to: commands.ours, from: answers.ours))
        do { try await browser.tools.call("Browser.getVersion") } catch {
            throw BrowserError("Chromium did not start: \(error)\n\(profile.text(of: "log"))")
        }
        return browser
    }

    package func stop() async {
        await process.stop(within: .seconds(Self.stopSecondsMax))
    }

    /// A new page with cookies of its own, as another person at another machine would have.
    package func open(
        _ address: URL? = nil,
        window: BrowserPage.Window = .desk,
        isDark: Bool = false
    ) async throws -> BrowserPage {
        let context = try await tools.call("Target.createBrowserContext")["browserContextId"]
        let target = try await tools.call(
            "Target.createTarget",
            ["url": "about:blank", "browserContextId": context]
        )["targetId"]
        let session = try await tools.call("Target.attachToTarget", ["targetId": target, "flatten": true])
        guard let name = session["sessionId"].text else { throw BrowserError("no page was opened") }
        let page = BrowserPage(tools, session: name, context: context)
        try await page.prepare(window: window, isDark: isDark)
        if let address { try await page.go(to: address) }
        return page
    }

    /// The superuser's Chromium refuses to start with its sandbox.
    private static var noSandbox: [String] { geteuid() == 0 ? ["--no-sandbox"] : [] }

    /// - Throws: ``BrowserError`` that says what to install when there is none.
    package static func executable(in path: String) throws(BrowserError) -> String {
        let folders = path.split(separator: ":")
        for name in names {
            for folder in folders where FileManager.default.isExecutableFile(atPath: "\(folder)/\(name)") {
                return "\(folder)/\(name)"
            }
        }
        throw BrowserError("there is no Chromium: run Scripts/deps packages test, or apt install chromium")
    }
}

/// Runs a browser for one test; it ends with the test, also when the test fails.
package func withBrowser<T>(_ body: (Browser) async throws -> T) async throws -> T {
    let browser = try await Browser.start()
    do {
        let result = try await body(browser)
        await browser.stop()
        return result
    } catch {
        await browser.stop()
        throw error
    }
}
