import HTMLParsing

/// One page under inspection: its facts, what they are compared with, and the terms that were found.
package struct PageInspection: Sendable {
    package let page: PageFacts
    package let baseline: Baseline?
    package let settings: CheckSettings
    package let scope: SiteScope
    /// Terms of spam with what the words around them make of them.
    package let terms: [JudgedTerm]

    /// - Parameters:
    ///   - host: The website's own host; the page's by default, another when it was redirected.
    package init(_ page: PageFacts, baseline: Baseline?, settings: CheckSettings, host: String? = nil) {
        self.page = page
        self.baseline = baseline
        self.settings = settings
        self.scope = SiteScope(host: host ?? page.address.host, trusted: settings.trustedDomains)
        self.terms = TermJudgement.judge(settings.terms.hits(in: page.text))
    }

    /// Whether the host belongs neither to the website nor to anybody who is trusted.
    func isForeign(_ host: String) -> Bool { scope.owner(of: host) == .foreign }

    /// The strong spam terms that stand in the outgoing link of that number.
    func spam(inLink number: Int) -> [JudgedTerm] {
        terms.filter { $0.hit.link == number && $0.verdict == .spam }
    }

    /// Evidence of one term, with the passage it stands in.
    func evidence(_ term: JudgedTerm, _ reason: EvidenceReason? = nil, place: String? = nil) -> Evidence {
        let linkPlace = page.links.indices.contains(term.hit.link) ? page.links[term.hit.link].place : nil
        return Evidence(
            reason ?? term.reason,
            quote: page.text.passage(term.hit.range),
            place: place ?? linkPlace ?? term.hit.placeName,
            value: term.hit.term.text
        )
    }
}

/// A check of one page: a pure function of what is known about it.
package protocol PageCheck: Sendable {
    static var kind: CheckKind { get }
    static func findings(in inspection: PageInspection) -> [Finding]
}

/// The checks that look at one page.
package enum PageChecks {
    package static let all: [any PageCheck.Type] = [
        HiddenLinksCheck.self, TermsCheck.self, LinksCheck.self, ScriptCheck.self, IframeCheck.self,
        CanonicalCheck.self, RefreshCheck.self, TitleCheck.self, CommentsCheck.self, MandatoryLinesCheck.self,
        DefacementCheck.self,
    ]

    /// What all of them find, the gravest first.
    package static func findings(in inspection: PageInspection) -> [Finding] {
        all.flatMap { $0.findings(in: inspection) }.sorted { $0.severity > $1.severity }
    }
}
