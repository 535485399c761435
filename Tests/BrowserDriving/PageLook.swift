/// What the look of a page falls short of, told by sentences; nothing is left to a person's eye that can be measured.
///
/// Rules of WCAG 2.2 at level AA, and of a page that fits its window.
extension BrowserPage {
    /// Everything that is measured at the present size and in the present colours.
    package func faults() async throws -> [String] {
        try await structureFaults() + nameFaults() + overflowFaults() + contrastFaults()
    }

    /// Language, title, one heading, one main part, ids that stand once, controls with labels.
    package func structureFaults() async throws -> [String] {
        try await evaluate(
            """
            (() => { const faults = [];
            const all = s => [...document.querySelectorAll(s)];
            if (!/^(vi|en)$/.test(document.documentElement.lang)) faults.push('no language');
            if (!document.title.trim()) faults.push('no title');
            if (all('h1').length !== 1) faults.push(all('h1').length + ' first headings');
            if (all('main').length !== 1) faults.push(all('main').length + ' main parts');
            let level = 0;
            for (const h of all('h1,h2,h3,h4,h5,h6').filter(e => e.checkVisibility())) {
              const next = +h.tagName[1];
              if (next > level + 1) faults.push('heading skips a level: ' + h.innerText);
              level = next;
            }
            const ids = all('[id]').map(e => e.id);
            for (const id of ids.filter((id, i) => ids.indexOf(id) !== i)) faults.push('id twice: ' + id);
            for (const e of all('input,select,textarea')) {
              if (['hidden', 'submit', 'button'].includes(e.type)) continue;
              if (!e.labels?.length && !e.getAttribute('aria-label') && !e.getAttribute('aria-labelledby'))
                faults.push('no label: ' + e.outerHTML.slice(0, 120));
            }
            for (const e of all('img:not([alt])')) faults.push('no alt: ' + e.outerHTML.slice(0, 120));
            return faults })()
            """
        )
    }

    /// Whatever can be used has a name that a screen reader says; the browser itself works the names out.
    package func nameFaults() async throws -> [String] {
        let spoken: Set = [
            "button", "link", "textbox", "searchbox", "combobox", "checkbox", "radio", "tab", "switch",
            "slider",
        ]
        return try await call("Accessibility.getFullAXTree")["nodes"].elements.compactMap { node in
            guard !node["ignored"].isTrue, let role = node["role"]["value"].text, spoken.contains(role),
                (node["name"]["value"].text ?? "").allSatisfy(\.isWhitespace)
            else { return nil }
            return "a \(role) without a name: node \(node["backendDOMNodeId"].number ?? 0)"
        }
    }

    /// The page does not scroll sideways, and no text lies outside the window.
    ///
    /// What scrolls inside a frame of its own, as a wide table does, may be wider.
    package func overflowFaults() async throws -> [String] {
        try await evaluate(
            """
            (() => { const faults = [], root = document.documentElement, width = root.clientWidth;
            if (width > screen.width) faults.push(`is not made for a window of ${screen.width} px`);
            if (root.scrollWidth > width) faults.push(`scrolls sideways: ${root.scrollWidth} of ${width} px`);
            const scrolls = e => { for (; e && e !== document.body; e = e.parentElement) {
              if (/auto|scroll/.test(getComputedStyle(e).overflowX)) return true } return false };
            const hidden = r => r.width <= 1 || r.height <= 1;
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            for (let node; node = walker.nextNode();) {
              const e = node.parentElement;
              if (!node.data.trim() || !e.checkVisibility({opacityProperty: true, visibilityProperty: true})) continue;
              if (hidden(e.getBoundingClientRect()) || scrolls(e) || e.closest('.skip')) continue;
              const range = document.createRange(); range.selectNodeContents(node);
              for (const r of range.getClientRects())
                if (!hidden(r) && (r.right > width + 1 || r.left < -1)) {
                  faults.push(`outside the window: “${node.data.trim().slice(0, 60)}” ` +
                    `${Math.round(r.left)}–${Math.round(r.right)} of ${width} px`); break }
            }
            return faults })()
            """
        )
    }

    /// Each text has at least 4.5:1 against what it stands on, whatever its size.
    package func contrastFaults() async throws -> [String] {
        try await evaluate(Self.contrast)
    }

    /// Controls that are switched off are exempt (WCAG 1.4.3); a ground that is a picture cannot be computed.
    private static let contrast = """
        (() => { const faults = new Set();
        const canvas = document.createElement('canvas'); canvas.width = canvas.height = 1;
        const pen = canvas.getContext('2d', {willReadFrequently: true, colorSpace: 'srgb'});
        const known = new Map();
        const rgba = colour => { if (!known.has(colour)) {
          pen.clearRect(0, 0, 1, 1); pen.fillStyle = colour; pen.fillRect(0, 0, 1, 1);
          const [r, g, b, a] = pen.getImageData(0, 0, 1, 1).data; known.set(colour, [r, g, b, a / 255]) }
          return known.get(colour) };
        const over = (top, below, a) => below.map((c, i) => i < 3 ? top[i] * a + c * (1 - a) : 1);
        const ground = e => { const layers = [];
          for (; e; e = e.parentElement) { const s = getComputedStyle(e);
            if (s.backgroundImage !== 'none') return null;
            const c = rgba(s.backgroundColor); layers.push(c); if (c[3] === 1) break }
          return layers.reverse().reduce((below, c) => over(c, below, c[3]), rgba('canvas')) };
        const light = c => { const [r, g, b] = c.map(v => v / 255)
          .map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
          return .2126 * r + .7152 * g + .0722 * b };
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node; node = walker.nextNode();) {
          const e = node.parentElement;
          if (!node.data.trim() || e.closest('option,[disabled],[aria-disabled=true],script,noscript')) continue;
          if (!e.checkVisibility({opacityProperty: true, visibilityProperty: true})) continue;
          const box = e.getBoundingClientRect(); if (box.width <= 1 || box.height <= 1) continue;
          const below = ground(e); if (!below) continue;
          const s = getComputedStyle(e), ink = rgba(e instanceof SVGElement ? s.fill : s.color);
          let alpha = ink[3]; for (let p = e; p; p = p.parentElement) alpha *= +getComputedStyle(p).opacity;
          const [a, b] = [light(over(ink, below, alpha)), light(below)];
          const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
          if (ratio < 4.5) faults.add(`${ratio.toFixed(2)}:1 “${node.data.trim().slice(0, 40)}” ` +
            `${e.tagName.toLowerCase()}.${e.getAttribute('class') || ''}`) }
        return [...faults] })()
        """
}
