/// Where the keyboard leads.
extension BrowserPage {
    private struct Stop: Decodable {
        let name: String
        let isSeen, isShown, isBody: Bool
    }

    /// More stops than this no page of ours has; a page that holds the focus for ever ends here.
    private static let stopsMax = 400

    /// Goes through the page by Tab as somebody without a mouse does.
    ///
    /// - Returns: the names of the stops, and which of them do not show that they have the focus or lie outside.
    package func walkByTab() async throws -> (stops: [String], faults: [String]) {
        try await evaluate("(document.activeElement.blur(), window.scrollTo(0, 0), true)", as: Bool.self)
        var stops: [String] = []
        var faults: [String] = []
        while stops.count < Self.stopsMax {
            try await press(.tab)
            let stop = try await evaluate(Self.stop, as: Stop.self)
            if stop.isBody { break }
            stops.append(stop.name)
            if !stop.isSeen { faults.append("outside the window when it has the focus: \(stop.name)") }
            if !stop.isShown { faults.append("does not show the focus: \(stop.name)") }
        }
        if stops.count == Self.stopsMax { faults.append("Tab never leaves the page") }
        return (stops, faults)
    }

    /// An outline or a ring around the element itself, or around the label that stands for it.
    private static let stop = """
        (() => { const e = document.activeElement;
        if (!e || e === document.body) return {name: '', isSeen: true, isShown: true, isBody: true};
        const r = (e.getClientRects()[0] || e.getBoundingClientRect());
        const rings = x => { const s = getComputedStyle(x);
          return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 1) || s.boxShadow !== 'none' };
        const shown = [e, ...(e.labels || [])].some(rings) || (e.closest('label,svg,fieldset') && \
        rings(e.closest('label,svg,fieldset')));
        return {name: (e.getAttribute('aria-label') || e.innerText || e.name || e.outerHTML.slice(0, 80)).trim(),
          isSeen: r.bottom > 0 && r.top < innerHeight && r.right > 0 && r.left < innerWidth,
          isShown: !!shown && e.matches(':focus-visible'), isBody: false} })()
        """
}
