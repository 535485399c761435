import HTMLParsing

/// Links to foreign domains that search engines read and people cannot see.
///
/// **Sees**: links that leave the domain and are hidden by an inline style, by a class of the page's own `style` elements, by a
/// hidden ancestor, by place (off screen, `text-indent`, `transform`), size (`font-size:0`, a box or `marquee` of a
/// pixel, `clip`), `opacity`, `visibility`, the `hidden` attribute, colour, or a script's `display = "none"`.
///
/// **Why**: it is how injected pages feed on the rank of state websites, and what a reader of the page never notices.
///
/// **Errs**: menus and dialogs hide honest links until they are opened, so hosts of the baseline and trusted ones are left
/// out. Style sheets in other files are not read: a class hidden there is missed, and white letters on a coloured box
/// from there look hidden; the latter only counts with a spam term or a host that the baseline does not know. Without a
/// baseline, one or two hidden links that say nothing are only information.
///
/// **Do**: keep the source, remove the block, find what wrote it, close the hole. A block that is only deleted comes back.
package enum HiddenLinksCheck: PageCheck {
    package static let kind = CheckKind.hiddenLinks

    /// Hidden links to foreign hosts that are no accident any more.
    private static let linksMin = 3

    package static func findings(in inspection: PageInspection) -> [Finding] {
        let page = inspection.page
        var evidence: [Evidence] = []
        var isPlanted = false
        for (number, link) in page.links.enumerated() {
            guard let way = link.way, inspection.isForeign(link.address.host) else { continue }
            let isNew = inspection.baseline.map { !$0.linkHosts.contains(link.address.host) }
            let hasSpam = !inspection.spam(inLink: number).isEmpty
            guard isNew != false || hasSpam, !link.isGuess || hasSpam || isNew == true else { continue }
            if hasSpam || isNew == true { isPlanted = true }
            evidence.append(
                Evidence(
                    EvidenceReason(way),
                    quote: "\(link.text) → \(link.address.href)",
                    place: link.place,
                    value: link.address.host
                )
            )
        }
        guard !evidence.isEmpty else { return [] }
        let severity: Severity = isPlanted || evidence.count >= linksMin ? .critical : .information
        return [Finding(kind, severity, on: page.url, evidence: evidence)]
    }
}

extension EvidenceReason {
    /// The reason that names a way to hide.
    init(_ way: Concealment.Way) {
        switch way {
        case .display: self = .hiddenByDisplay
        case .visibility: self = .hiddenByVisibility
        case .opacity: self = .hiddenByOpacity
        case .offScreen: self = .hiddenOffScreen
        case .fontSize: self = .hiddenByFontSize
        case .indent: self = .hiddenByIndent
        case .clip: self = .hiddenByClip
        case .size: self = .hiddenBySize
        case .marquee: self = .hiddenByMarquee
        case .colour: self = .hiddenByColour
        case .attribute: self = .hiddenByAttribute
        case .scale: self = .hiddenByScale
        }
    }
}
