/// Elements that checks ask about; numbered as in `clexbor.h`.
package enum Tag: UInt8, CaseIterable, Sendable {
    case other = 0
    case a, area, article, base, body, br, button, canvas, div, embed, footer, form, frame, h1, head, header,
        html, iframe, img, input, li, link, main, marquee, meta, nav, noscript, object, option, p, script,
        section, select, span, style, svg, table, td, template, textarea, title, tr, ul, video, source
}

/// Attributes that checks ask about; numbered as in `clexbor.h`.
package enum AttributeName: UInt8, CaseIterable, Sendable {
    case other = 0
    case action, align, alt, `class`, color, content, data, height, hidden, href, httpEquiv, id, name,
        property, rel, src, srcdoc, srcset, style, type, value, width, scrollamount, bgcolor, background,
        target, charset, integrity, size, onload, onclick
}
