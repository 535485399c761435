/// Something a check saw on a website, with what proves it.
package struct Finding: Hashable, Sendable, Codable {
    package var kind: CheckKind
    package var severity: Severity
    /// The page it was seen on, after redirects.
    package var url: String
    /// What proves it, most telling first, at most ``evidenceMax``.
    package var evidence: [Evidence]
    /// Names the same trouble in every check that sees it: kind, page and the trait that lasts.
    ///
    /// Injected links change every day; the fingerprint does not hold them, so that one infection stays one
    /// finding.
    package var fingerprint: String

    /// Pieces of evidence kept; an infected page may carry thousands of links and twenty convince.
    package static let evidenceMax = 20

    /// A finding whose fingerprint is made of kind, page and `trait`.
    package init(
        _ kind: CheckKind,
        _ severity: Severity,
        on url: String,
        evidence: [Evidence],
        trait: String = ""
    ) {
        self.kind = kind
        self.severity = severity
        self.url = url
        self.evidence = Array(evidence.prefix(Self.evidenceMax))
        self.fingerprint = Self.stableName(kind, page: url, trait: trait)
    }

    /// The kind in clear, and a hash of the page without its query and of the trait.
    package static func stableName(_ kind: CheckKind, page url: String, trait: String) -> String {
        let page = url.prefix { $0 != "?" && $0 != "#" }
        var hash = StableHash()
        hash.add(kind.rawValue)
        hash.add(page.lowercased())
        hash.add(trait)
        return "\(kind.rawValue):\(hash.hex)"
    }
}

/// One piece of proof: the offending text, where it stands and why it offends.
package struct Evidence: Hashable, Sendable, Codable {
    /// The offending text or code, word for word, cut to ``quoteCharactersMax``.
    package var quote: String
    /// Where it stands: a CSS selector, `title`, `header`, or another address.
    package var place: String
    package var reason: EvidenceReason
    /// A value that the reason's sentence speaks of: a host, a number of days, the term; empty when it needs
    /// none.
    package var value: String

    /// Characters of quoted text: enough to recognise it, little enough for a list.
    package static let quoteCharactersMax = 240

    package init(_ reason: EvidenceReason, quote: String = "", place: String = "", value: String = "") {
        self.reason = reason
        self.quote = Self.cut(quote)
        self.place = Self.cut(place)
        self.value = Self.cut(value)
    }

    /// The beginning of `text` in one line.
    package static func cut(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.count <= quoteCharactersMax ? line : line.prefix(quoteCharactersMax - 1) + "…"
    }
}
