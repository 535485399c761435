import Testing
import Timekeeping

@testable import WebWatch

private let now = Instant(secondsSince1970: 1_790_000_000)

private func findings(_ verdict: CertificateObservation.Verdict, days: Int64? = 90) -> [Finding] {
    let certificate = CertificateObservation(
        verdict: verdict,
        subject: "CN=xa-mau.test",
        issuer: "CN=Thử",
        dnsNames: ["khac.test", "www.khac.test"],
        notAfter: days.map { now + .seconds($0 * 86_400) }
    )
    return CertificateCheck.findings(certificate, url: PortalPage.url, settings: CheckSettings(), now: now)
}

@Test(
    "each verdict but valid is serious and says why",
    arguments: [
        (CertificateObservation.Verdict.expired, EvidenceReason.certificateExpired),
        (.notYetValid, .certificateNotYetValid), (.selfSigned, .certificateSelfSigned),
        (.untrusted, .certificateUntrusted), (.wrongHost, .certificateWrongHost),
        (.refused, .certificateRefused),
    ]
)
func certificateVerdicts(verdict: CertificateObservation.Verdict, reason: EvidenceReason) {
    #expect(findings(verdict).map(\.severity) == [.serious])
    #expect(findings(verdict).first?.evidence.first?.reason == reason)
}

@Test("a revoked certificate is critical")
func certificateRevoked() {
    #expect(findings(.revoked).map(\.severity) == [.critical])
}

@Test("the end comes nearer by attention and serious, and a renewed one is silent")
func certificateDaysLeft() {
    #expect(findings(.valid, days: 90).isEmpty)
    #expect(findings(.valid, days: 21).isEmpty)
    #expect(findings(.valid, days: 20).map(\.severity) == [.attention])
    #expect(findings(.valid, days: 6).map(\.severity) == [.serious])
    #expect(findings(.valid, days: nil).isEmpty)
    #expect(findings(.valid, days: 6).first?.fingerprint == findings(.valid, days: 20).first?.fingerprint)
    #expect(findings(.valid, days: 6).first?.evidence.first?.value == "6")
}

@Test("the evidence holds what a person has to know: how long ago, or for which names")
func certificateValues() {
    #expect(findings(.expired, days: -3).first?.evidence.first?.value == "3")
    #expect(findings(.wrongHost).first?.evidence.first?.value == "khac.test, www.khac.test")
    #expect(findings(.expired).first?.evidence.first?.quote.hasPrefix("CN=xa-mau.test ← CN=Thử – 20") == true)
}
