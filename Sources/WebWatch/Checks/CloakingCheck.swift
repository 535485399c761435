import HTMLParsing

/// A page that is another one for search engines, for visitors who come from one, or for telephones.
///
/// **Sees**: the same address asked for by four identities: what only one of the others receives (foreign links, scripts, frames, refreshes, spam terms),
/// a redirect off the domain that only one meets, or a page that shares little with the visitor's.
///
/// **Why**: injected code looks at the user agent and the referer. The owner types the address and sees nothing, which is how it stays for months; no monitor
/// that asks as one identity can see it.
///
/// **Errs**: code may also look at the network a request comes from; then only the search engine's own tools see it. A website for telephones may be another
/// page by design: for them likeness is not compared. An answer that is refused (403, 429) says nothing and is left out.
///
/// **Do**: do not judge by opening the page; look for what reads `HTTP_USER_AGENT` and `HTTP_REFERER`.
package enum CloakingCheck {
    package static let kind = CheckKind.cloaking

    /// Compares what the others received with what the plain visitor did.
    package static func findings(
        visitor: PageInspection,
        others: [(identity: VisitorIdentity, page: PageInspection)]
    ) -> [Finding] {
        others.compactMap { identity, page in
            guard identity != .visitor, page.page.status < 400, visitor.page.status < 400 else { return nil }
            return compare(visitor, identity, page)
        }
    }

    private static func compare(
        _ visitor: PageInspection,
        _ identity: VisitorIdentity,
        _ other: PageInspection
    ) -> Finding? {
        let url = visitor.page.url
        let place = identity.rawValue
        if let away = redirected(visitor, other) {
            let evidence = Evidence(.redirectedOnly, quote: away, place: place, value: identity.rawValue)
            return Finding(kind, .critical, on: url, evidence: [evidence], trait: identity.rawValue)
        }
        var evidence = added(visitor, other).map { quote in
            Evidence(.shownOnlyTo, quote: quote, place: place, value: identity.rawValue)
        }
        let isSpam = !evidence.isEmpty
        if identity != .mobile, let percent = unlike(visitor, other) {
            evidence.append(
                Evidence(.differentPage, quote: percent, place: place, value: identity.rawValue)
            )
        }
        guard !evidence.isEmpty else { return nil }
        return Finding(
            kind,
            isSpam ? .critical : .attention,
            on: url,
            evidence: evidence,
            trait: identity.rawValue
        )
    }

    /// Where the other one was sent, when it left the domain and the visitor did not.
    private static func redirected(_ visitor: PageInspection, _ other: PageInspection) -> String? {
        let host = other.page.address.host
        guard visitor.isForeign(host), !RegistrableDomain.areSame(host, visitor.page.address.host) else {
            return nil
        }
        return other.page.url
    }

    /// What only the other one received and what would matter on any page.
    private static func added(_ visitor: PageInspection, _ other: PageInspection) -> [String] {
        let here = things(visitor)
        let things = things(other).filter { here[$0.key] == nil }.sorted { $0.key < $1.key }.map(\.value)
        let known = Set(visitor.terms.map(\.hit.term))
        let terms = other.terms.filter { $0.verdict == .spam && !known.contains($0.hit.term) }
        return terms.map { other.page.text.passage($0.hit.range) } + things
    }

    /// Foreign things of a page by host, with what to quote.
    private static func things(_ inspection: PageInspection) -> [String: String] {
        let page = inspection.page
        var found: [String: String] = [:]
        func add(_ sort: String, _ host: String, _ quote: String) {
            if inspection.isForeign(host), found["\(sort) \(host)"] == nil {
                found["\(sort) \(host)"] = quote
            }
        }
        for link in page.links { add("link", link.address.host, "\(link.text) → \(link.address.href)") }
        for frame in page.frames { add("frame", frame.address.host, frame.address.href) }
        for refresh in page.refreshes { add("refresh", refresh.address.host, refresh.source) }
        for canonical in page.canonicals { add("canonical", canonical.address.host, canonical.source) }
        for comment in page.comments where comment.hasLink {
            for host in comment.hosts { add("comment", host, comment.excerpt) }
        }
        for script in page.scripts {
            if let address = script.address { add("script", address.host, address.href) }
            if script.traits.redirectsByReferer || script.traits.isObfuscated {
                found["inline \(script.hash)"] = script.excerpt
            }
        }
        return found
    }

    /// How alike the two are in percent, when it is too little.
    private static func unlike(_ visitor: PageInspection, _ other: PageInspection) -> String? {
        guard let similarity = visitor.page.shingles.similarity(to: other.page.shingles),
            similarity < visitor.settings.similarityMin
        else { return nil }
        return "\(Int((similarity * 100).rounded())) %"
    }
}
