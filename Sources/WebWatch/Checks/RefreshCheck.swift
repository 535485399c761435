import HTMLParsing

/// A page that sends its readers on by `meta refresh` or by the `Refresh` header.
///
/// **Sees**: the target of the refresh, however its tag is written, when it lies outside the domain; with a baseline also a new one inside.
///
/// **Why**: it is the shortest injected redirect, and it needs no script.
///
/// **Errs**: a website that has moved may use it rightly; accept the baseline then. A page that reloads itself has no target and is left out.
///
/// **Do**: remove the tag, find the file that holds it.
package enum RefreshCheck: PageCheck {
    package static let kind = CheckKind.refresh

    package static func findings(in inspection: PageInspection) -> [Finding] {
        inspection.page.refreshes.compactMap { reference in
            let host = reference.address.host
            if let baseline = inspection.baseline, baseline.refreshHosts.contains(host) { return nil }
            func finding(_ severity: Severity, _ reason: EvidenceReason) -> Finding {
                let evidence = Evidence(
                    reason,
                    quote: reference.source,
                    place: reference.place,
                    value: reference.address.href
                )
                return Finding(kind, severity, on: inspection.page.url, evidence: [evidence], trait: host)
            }
            switch inspection.scope.owner(of: host) {
            case .foreign: return finding(.critical, .refreshElsewhere)
            case .trusted: return finding(.attention, .refreshElsewhere)
            case .own: return inspection.baseline == nil ? nil : finding(.information, .refreshPresent)
            }
        }.merged()
    }
}
