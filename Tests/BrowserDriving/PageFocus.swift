/// Where the keyboard leads.
extension BrowserPage {
    private struct Stop: Decodable {
        let name: String
        let isSeen, isBody: Bool
        /// The stop before, when it looked the same with the focus as it does now without.
        let unchanged: String?
    }

    /// More stops than this no page of ours has; a page that holds the focus for ever ends here.
    private static let stopsMax = 400

    /// Goes through the page by Tab as somebody without a mouse does.
    ///
    /// - Returns: the names of the stops, and which of them do not show that they have the focus or lie outside.
    package func walkByTab() async throws -> (stops: [String], faults: [String]) {
        try await evaluate(
            "(document.activeElement.blur(), window.scrollTo(0, 0), delete window.lastStop)",
            as: Bool.self
        )
        var stops: [String] = []
        var faults: [String] = []
        while stops.count < Self.stopsMax {
            try await press(.tab)
            let stop = try await evaluate(Self.stop, as: Stop.self)
            if let name = stop.unchanged { faults.append("does not show the focus: \(name)") }
            if stop.isBody { break }
            stops.append(stop.name)
            if !stop.isSeen { faults.append("outside the window when it has the focus: \(stop.name)") }
        }
        if stops.count == Self.stopsMax { faults.append("Tab never leaves the page") }
        return (stops, faults)
    }

    /// Whatever shows a focus: the element itself, the label that stands for it, a shape that is drawn in it.
    private static let stop = """
        (() => { const e = document.activeElement, last = window.lastStop;
        const look = e => [e, ...(e.labels || []), e.closest('label'), ...[...e.querySelectorAll('use,path')].slice(0, 2)]
          .filter(Boolean).map(x => { const s = getComputedStyle(x);
            const ring = s.outlineStyle === 'none' ? '' : s.outlineWidth + s.outlineColor;
            return [ring, s.boxShadow, s.borderColor, s.backgroundColor, s.stroke, s.strokeWidth, s.textDecoration] })
          .join(';');
        const unchanged = last && last.element !== e && look(last.element) === last.look ? last.name : null;
        if (!e || e === document.body) return {name: '', isSeen: true, isBody: true, unchanged};
        const r = e.getClientRects()[0] || e.getBoundingClientRect();
        const name = (e.getAttribute('aria-label') || e.innerText || e.name || e.outerHTML.slice(0, 80)).trim();
        window.lastStop = {element: e, look: look(e), name};
        return {name, isBody: false, unchanged,
          isSeen: r.bottom > 0 && r.top < innerHeight && r.right > 0 && r.left < innerWidth} })()
        """
}
