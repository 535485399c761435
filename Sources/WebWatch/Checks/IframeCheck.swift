import HTMLParsing

/// Frames from foreign hosts, above all those that show nothing.
///
/// **Sees**: `iframe`, `frame`, `object` and `embed` of a foreign host that are hidden or of no size, and with a baseline any that it does not know.
///
/// **Why**: a frame of no size runs somebody else's page, with malware or counted clicks, in every visitor's browser.
///
/// **Errs**: measuring services hide their frames; trusted ones are left out. A map or a film that an editor adds is a new frame
/// too, and only information when its host is trusted.
///
/// **Do**: remove the frame, find what writes it, scan the server.
package enum IframeCheck: PageCheck {
    package static let kind = CheckKind.iframe

    package static func findings(in inspection: PageInspection) -> [Finding] {
        inspection.page.frames.compactMap { judge($0, inspection) }.merged()
    }

    private static func judge(_ frame: PageFacts.Frame, _ inspection: PageInspection) -> Finding? {
        let host = frame.address.host
        let owner = inspection.scope.owner(of: host)
        if let baseline = inspection.baseline, baseline.frames.contains(frame.address.withoutQuery) {
            return nil
        }
        guard owner != .own else { return nil }
        func finding(_ severity: Severity, _ reason: EvidenceReason) -> Finding {
            let evidence = Evidence(reason, quote: frame.address.href, place: frame.place, value: host)
            return Finding(kind, severity, on: inspection.page.url, evidence: [evidence], trait: host)
        }
        if owner == .trusted { return inspection.baseline == nil ? nil : finding(.information, .newFrame) }
        if frame.way != nil { return finding(.critical, .hiddenFrame) }
        return inspection.baseline == nil ? nil : finding(.attention, .newFrame)
    }
}

extension [Finding] {
    /// Findings of one fingerprint as one, with all their evidence.
    func merged() -> [Finding] {
        var order: [String] = []
        var byFingerprint: [String: Finding] = [:]
        for finding in self {
            guard var known = byFingerprint[finding.fingerprint] else {
                order.append(finding.fingerprint)
                byFingerprint[finding.fingerprint] = finding
                continue
            }
            known.severity = Swift.max(known.severity, finding.severity)
            known.evidence = Array<Evidence>((known.evidence + finding.evidence).prefix(Finding.evidenceMax))
            byFingerprint[finding.fingerprint] = known
        }
        return order.compactMap { byFingerprint[$0] }
    }
}
