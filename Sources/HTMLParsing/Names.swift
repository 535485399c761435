/// Elements that checks ask about; numbered as in `clexbor.h`.
package enum Tag: UInt8, CaseIterable, Sendable {
    case other = 0
    case a, abbr, area, b, base, big, body, br, button, canvas, code, dialog, div, em, embed, font, form
    case frame, head, html, i, iframe, img, input, label, link, mark, marquee, meta, noscript, object, p, s
    case script, small, source, span, strike, strong, style, sub, sup, svg, table, td, template, textarea
    case title, tr, u, video
}

/// Attributes that checks ask about; numbered as in `clexbor.h`.
package enum AttributeName: UInt8, CaseIterable, Sendable {
    case other = 0
    case action, align, alt, bgcolor, `class`, color, content, data, height, hidden, href, httpEquiv, id
    case name, `open`, property, rel, scrollamount, src, srcdoc, style, title, type, value, width
}
