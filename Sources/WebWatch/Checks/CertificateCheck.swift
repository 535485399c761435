package import Timekeeping

/// A certificate that browsers refuse or soon will.
///
/// **Sees**: the chain as the server shows it, also when the handshake is refused: expired, not yet valid,
/// self-signed, from an unknown authority or with one missing in between, for another name, revoked, too
/// weak; and how many days are left.
///
/// **Why**: browsers warn people away, and people who learn to click the warning off are an attacker's best
/// friends. A monitor that verifies first never sees an expired certificate, only a failed connection.
///
/// **Errs**: an authority that only the agency's own machines trust counts as unknown. A clock that is wrong
/// on the watch's machine moves every date.
///
/// **Do**: renew, install the intermediate certificates, cover every name, and let it renew by itself.
package enum CertificateCheck {
    package static let kind = CheckKind.certificate

    /// Judges what a fetch of `url` saw.
    package static func findings(
        _ certificate: CertificateObservation,
        url: String,
        settings: CheckSettings,
        now: Instant
    ) -> [Finding] {
        let left = certificate.daysLeft(at: now)
        guard let (reason, value) = reason(certificate, left) else {
            return endsSoon(certificate, url, settings, left).map { [$0] } ?? []
        }
        let evidence = Evidence(reason, quote: quote(certificate), place: url, value: value)
        let severity: Severity = certificate.verdict == .revoked ? .critical : .serious
        return [Finding(kind, severity, on: url, evidence: [evidence], trait: certificate.verdict.rawValue)]
    }

    /// Judges a whole fetch of `url`; `nil` when it did not get as far as to learn of a certificate.
    ///
    /// Who answers in plain HTTP has none that could be bad.
    static func findings(
        _ result: FetchResult,
        url: String,
        settings: CheckSettings,
        now: Instant
    ) -> [Finding]? {
        if let certificate = result.certificate {
            return findings(certificate, url: url, settings: settings, now: now)
        }
        return url.hasPrefix("http:") && result.answer != nil ? [] : nil
    }

    private static func reason(_ certificate: CertificateObservation, _ left: Int?) -> (
        EvidenceReason, String
    )? {
        switch certificate.verdict {
        case .valid: nil
        case .expired: (.certificateExpired, left.map { String(abs($0)) } ?? "?")
        case .notYetValid: (.certificateNotYetValid, "")
        case .selfSigned: (.certificateSelfSigned, "")
        case .untrusted: (.certificateUntrusted, "")
        case .wrongHost: (.certificateWrongHost, certificate.dnsNames.prefix(5).joined(separator: ", "))
        case .revoked: (.certificateRevoked, "")
        case .refused: (.certificateRefused, "")
        }
    }

    private static func endsSoon(
        _ certificate: CertificateObservation,
        _ url: String,
        _ settings: CheckSettings,
        _ left: Int?
    ) -> Finding? {
        guard let left, left < settings.certificateAttentionDays else { return nil }
        let evidence = Evidence(
            .certificateEndsSoon,
            quote: quote(certificate),
            place: url,
            value: String(left)
        )
        let severity: Severity = left < settings.certificateSeriousDays ? .serious : .attention
        return Finding(kind, severity, on: url, evidence: [evidence], trait: "ends")
    }

    private static func quote(_ certificate: CertificateObservation) -> String {
        let end = certificate.notAfter.map { " – \($0.rfc3339)" } ?? ""
        return "\(certificate.subject) ← \(certificate.issuer)\(end)"
    }
}
