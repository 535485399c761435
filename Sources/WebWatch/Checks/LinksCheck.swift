import HTMLParsing

/// Links that people see and that lead to spam, or to domains the baseline does not know.
///
/// **Sees**: visible links to foreign domains whose text holds a spam term; with a baseline also each foreign domain that is new.
///
/// **Why**: an injected block need not hide: at the foot of a long page nobody looks.
///
/// **Errs**: editors link to new places every day, so a new domain alone is only information, until many appear at once. State and
/// other trusted domains are never named.
///
/// **Do**: ask the editors; if nobody put the link there, treat the page as injected.
package enum LinksCheck: PageCheck {
    package static let kind = CheckKind.links

    /// New foreign domains at one time that no article explains.
    private static let newHostsMin = 8

    package static func findings(in inspection: PageInspection) -> [Finding] {
        let page = inspection.page
        var spam: [Evidence] = []
        var new: [Evidence] = []
        var seen: Set<String> = []
        for (number, link) in page.links.enumerated() where link.way == nil || link.isGuess {
            let host = link.address.host
            guard inspection.isForeign(host) else { continue }
            let quote = "\(link.text) → \(link.address.href)"
            if !inspection.spam(inLink: number).isEmpty {
                spam.append(Evidence(.spamLink, quote: quote, place: link.place, value: host))
            } else if let baseline = inspection.baseline, !baseline.linkHosts.contains(host),
                seen.insert(host).inserted
            {
                new.append(Evidence(.newLinkHost, quote: quote, place: link.place, value: host))
            }
        }
        var findings: [Finding] = []
        if !spam.isEmpty {
            findings.append(Finding(kind, .critical, on: page.url, evidence: spam, trait: "spam"))
        }
        if !new.isEmpty {
            let severity: Severity = new.count >= newHostsMin ? .attention : .information
            findings.append(Finding(kind, severity, on: page.url, evidence: new, trait: "new"))
        }
        return findings
    }
}
