package import Foundation

/// A page, used as a person uses it: with eyes, mouse and keyboard.
package struct BrowserPage: Sendable {
    /// The size of what the page is shown in, in CSS pixels.
    package struct Window: Hashable, Sendable {
        let width, height: Int
        let isPhone: Bool

        package static let desk = Window(width: 1_440, height: 900, isPhone: false)
        package static let phone = Window(width: 390, height: 844, isPhone: true)
        package static let wall = Window(width: 3_840, height: 2_160, isPhone: false)
    }

    /// A page that waits longer for something than this will not see it any more.
    package static let patience = Duration.seconds(10)
    private static let lookMilliseconds = 20
    private static let reloadMilliseconds = 500

    private let tools: DevTools
    private let session: String
    private let context: JSON
    private let heard = PageTroubles()

    init(_ tools: DevTools, session: String, context: JSON) {
        self.tools = tools
        self.session = session
        self.context = context
    }

    func prepare(window: Window, isDark: Bool) async throws {
        tools.listen(to: session) { [heard] in heard.take($0, $1) }
        for domain in ["Page", "Runtime", "Network", "Log", "DOM", "Accessibility"] {
            try await call("\(domain).enable")
        }
        try await show(in: window)
        try await show(isDark: isDark)
    }

    @discardableResult
    func call(_ method: String, _ parameters: JSON = [:]) async throws -> JSON {
        try await tools.call(method, parameters, session: session)
    }

    package func close() async throws {
        try await tools.call("Target.disposeBrowserContext", ["browserContextId": context])
    }

    package func show(in window: Window) async throws {
        let (width, height) = (JSON.number(Double(window.width)), JSON.number(Double(window.height)))
        try await call(
            "Emulation.setDeviceMetricsOverride",
            [
                "width": width, "height": height, "screenWidth": width, "screenHeight": height,
                "deviceScaleFactor": 1, "mobile": .bool(window.isPhone),
            ]
        )
    }

    package func show(isDark: Bool) async throws {
        let scheme: JSON = ["name": "prefers-color-scheme", "value": isDark ? "dark" : "light"]
        let motion: JSON = ["name": "prefers-reduced-motion", "value": "reduce"]
        try await call("Emulation.setEmulatedMedia", ["features": [scheme, motion]])
    }

    /// What the page complained of since it was opened, or since ``forgetTroubles()``.
    package var troubles: [String] { heard.list }

    package func forgetTroubles() { heard.forget() }

    package func go(to address: URL) async throws {
        let answer = try await call("Page.navigate", ["url": .string(address.absoluteString)])
        if let words = answer["errorText"].text { throw BrowserError("\(address): \(words)") }
        try await wait("\(address) to load", until: "document.readyState === 'complete'")
        try await evaluate("document.fonts.ready.then(() => true)", as: Bool.self)
    }

    package var address: URL? {
        get async throws { URL(string: try await evaluate("location.href")) }
    }

    /// The value of an expression of JavaScript; a promise is waited for.
    @discardableResult
    package func evaluate<T: Decodable>(_ expression: String, as type: T.Type = T.self) async throws -> T {
        let answer = try await call(
            "Runtime.evaluate",
            [
                "expression": .string("(async () => JSON.stringify([await (\(expression))]))()"),
                "awaitPromise": true, "returnByValue": true,
            ]
        )
        guard let text = answer["result"]["value"].text else {
            let details = answer["exceptionDetails"]
            let words = details["exception"]["description"].text ?? details["text"].text ?? "no value"
            throw BrowserError("\(words) in \(expression.prefix(200))")
        }
        guard let value = try JSONDecoder().decode([T].self, from: Data(text.utf8)).first else {
            throw BrowserError("no value of \(expression.prefix(200))")
        }
        return value
    }

    /// Waits until an expression is true.
    package func wait(
        _ what: String,
        atMost limit: Duration = patience,
        until expression: String
    ) async throws {
        let last = ContinuousClock.now + limit
        repeat {
            // A page on its way to the next one answers with an error.
            if let isTrue = try? await evaluate("!!(\(expression))", as: Bool.self), isTrue { return }
            try await Task.sleep(for: .milliseconds(Self.lookMilliseconds))
        } while ContinuousClock.now < last
        let shown = (try? await evaluate("document.body.innerText.slice(0, 2000)", as: String.self)) ?? ""
        throw BrowserError("waited in vain for \(what); the page shows:\n\(shown)")
    }

    package func wait(for element: PageElement, atMost limit: Duration = patience) async throws {
        try await wait("\(element)", atMost: limit, until: element.expression)
    }

    /// Loads the page again and again until something is there, for pages that do not renew themselves.
    package func reload(until element: PageElement, atMost limit: Duration) async throws {
        let last = ContinuousClock.now + limit
        while ContinuousClock.now < last {
            if try await has(element) { return }
            try await Task.sleep(for: .milliseconds(Self.reloadMilliseconds))
            try await leave(by: "reloading") { try await call("Page.reload") }
        }
        try await wait(for: element, atMost: .zero)
    }

    package func wait(forText text: String, atMost limit: Duration = patience) async throws {
        try await wait(
            "“\(text)”",
            atMost: limit,
            until: "document.body.innerText.includes(\(text.quoted))"
        )
    }

    package func text(of element: PageElement = "body") async throws -> String {
        try await wait(for: element)
        return try await evaluate("(\(element.expression)).innerText")
    }

    package func has(_ element: PageElement) async throws -> Bool {
        try await evaluate("!!(\(element.expression))")
    }

    /// What the window shows now, as PNG.
    package func picture() async throws -> Data {
        let answer = try await call("Page.captureScreenshot", ["format": "png"])
        guard let data = answer["data"].text.flatMap({ Data(base64Encoded: $0) }) else {
            throw BrowserError("no picture was taken")
        }
        return data
    }

    /// Keeps what the window shows where `SEN_PICTURES` says, for whoever wants to look; otherwise does nothing.
    package func keepPicture(as name: String) async throws {
        guard let folder = ProcessInfo.processInfo.environment["SEN_PICTURES"] else { return }
        let picture = try await picture()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try picture.write(to: URL(filePath: folder).appending(path: "\(name).png"))
    }
}
