/// Mouse and keyboard.
extension BrowserPage {
    private struct Point: Decodable {
        let x, y: Double
        let isReached: Bool
        let above: String
    }

    /// Clicks at the middle of an element, as a mouse does.
    ///
    /// - Throws: ``BrowserError`` when something lies above the element, so that a person could not click it either.
    package func click(_ element: PageElement) async throws {
        try await wait(for: element)
        let point: Point = try await evaluate(
            """
            (() => { const e = \(element.expression);
            e.scrollIntoView({block: 'center', behavior: 'instant'});
            const r = e.getClientRects()[0] || e.getBoundingClientRect();
            const [x, y] = [r.x + r.width / 2, r.y + r.height / 2];
            const top = document.elementFromPoint(x, y);
            return {x, y, isReached: !!top && (e.contains(top) || top.contains(e)), \
            above: top ? top.outerHTML.slice(0, 120) : 'nothing'} })()
            """
        )
        guard point.isReached else { throw BrowserError("\(element) is covered by \(point.above)") }
        for kind in ["mouseMoved", "mousePressed", "mouseReleased"] {
            try await call(
                "Input.dispatchMouseEvent",
                [
                    "type": .string(kind), "x": .number(point.x), "y": .number(point.y),
                    "button": kind == "mouseMoved" ? "none" : "left",
                    "clickCount": kind == "mouseMoved" ? 0 : 1,
                ]
            )
        }
    }

    /// Clicks what leads to another page, and waits until that page is there.
    package func follow(_ element: PageElement, atMost limit: Duration = patience) async throws {
        try await leave(by: "\(element)", atMost: limit) { try await click(element) }
    }

    /// Does what leads to another page, and waits until that page is there.
    package func leave(
        by what: String,
        atMost limit: Duration = patience,
        _ body: () async throws -> Void
    ) async throws {
        try await evaluate("(window.isOldPage = true)", as: Bool.self)
        try await body()
        try await wait(
            "a new page after \(what)",
            atMost: limit,
            until: "!window.isOldPage && document.readyState === 'complete'"
        )
    }

    /// Writes into a control in place of what it holds.
    package func write(_ text: String, into element: PageElement) async throws {
        try await click(element)
        try await evaluate("((\(element.expression)).select?.(), true)", as: Bool.self)
        try await call("Input.insertText", ["text": .string(text)])
    }

    /// Chooses what a list offers; the list itself is drawn by the system, where no mouse of ours reaches.
    package func choose(_ value: String, in element: PageElement) async throws {
        try await wait(for: element)
        let isThere: Bool = try await evaluate(
            """
            (() => { const e = \(element.expression); e.focus(); e.value = \(value.quoted);
            for (const kind of ['input', 'change']) e.dispatchEvent(new Event(kind, {bubbles: true}));
            return e.value === \(value.quoted) })()
            """
        )
        guard isThere else { throw BrowserError("\(element) does not offer \(value)") }
    }

    /// A key that writes nothing.
    package enum Key: String, Sendable {
        case tab = "Tab"
        case enter = "Enter"
        case escape = "Escape"
        case space = " "
        case down = "ArrowDown"
        case up = "ArrowUp"

        fileprivate var code: Int {
            switch self {
            case .tab: 9
            case .enter: 13
            case .escape: 27
            case .space: 32
            case .up: 38
            case .down: 40
            }
        }

        fileprivate var text: String? {
            switch self {
            case .enter: "\r"
            case .space: " "
            default: nil
            }
        }
    }

    package func press(_ key: Key) async throws {
        var down: [String: JSON] = [
            "type": "keyDown", "key": .string(key.rawValue),
            "code": .string(key == .space ? "Space" : key.rawValue),
            "windowsVirtualKeyCode": .number(Double(key.code)),
        ]
        if let text = key.text { down["text"] = .string(text) }
        try await call("Input.dispatchKeyEvent", .object(down))
        down["type"] = "keyUp"
        down["text"] = nil
        try await call("Input.dispatchKeyEvent", .object(down))
    }
}
