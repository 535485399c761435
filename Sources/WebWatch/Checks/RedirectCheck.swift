import HTMLParsing

/// A website that sends its visitors to another domain.
///
/// **Sees**: the hops that the server answered with, and where they ended: a foreign domain, another trusted one, or plain HTTP after HTTPS.
///
/// **Why**: an injected line in the server's configuration moves every visitor, and the page behind it stays as it was.
///
/// **Errs**: a website that has moved to a new name redirects rightly; accept it, or correct its address in the registry. A move to a state domain
/// is only information.
///
/// **Do**: look into `.htaccess`, `web.config`, the code and the DNS records; change passwords.
package enum RedirectCheck {
    package static let kind = CheckKind.redirect

    /// Judges a fetch of `url`, the registered address.
    package static func findings(_ result: FetchResult, url: String, settings: CheckSettings) -> [Finding] {
        guard let start = WebAddress(url) else { return [] }
        let scope = SiteScope(host: start.host, trusted: settings.trustedDomains)
        var findings: [Finding] = []
        for hop in result.redirects {
            guard let from = WebAddress(hop.url), let to = WebAddress(hop.location) else { continue }
            if let finding = leaving(from, to, hop, url, scope) { findings.append(finding) }
            if from.scheme == "https", to.scheme == "http", scope.owner(of: to.host) == .own {
                let evidence = Evidence(.redirectToPlainText, quote: arrow(hop), place: hop.url)
                findings.append(Finding(kind, .attention, on: url, evidence: [evidence], trait: "plain"))
            }
        }
        return findings.merged()
    }

    private static func leaving(
        _ from: WebAddress,
        _ to: WebAddress,
        _ hop: RedirectHop,
        _ url: String,
        _ scope: SiteScope
    ) -> Finding? {
        let owner = scope.owner(of: to.host)
        guard scope.owner(of: from.host) == .own, owner != .own else { return nil }
        let evidence = Evidence(.redirectOffDomain, quote: arrow(hop), place: hop.url, value: to.host)
        let severity: Severity = owner == .foreign ? .critical : .information
        return Finding(kind, severity, on: url, evidence: [evidence], trait: to.host)
    }

    private static func arrow(_ hop: RedirectHop) -> String { "\(hop.status) \(hop.url) → \(hop.location)" }
}
