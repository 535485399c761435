import HTMLParsing

/// A canonical address on another domain.
///
/// **Sees**: `link rel=canonical` that names a host outside the website's domain, or another host of it than in the baseline.
///
/// **Why**: it tells search engines that the page is a copy of somebody else's, who then gets its rank. No visitor sees it.
///
/// **Errs**: a page that republishes an article may name its source rightly; accept the baseline then.
///
/// **Do**: point the tag back, and look into the settings of the search-engine plug-in.
package enum CanonicalCheck: PageCheck {
    package static let kind = CheckKind.canonical

    package static func findings(in inspection: PageInspection) -> [Finding] {
        inspection.page.canonicals.compactMap { reference in
            let host = reference.address.host
            if let baseline = inspection.baseline, baseline.canonicalHosts.contains(host) { return nil }
            func finding(_ severity: Severity, _ reason: EvidenceReason) -> Finding {
                let evidence = Evidence(reason, quote: reference.source, place: reference.place, value: host)
                return Finding(kind, severity, on: inspection.page.url, evidence: [evidence], trait: host)
            }
            switch inspection.scope.owner(of: host) {
            case .foreign: return finding(.critical, .canonicalElsewhere)
            case .trusted: return finding(.attention, .canonicalElsewhere)
            case .own: return inspection.baseline == nil ? nil : finding(.information, .canonicalChanged)
            }
        }.merged()
    }
}
